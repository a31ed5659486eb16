import * as z from "zod";
import type { Call } from "#core/attempts/call.ts";
import { raise } from "#core/counts.ts";
import { isToolFailure } from "#core/documents/executions/execution-row.ts";
import { Nano } from "#core/pricing/money.ts";
import { Category } from "#core/records/category.ts";
import { Distribution, distribution } from "#core/statistics/distribution.ts";
import { Rate, rate } from "#core/statistics/rate.ts";

const Count = z.number().int();

/** What is said of a set of calls: of a tool, a server, a host, an operation. Times are seconds, sizes bytes. */
export const CallFigures = z.strictObject({
  calls: Count,
  /** Executions that called. */
  executions: Count,
  /** Of the calls that succeeded, failed or timed out. */
  success: Rate,
  failures: Count,
  timeouts: Count,
  /** By a policy or a person; no failure of the tool. */
  denied: Count,
  cancelled: Count,
  unknown: Count,
  /** Most first; null: the source does not say what went wrong. */
  errors: z.array(z.strictObject({ category: Category.nullable(), calls: Count })),
  /** Of calls that are told one by one; where the source only counts calls, no percentile can be known. */
  latency: Distribution,
  /** Of all calls with a known time; null when there is none. */
  total_seconds: z.number().nullable(),
  /** Sums of the calls that tell both sizes (`sized`). */
  input_bytes: Count,
  output_bytes: Count,
  sized: Count,
  output_mean_bytes: z.number().nullable(),
  /** Bytes given back for each byte that was asked with. */
  output_per_input: z.number().nullable(),
  /** Calls with the very input of an earlier one of the same execution, of the calls whose input is told apart. */
  repeated: Rate,
  repeated_seconds: z.number(),
  /** By `prices.external`; null: no call has a price. */
  nano_usd: Nano.nullable(),
});
export type CallFigures = z.infer<typeof CallFigures>;

/** Counts calls, one after the other. */
export function callFigures() {
  const executions = new Set<string>();
  const statuses = { success: 0, failure: 0, timeout: 0, denied: 0, cancelled: 0, unknown: 0 };
  const errors = new Map<CallFigures["errors"][number]["category"], number>();
  const latencies: number[] = [];
  const sums = { calls: 0, input: 0, output: 0, sized: 0, hashed: 0, repeated: 0, repeatedSeconds: 0 };
  let seconds: number | null = null;
  let nano: number | null = null;
  return {
    add({ tool, execution, nano_usd, repeats }: Call) {
      executions.add(execution.execution_id);
      sums.calls += tool.calls;
      statuses[tool.status] += tool.calls;
      if (isToolFailure(tool.status)) raise(errors, tool.error_type, tool.calls);
      if (tool.duration_ms !== null) {
        const each = tool.duration_ms / 1000;
        seconds = (seconds ?? 0) + each * tool.calls;
        sums.repeatedSeconds += each * repeats;
        if (tool.calls === 1) latencies.push(each);
      }
      if (tool.input_bytes !== null && tool.output_bytes !== null) {
        sums.input += tool.input_bytes;
        sums.output += tool.output_bytes;
        sums.sized += tool.calls;
      }
      if (tool.input_hash !== null) sums.hashed += tool.calls;
      sums.repeated += repeats;
      if (nano_usd !== null) nano = (nano ?? 0) + nano_usd;
    },
    finish: (): CallFigures => ({
      calls: sums.calls,
      executions: executions.size,
      success: rate(statuses.success, statuses.success + statuses.failure + statuses.timeout),
      failures: statuses.failure,
      timeouts: statuses.timeout,
      denied: statuses.denied,
      cancelled: statuses.cancelled,
      unknown: statuses.unknown,
      errors: [...errors]
        .map(([category, calls]) => ({ category, calls }))
        .sort((a, b) => b.calls - a.calls || ((a.category ?? "~") < (b.category ?? "~") ? -1 : 1)),
      latency: distribution(latencies),
      total_seconds: seconds,
      input_bytes: sums.input,
      output_bytes: sums.output,
      sized: sums.sized,
      output_mean_bytes: sums.sized === 0 ? null : sums.output / sums.sized,
      output_per_input: sums.input === 0 ? null : sums.output / sums.input,
      repeated: rate(sums.repeated, sums.hashed),
      repeated_seconds: sums.repeatedSeconds,
      nano_usd: nano,
    }),
    /** Seconds of single calls, in the order they came. */
    latencies: latencies as readonly number[],
  };
}
