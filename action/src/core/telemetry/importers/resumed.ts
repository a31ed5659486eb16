import type { Execution, TokenUsage } from "#core/records/execution.ts";
import { executionIdOfPart } from "#core/telemetry/ids.ts";
import { tokensOf } from "#core/telemetry/usage-table.ts";

const CLASSES = [
  "prompt",
  "completion",
  "cache_read",
  "cache_write_5m",
  "cache_write_1h",
  "reasoning",
] as const;

/**
 * A resumed session of Claude starts from the totals it had before: of several files of one session the later ones
 * hold the earlier ones' tokens and dollars. Takes those off, so that the files add up to what was used. The same
 * file twice is one.
 */
export function withoutResumed(executions: readonly Execution[]): Execution[] {
  const sessions = new Map<string, Execution[]>();
  for (const execution of executions)
    sessions.set(execution.execution_id, [...(sessions.get(execution.execution_id) ?? []), execution]);
  return [...sessions.values()].flatMap((parts) => {
    const ordered = distinct([...parts].sort((a, b) => size(a) - size(b) || (a.turns ?? 0) - (b.turns ?? 0)));
    return ordered.map((execution, index) => {
      const before = ordered[index - 1];
      if (before === undefined) return execution;
      const usage = difference(execution.usage, before.usage);
      return { ...execution, execution_id: executionIdOfPart(execution.execution_id, index), usage };
    });
  });
}

function distinct(ordered: readonly Execution[]): Execution[] {
  return ordered.filter((execution, index) => {
    const before = ordered[index - 1];
    return before === undefined || told(before) !== told(execution);
  });
}

/** All but where it was found. */
function told({ source: _, ...rest }: Execution): string {
  return JSON.stringify(rest);
}

function size({ usage }: Execution): number {
  return usage.reduce((sum, row) => sum + tokensOf(row) + (row.reported_cost_usd ?? 0), 0);
}

/** The whole of `later` where it does not hold all of `earlier`: then it did not go on from there. */
function difference(later: readonly TokenUsage[], earlier: readonly TokenUsage[]): TokenUsage[] {
  const before = new Map(earlier.map((row) => [keyOf(row), row]));
  const isContinued = earlier.every((row) => {
    const now = later.find((other) => keyOf(other) === keyOf(row));
    return (
      now !== undefined &&
      tokensOf(now) >= tokensOf(row) &&
      (now.reported_cost_usd ?? 0) >= (row.reported_cost_usd ?? 0)
    );
  });
  if (!isContinued) return [...later];
  return later.map((row) => {
    const known = before.get(keyOf(row));
    if (known === undefined) return row;
    const rest = { ...row };
    for (const key of CLASSES) rest[key] = minus(row[key], known[key]);
    const cost = minus(row.reported_cost_usd, known.reported_cost_usd);
    return { ...rest, reported_cost_usd: cost === null ? null : Math.round(cost * 1e9) / 1e9 };
  });
}

function minus(now: number | null, before: number | null): number | null {
  return now === null ? null : Math.max(0, now - (before ?? 0));
}

function keyOf({ provider, model, tier }: TokenUsage): string {
  return `${provider}\n${model}\n${tier}`;
}
