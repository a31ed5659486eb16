import * as z from "zod";
import type { Attribution } from "#core/agents/attribution.ts";
import { whyNotBelieved } from "#core/attempts/believed.ts";
import type { Prices } from "#core/config/prices.ts";
import { executionCost, type UsageCost } from "#core/pricing/cost.ts";
import { Nano } from "#core/pricing/money.ts";
import { MINUTES_BASES } from "#core/pricing/runner-minutes.ts";
import { BASES, TOKEN_CLASSES } from "#core/pricing/tokens.ts";
import type { Execution } from "#core/records/execution.ts";
import { type Run, startedAt, workflowName } from "#core/records/run.ts";
import { Utc } from "#core/time.ts";

const Count = z.number().int();

/** Where an amount comes from: tokens (`core/pricing/tokens.ts`) or minutes (`core/pricing/runner-minutes.ts`). */
export const LINE_BASES = [...new Set([...BASES, ...MINUTES_BASES])] as const;
export type LineBasis = (typeof LINE_BASES)[number];

/** The tokens of one class in a line of the ledger; classes do not overlap, and add up to the line's amount. */
export const ClassShare = z.strictObject({
  class: z.enum(TOKEN_CLASSES),
  tokens: Count,
  /** Null: unknown. Of money that was reported, what the list price would have split off. */
  amount_nano_usd: Nano.nullable(),
  /** US dollars for a million tokens: what was reckoned with, and the public list price; null: not known. */
  usd_per_million: z.number().nullable(),
  list_usd_per_million: z.number().nullable(),
});
export type ClassShare = z.infer<typeof ClassShare>;

/**
 * One line of the ledger: the atom that every figure about money is a sum of. Tokens of one model of one execution,
 * the minutes of one attempt on one kind of runner, or the calls of one paid service.
 */
export const LedgerLine = z.strictObject({
  kind: z.enum(["tokens", "minutes", "calls"]),
  /** Start of the attempt. */
  at: Utc,
  run_id: Count,
  run_attempt: Count,
  execution_id: z.string().nullable(),
  workflow_id: Count,
  workflow: z.string().nullable(),
  /** Who did the work. `checks of …`: runs that an agent caused, which do something else. */
  agent: z.string().nullable(),
  event: z.string(),
  /** Who started it or whom telemetry names; `<workflow> (scheduled)`; null: nobody, as for AgentOps' own sync. */
  user: z.string().nullable(),
  /** Whose it is, by telemetry or the configuration's `teams`. */
  team: z.string().nullable(),
  /** By `chargeback.tags` of the configuration, e.g. a cost center. */
  tags: z.record(z.string(), z.string()),
  /** The model, the runner or the host. Null: not told. */
  item: z.string().nullable(),
  provider: z.string().nullable(),
  tier: z.string().nullable(),
  /** Requests, jobs or calls; null where they are not told. */
  n: Count.nullable(),
  /** Tokens (prompt and answer), billed minutes or calls; null: not known. */
  quantity: Count.nullable(),
  /** Null: unknown, which no sum counts as 0 without saying so. */
  amount_nano_usd: Nano.nullable(),
  /** For minutes, what they cost at list price where they are free. */
  worth_nano_usd: Nano.nullable(),
  /** Of tokens, by the class they are billed in; empty of minutes and calls, and where no token is told. */
  classes: z.array(ClassShare),
  /** The price that `classes` were reckoned or split with: a table and its version, or a row of the configuration. */
  price: z.string().nullable(),
  basis: z.enum(LINE_BASES as [LineBasis, ...LineBasis[]]),
  /** Which price, or why there is none. */
  why: z.string(),
});
export type LedgerLine = z.infer<typeof LedgerLine>;

/** What a line is made from, where folds need more of it than the ledger publishes. */
export type Line = Omit<LedgerLine, "tags"> & { usage: UsageCost | null; seconds: number };

/**
 * What the lines of an attempt have in common.
 *
 * @param of whom it is counted to
 */
export function ledgerBase(
  run: Run,
  attribution: Attribution | null,
  { user, team }: { user: string | null; team: string | null },
): Line {
  return {
    kind: "tokens",
    at: startedAt(run),
    run_id: run.id,
    run_attempt: run.run_attempt,
    execution_id: null,
    workflow_id: run.workflow_id,
    workflow: workflowName(run),
    agent:
      attribution === null
        ? null
        : attribution.part === "execution"
          ? attribution.agent
          : `checks of ${attribution.agent}`,
    event: run.event,
    user,
    team,
    item: null,
    provider: null,
    tier: null,
    n: null,
    quantity: null,
    amount_nano_usd: null,
    worth_nano_usd: null,
    classes: [],
    price: null,
    basis: "unknown",
    why: "",
    usage: null,
    seconds: 0,
  };
}

/** Of an agent that ran and told nothing: a line without an amount. */
export function silentLine(base: Line): Line {
  return { ...base, why: "an agent ran and its usage is not known" };
}

/** What one execution used: its tokens, row by row, and the paid services that its tools called. */
export function executionLines(execution: Execution, base: Line, prices: Prices): Line[] {
  const { rows, external } = executionCost(execution, base.at, prices);
  const own = { ...base, execution_id: execution.execution_id };
  const used = rows.map((row): Line => {
    const { usage } = row;
    const reported = usage.prompt !== null || usage.completion !== null;
    return {
      ...own,
      item: usage.model ?? execution.model,
      provider: usage.provider,
      tier: usage.tier,
      n: usage.requests,
      quantity: reported ? (usage.prompt ?? 0) + (usage.completion ?? 0) : usage.total,
      amount_nano_usd: row.nano_usd,
      worth_nano_usd: row.nano_usd,
      classes: classesOf(row),
      price: row.price?.source ?? null,
      basis: row.basis,
      why: row.why,
      usage: row,
    };
  });
  if (used.length === 0)
    used.push({
      ...own,
      item: execution.model,
      why: whyNotBelieved(execution) ?? "the execution tells no usage",
    });
  const calls = external.map(
    ({ host, calls, nano_usd }): Line => ({
      ...own,
      kind: "calls",
      item: host,
      n: calls,
      quantity: calls,
      amount_nano_usd: nano_usd,
      worth_nano_usd: nano_usd,
      basis: "configured",
      why: "prices.external of the configuration",
    }),
  );
  return [...used, ...calls];
}

function classesOf({ tokens, parts, nano_usd, price }: UsageCost): ClassShare[] {
  return TOKEN_CLASSES.filter((name) => tokens[name] > 0 || parts[name] !== 0).map((name) => ({
    class: name,
    tokens: tokens[name],
    amount_nano_usd: nano_usd === null ? null : parts[name],
    usd_per_million: name === "unsplit" ? null : usdPerMillion(price?.rates[name]),
    list_usd_per_million: name === "unsplit" ? null : usdPerMillion(price?.list?.[name]),
  }));
}

/** Of nano-dollars a token, without the digits that binary fractions add. */
function usdPerMillion(rate: number | undefined): number | null {
  return rate === undefined ? null : Number((rate / 1000).toPrecision(12));
}
