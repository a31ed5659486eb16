import type { StoredAnalysis } from "#core/records/analysis.ts";
import type { Execution } from "#core/records/execution.ts";
import type { GuardVerdict } from "#core/records/guard-verdict.ts";

/** What else is stored about one attempt. */
export type Facts = {
  /** The reading of its logs; null when there is none. */
  reading: StoredAnalysis | null;
  /** What its agents did, by key, as far as it counts. */
  executions: readonly Execution[];
  /** What a fork's run told of its agents, which counts nowhere and is shown as a fork's; none when left out. */
  foreign?: readonly Execution[];
  /** What our guard decided before its agent; null when left out. */
  guard?: GuardVerdict | null;
};

export const NO_FACTS: Facts = { reading: null, executions: [] };
