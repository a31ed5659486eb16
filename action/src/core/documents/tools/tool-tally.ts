import * as z from "zod";
import type { Call } from "#core/attempts/call.ts";
import type { Context } from "#core/attempts/context.ts";
import type { Folding } from "#core/attempts/fold.ts";
import type { Period } from "#core/attempts/period.ts";
import { withPrevious } from "#core/attempts/with-previous.ts";
import { type Counts, mostFirst, raise } from "#core/counts.ts";
import { isToolFailure } from "#core/documents/executions/execution-row.ts";
import { CallFigures, callFigures } from "#core/documents/tools/call-figures.ts";
import { compareRates, compareValues, Difference } from "#core/statistics/compare.ts";

const Count = z.number().int();
const Named = z.array(z.strictObject({ name: z.string(), calls: Count }));

/** How it does against the equal stretch before. */
export const Drift = z.strictObject({ success: Difference, latency: Difference });
export type Drift = z.infer<typeof Drift>;

/** One call that somebody may want to look at. `text` is of strangers, redacted. */
const Sample = z.strictObject({
  run_id: Count,
  run_attempt: Count,
  execution_id: z.string(),
  at: z.string(),
  seconds: z.number().nullable(),
  text: z.string().nullable(),
});
export type Sample = z.infer<typeof Sample>;

/** How the calls of one tool went in a period. */
export const ToolTally = z.strictObject({
  current: CallFigures,
  /** Of the equal stretch before; null when that is not fully known. */
  previous: CallFigures.nullable(),
  drift: Drift.nullable(),
  /** By the hour of the day, UTC: of calls whose time is told. */
  hours: z.array(z.strictObject({ calls: Count, failures: Count })),
  agents: Named,
  workflows: Named,
  /** The longest and the newest that failed, at most five of each. */
  slowest: z.array(Sample),
  failed: z.array(Sample),
});
export type ToolTally = z.infer<typeof ToolTally>;

const MOST_SAMPLES = 5;

/** The calls of one tool in the period and in the stretch before; those of neither are not fed to it. */
export function toolTally(period: Period, context: Context) {
  const sides = withPrevious(period, context, sideFold);
  const hours = Array.from({ length: 24 }, () => ({ calls: 0, failures: 0 }));
  const agents = new Map<string, number>();
  const workflows = new Map<string, number>();
  const slowest: Sample[] = [];
  const failed: Sample[] = [];
  return {
    add(call: Call) {
      sides.add(call);
      if (call.at < period.from) return;
      const { tool, agent, workflow } = call;
      raise(agents, agent, tool.calls);
      raise(workflows, workflow, tool.calls);
      const hour = tool.started_at === null ? undefined : hours[new Date(tool.started_at).getUTCHours()];
      if (hour !== undefined) hour.calls += tool.calls;
      if (hour !== undefined && isToolFailure(tool.status)) hour.failures += tool.calls;
      const sample = sampleOf(call);
      if (tool.calls === 1 && tool.duration_ms !== null)
        keep(slowest, sample, (a, b) => (b.seconds ?? 0) - (a.seconds ?? 0));
      if (isToolFailure(tool.status))
        keep(failed, sample, (a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
    },
    finish(): ToolTally {
      const { current, previous } = sides.finish();
      return {
        current: current.figures,
        previous: previous?.figures ?? null,
        drift: previous === null ? null : driftOf(previous, current),
        hours,
        agents: ranked(agents),
        workflows: ranked(workflows),
        slowest,
        failed,
      };
    },
  };
}

type Side = { figures: CallFigures; latencies: readonly number[] };

function sideFold(): Folding<Call, Side> {
  const { add, finish, latencies } = callFigures();
  return { add, finish: () => ({ figures: finish(), latencies }) };
}

function driftOf(before: Side, after: Side): Drift {
  return {
    success: compareRates(before.figures.success, after.figures.success, "higher"),
    latency: compareValues(before.latencies, after.latencies, "lower"),
  };
}

function sampleOf({ tool, execution, run, at }: Call): Sample {
  return {
    run_id: run.id,
    run_attempt: run.run_attempt,
    execution_id: execution.execution_id,
    at: tool.started_at ?? at,
    seconds: tool.duration_ms === null ? null : tool.duration_ms / 1000,
    text: tool.error,
  };
}

function keep(samples: Sample[], sample: Sample, order: (a: Sample, b: Sample) => number): void {
  samples.push(sample);
  samples.sort(order);
  samples.length = Math.min(samples.length, MOST_SAMPLES);
}

function ranked(counts: Counts<string>) {
  return mostFirst(counts).map(([name, calls]) => ({ name, calls }));
}
