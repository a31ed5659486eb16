import * as z from "zod";
import type { Attempt } from "#core/attempts/attempt.ts";
import { entry } from "#core/attempts/grouped.ts";
import { daysBetween, isWeekend } from "#core/calendar/calendar-period.ts";
import { localDay, type Zone } from "#core/calendar/zone.ts";
import { forecastSum } from "#core/forecast/forecast.ts";
import { fnv1aNumber } from "#core/hash.ts";
import { nearestRank } from "#core/statistics/distribution.ts";
import { ENOUGH } from "#core/statistics/enough.ts";
import { type Interval, wilson } from "#core/statistics/interval.ts";
import { Rate, rate } from "#core/statistics/rate.ts";
import { addDays, type Day } from "#core/time.ts";

const Band = z.strictObject({ low: z.number(), high: z.number() });

/** What the next seven days are likely to bring, if they are like the last 56. */
export const NextWeek = z.strictObject({
  kind: z.enum(["workflow", "agent"]),
  name: z.string(),
  /** Attempts that will start; null where no forecast can be made. */
  attempts: z.strictObject({ median: z.number(), low80: z.number(), high80: z.number() }).nullable(),
  /** Of those that succeeded or failed; the interval is of the true share. */
  success: Rate,
  success_95: Band.nullable(),
  /** Median seconds, and what it may truly be; null of too few. */
  duration_p50: z.number().nullable(),
  duration_95: Band.nullable(),
});
export type NextWeek = z.infer<typeof NextWeek>;

type Seen = {
  kind: NextWeek["kind"];
  name: string;
  days: Map<Day, number>;
  succeeded: number;
  decided: number;
  seconds: number[];
};

const DAYS = 56;
const AHEAD = 7;
/** Names beyond are of agents or workflows that hardly run. */
const MOST = 20;

/** Own runs are left out, as of every figure about runs. */
export class Upcoming {
  readonly #zone: Zone;
  readonly #from: Day;
  readonly #today: Day;
  readonly #seen = new Map<string, Seen>();

  constructor(today: Day, zone: Zone) {
    this.#zone = zone;
    this.#today = today;
    this.#from = addDays(today, -DAYS);
  }

  add({ own, run, at, role, invocations }: Attempt): void {
    const day = localDay(at, this.#zone);
    if (own || day < this.#from || day >= this.#today || run.conclusion === "skipped") return;
    const agents = new Set(invocations.map(({ agent }) => agent));
    const names: Pick<Seen, "kind" | "name">[] = [
      { kind: "workflow", name: run.workflow_name ?? run.workflow_file ?? `workflow ${run.workflow_id}` },
      ...[...agents].map((name) => ({ kind: "agent" as const, name })),
    ];
    for (const { kind, name } of names) {
      const seen = entry(this.#seen, `${kind}\n${name}`, () => fresh(kind, name));
      seen.days.set(day, (seen.days.get(day) ?? 0) + 1);
      if (role !== "success" && role !== "failure") continue;
      seen.decided += 1;
      if (role === "success") seen.succeeded += 1;
      if (run.duration_seconds !== null) seen.seconds.push(run.duration_seconds);
    }
  }

  /** Those that ran most, workflows before agents. */
  rows(firstDay: Day | null): NextWeek[] {
    const total = ({ days }: Seen) => [...days.values()].reduce((sum, n) => sum + n, 0);
    const ranked = [...this.#seen.values()].sort((a, b) => total(b) - total(a) || (a.name < b.name ? -1 : 1));
    return (["workflow", "agent"] as const).flatMap((kind) =>
      ranked
        .filter((seen) => seen.kind === kind)
        .slice(0, MOST)
        .map((seen) => this.#row(seen, firstDay)),
    );
  }

  #row({ kind, name, days, succeeded, decided, seconds }: Seen, firstDay: Day | null): NextWeek {
    const ascending = Float64Array.from(seconds).sort();
    const enough = ascending.length >= ENOUGH.spread;
    return {
      kind,
      name,
      attempts: this.#attempts(`${kind} ${name}`, days, firstDay),
      success: rate(succeeded, decided),
      success_95: decided >= ENOUGH.rate ? wilson(succeeded, decided) : null,
      duration_p50: enough ? nearestRank(ascending, 0.5) : null,
      duration_95: enough ? medianInterval(ascending) : null,
    };
  }

  #attempts(seed: string, days: ReadonlyMap<Day, number>, firstDay: Day | null): NextWeek["attempts"] {
    const from = firstDay !== null && firstDay > this.#from ? firstDay : this.#from;
    const history = daysBetween(from, this.#today).map((day) => ({
      amount: days.get(day) ?? 0,
      weekend: isWeekend(day),
    }));
    const forecast = forecastSum(
      history,
      Array.from({ length: AHEAD }, (_, n) => ({
        after: n + 1,
        weekend: isWeekend(addDays(this.#today, n)),
      })),
      { seed: fnv1aNumber(`${seed} ${this.#today}`), draws: 1000 },
    );
    if ("refused" in forecast || firstDay === null) return null;
    const { median, low80, high80 } = forecast.total;
    return { median: Math.round(median), low80: Math.round(low80), high80: Math.round(high80) };
  }
}

function fresh(kind: NextWeek["kind"], name: string): Seen {
  return { kind, name, days: new Map(), succeeded: 0, decided: 0, seconds: [] };
}

/** 95 % by order statistics: the ranks that half of n coin flips hardly leave. */
function medianInterval(ascending: Float64Array): Interval {
  const n = ascending.length;
  const spread = 0.98 * Math.sqrt(n); // 1.96 standard deviations of n / 2 ± √n / 2
  const at = (rank: number) => ascending[Math.max(0, Math.min(n - 1, Math.round(rank)))] ?? Number.NaN;
  return { low: at(n / 2 - spread), high: at(n / 2 + spread) };
}
