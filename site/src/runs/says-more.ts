import type { StoredAnalysis } from "#core/records/analysis.ts";

/** Whether logs told more than what went wrong. */
export function saysMore(reading: StoredAnalysis): boolean {
  const { tests, coverage, agents, slow_commands, truncated, pull_requests, branches } = reading;
  return (
    tests !== null ||
    coverage !== null ||
    [agents, slow_commands, truncated, pull_requests, branches].some((list) => list.length > 0) ||
    [reading.metrics, reading.resources, reading.redactions].some((all) => Object.keys(all).length > 0)
  );
}
