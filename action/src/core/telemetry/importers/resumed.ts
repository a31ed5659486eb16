import { entry } from "#core/entry.ts";
import type { Execution } from "#core/records/execution.ts";
import type { TokenUsage } from "#core/records/token-usage.ts";
import { executionIdOfPart } from "#core/telemetry/ids.ts";
import { rowKey, tokensOf } from "#core/telemetry/usage-table.ts";

const COUNTS = [
  "prompt",
  "completion",
  "cache_read",
  "cache_write_5m",
  "cache_write_1h",
  "reasoning",
] as const;

/** The first version of Claude Code whose totals go on from those of the session that it resumes. */
const CUMULATIVE = [2, 1, 277] as const;
/** Of binary fractions of dollars. */
const SAME = 1e-9;

/** @property prompt tokens of the prompts of the file's own messages, which are those of its process alone */
export type ResumedPart = { execution: Execution; prompt: number };

/**
 * Several files of one session: each process that resumed it told a total. Since 2.1.277 that total holds what the
 * session had used before, and what the earlier files told is taken off; before, it is the process's own. Where no
 * version is told, the messages decide: a total that they explain alone is the process's own. The same file twice is
 * one.
 */
export function withoutResumed(parts: readonly ResumedPart[]): Execution[] {
  const sessions = new Map<string, ResumedPart[]>();
  for (const part of parts) {
    const id = part.execution.execution_id;
    entry(sessions, id, () => []).push(part);
  }
  return [...sessions.values()].flatMap((session) => {
    let before: readonly TokenUsage[] = [];
    return distinct([...session].sort(bySize)).map(({ execution, prompt }, index) => {
      const { usage } = execution;
      const goesOn = index > 0 && holds(usage, before) && isCumulative(execution, prompt);
      const own = goesOn ? difference(usage, before) : usage;
      before = goesOn ? usage : sum(before, usage);
      if (index === 0) return execution;
      return { ...execution, execution_id: executionIdOfPart(execution.execution_id, index), usage: own };
    });
  });
}

function bySize(a: ResumedPart, b: ResumedPart): number {
  const [left, right] = [size(a.execution), size(b.execution)];
  return left - right || (a.execution.turns ?? 0) - (b.execution.turns ?? 0);
}

function distinct(ordered: readonly ResumedPart[]): ResumedPart[] {
  const known = new Set<string>();
  return ordered.filter(({ execution }) => {
    const text = reported(execution);
    return !known.has(text) && known.add(text);
  });
}

/** All but where it was found. */
function reported({ source: _, ...rest }: Execution): string {
  return JSON.stringify(rest);
}

function size({ usage }: Execution): number {
  return usage.reduce((all, row) => all + tokensOf(row) + (row.reported_cost_usd ?? 0), 0);
}

function isCumulative({ agent_version, usage }: Execution, prompt: number): boolean {
  const reported = /^(\d+)\.(\d+)\.(\d+)/.exec(agent_version ?? "");
  if (reported === null) {
    const total = usage.reduce((all, row) => all + (row.prompt ?? 0), 0);
    return prompt === 0 || prompt < total;
  }
  for (const [index, least] of CUMULATIVE.entries()) {
    const part = Number(reported[index + 1]);
    if (part !== least) return part > least;
  }
  return true;
}

/** Whether `later` can go on from `earlier`: nothing of it is missing. */
function holds(later: readonly TokenUsage[], earlier: readonly TokenUsage[]): boolean {
  const rows = new Map(later.map((row) => [rowKey(row), row]));
  return earlier.every((row) => {
    const now = rows.get(rowKey(row));
    return (
      now !== undefined &&
      tokensOf(now) >= tokensOf(row) &&
      (now.reported_cost_usd ?? 0) >= (row.reported_cost_usd ?? 0) - SAME
    );
  });
}

function difference(later: readonly TokenUsage[], earlier: readonly TokenUsage[]): TokenUsage[] {
  const before = new Map(earlier.map((row) => [rowKey(row), row]));
  return later.map((row) => {
    const known = before.get(rowKey(row));
    if (known === undefined) return row;
    const rest = { ...row };
    for (const key of COUNTS) rest[key] = minus(row[key], known[key]);
    const cost = minus(row.reported_cost_usd, known.reported_cost_usd);
    return { ...rest, reported_cost_usd: cost === null ? null : Math.round(cost * 1e9) / 1e9 };
  });
}

function sum(some: readonly TokenUsage[], more: readonly TokenUsage[]): TokenUsage[] {
  const rows = new Map(some.map((row) => [rowKey(row), row]));
  for (const row of more) {
    const both = { ...row };
    const known = rows.get(rowKey(row));
    for (const key of [...COUNTS, "reported_cost_usd"] as const)
      if (known && (known[key] ?? row[key]) !== null) both[key] = (known[key] ?? 0) + (row[key] ?? 0);
    rows.set(rowKey(row), both);
  }
  return [...rows.values()];
}

function minus(now: number | null, before: number | null): number | null {
  return now === null ? null : Math.max(0, now - (before ?? 0));
}
