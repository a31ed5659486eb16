import { limitsOf } from "#core/alerts/limits.ts";
import type { Attempt } from "#core/attempts/attempt.ts";
import type { Context } from "#core/attempts/context.ts";
import type { Fold } from "#core/attempts/fold.ts";
import { grouped } from "#core/attempts/grouped.ts";
import { BARE, type Condition, newestRuns, subjectOf } from "#core/records/condition.ts";
import { ENOUGH } from "#core/statistics/enough.ts";
import { addSeconds, DAY_SECONDS, type Utc } from "#core/time.ts";

const KEPT_DAYS = 7;
const MOST_AGENTS = 100;

type Peak = { at: Utc; run_id: number; run_attempt: number; bytes: number; grows: boolean };

/** What agents' executions used of memory, against its limit, and whether it grows in each of them. */
export function watchedMemory({ config, now }: Context): Fold<Condition[]> {
  const limit = limitsOf(config.alerts).memory;
  const from = addSeconds(now, -KEPT_DAYS * DAY_SECONDS);
  const agents = grouped(MOST_AGENTS, (_: string): Peak[] => []);
  return {
    add(attempt) {
      if (attempt.own || attempt.at < from || attempt.at > now) return;
      for (const { agent, ...peak } of peaks(attempt)) agents.of(agent)?.push(peak);
    },
    finish: () =>
      [...agents.groups].flatMap(([agent, all]) => {
        const ordered = all.toSorted((a, b) =>
          a.at !== b.at ? (a.at < b.at ? -1 : 1) : a.run_id - b.run_id,
        );
        return [...(limit === null ? [] : overLimit(agent, ordered, limit, now)), ...growing(agent, ordered)];
      }),
  };
}

function peaks({ invocations, run, at }: Attempt): (Peak & { agent: string })[] {
  return invocations.flatMap(({ execution, agent }) => {
    const resources = execution?.resources;
    const bytes = resources?.process_memory_bytes?.peak ?? resources?.memory_bytes?.peak ?? null;
    if (!resources || bytes === null) return [];
    return { at, run_id: run.id, run_attempt: run.run_attempt, bytes, grows: resources.steady_growth, agent };
  });
}

function overLimit(agent: string, all: readonly Peak[], limit: number, now: Utc): Condition[] {
  const over = all.filter(({ at, bytes }) => at >= addSeconds(now, -DAY_SECONDS) && bytes > limit);
  const [first] = over;
  if (first === undefined) return [];
  const value = Math.max(...over.map(({ bytes }) => bytes));
  const figures = { value, unit: "bytes", limit, n: over.length, since: first.at } as const;
  return [
    { ...BARE, rule: "memory", subject: subjectOf("agent", agent), ...figures, runs: newestRuns(over) },
  ];
}

function growing(agent: string, all: readonly Peak[]): Condition[] {
  const row = all.slice(-ENOUGH.memoryInRow);
  const [first] = row;
  if (first === undefined || row.length < ENOUGH.memoryInRow || !row.every(({ grows }) => grows)) return [];
  const figures = {
    value: row.at(-1)?.bytes ?? null,
    unit: "bytes",
    n: row.length,
    since: first.at,
  } as const;
  return [
    {
      ...BARE,
      rule: "memory-growing",
      severity: "notice",
      subject: subjectOf("agent", agent),
      ...figures,
      runs: newestRuns(row),
    },
  ];
}
