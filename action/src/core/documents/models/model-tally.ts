import * as z from "zod";
import { type Invocation, isChild } from "#core/attempts/invocation.ts";
import { tokensOf } from "#core/attempts/usage.ts";
import { type Counts, mostFirst, raise } from "#core/counts.ts";
import { ExecutionFigures, executionFigures } from "#core/documents/executions/figures.ts";
import { RequestRate, requestRateFold } from "#core/documents/models/request-rate.ts";
import { Nano } from "#core/pricing/money.ts";
import { BASES, type Basis } from "#core/pricing/tokens.ts";
import type { Execution } from "#core/records/execution.ts";
import { workflowOf } from "#core/records/run.ts";
import { Distribution, distribution } from "#core/statistics/distribution.ts";

const Count = z.number().int();

/** What is said of the executions in which a model, or a provider's models, answered. */
export const ModelTally = z.strictObject({
  /** Tokens and money are this model's alone; outcomes and durations those of the executions that it had a part in. */
  figures: ExecutionFigures,
  /** What its money rests on; adds up to it. */
  basis: z.partialRecord(z.enum(BASES), Nano),
  /** Without a price, and in no sum of money. */
  unpriced_tokens: Count,
  /** Why, as the price list says it; empty where all is priced. */
  unpriced_why: z.array(z.string()),
  /** Money of these for each thousand tokens of them, in nano-dollars; null where either is unknown. */
  nano_usd_per_1k_tokens: Nano.nullable(),
  /** Times that executions of which it is the main model asked it again; null where none tells. */
  retries: Count.nullable(),
  rate: RequestRate,
  /** Of its requests that tell how long they took, in seconds: the latency of the model, which no execution's is. */
  request_seconds: Distribution,
  /** Names, most executions first. */
  agents: z.array(z.strictObject({ name: z.string(), executions: Count })),
  workflows: z.array(z.strictObject({ name: z.string(), executions: Count })),
});
export type ModelTally = z.infer<typeof ModelTally>;

/** Folds invocations that carry the rows of the model alone. */
export function modelTally() {
  const figures = executionFigures();
  const rate = requestRateFold();
  const seconds: number[] = [];
  const basis: Partial<Record<Basis, number>> = {};
  const why = new Set<string>();
  const agents = new Map<string, number>();
  const workflows = new Map<string, number>();
  const sums = { unpriced: 0, priced: 0, nano: 0, retries: null as number | null };
  return {
    /** @param models whose requests are counted by the minute */
    add(invocation: Invocation, models: readonly (string | null)[]) {
      const { execution, lines, run } = invocation;
      figures.add(invocation);
      rate.add(invocation, models, tokensOf(invocation).requests);
      seconds.push(...requestSeconds(execution, models));
      for (const line of lines) {
        const { usage: row } = line;
        if (row === null) continue;
        const { total } = tokensOf({ lines: [line] });
        basis[row.basis] = (basis[row.basis] ?? 0) + (row.nano_usd ?? 0);
        if (row.nano_usd === null) sums.unpriced += total ?? 0;
        if (row.nano_usd === null && total !== null) why.add(row.why);
        if (row.nano_usd === null || total === null) continue;
        sums.priced += total;
        sums.nano += row.nano_usd;
      }
      if (execution !== null && execution.retries !== null && models.includes(execution.model))
        sums.retries = (sums.retries ?? 0) + execution.retries;
      if (isChild(invocation)) return;
      raise(agents, invocation.agent);
      raise(workflows, workflowOf(run));
    },
    finish(): ModelTally {
      return {
        figures: figures.finish(),
        basis: Object.fromEntries(BASES.flatMap((name) => (basis[name] ? [[name, basis[name]]] : []))),
        unpriced_tokens: sums.unpriced,
        unpriced_why: [...why].sort(),
        nano_usd_per_1k_tokens: sums.priced === 0 ? null : Math.round((sums.nano / sums.priced) * 1000),
        retries: sums.retries,
        rate: rate.finish(),
        request_seconds: distribution(seconds),
        agents: ranked(agents),
        workflows: ranked(workflows),
      };
    },
  };
}

/** A step without a model is of the execution's. */
function requestSeconds(execution: Execution | null, models: readonly (string | null)[]): number[] {
  return (execution?.steps ?? []).flatMap(({ operation, model, duration_ms }) =>
    operation === "llm_request" && duration_ms !== null && models.includes(model ?? execution?.model ?? null)
      ? [duration_ms / 1000]
      : [],
  );
}

function ranked(counts: Counts<string>) {
  return mostFirst(counts).map(([name, executions]) => ({ name, executions }));
}
