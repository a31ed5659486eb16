import * as z from "zod";
import type { Attempt } from "#core/attempts/attempt.ts";
import type { Context } from "#core/attempts/context.ts";
import { daysBetween, isWeekend } from "#core/calendar/calendar-period.ts";
import { localDay, type Zone } from "#core/calendar/zone.ts";
import { raise } from "#core/counts.ts";
import { workflowNames } from "#core/documents/workflows/workflow-names.ts";
import { entry } from "#core/entry.ts";
import { forecastSum } from "#core/forecast/forecast.ts";
import { fnv1aNumber } from "#core/hash.ts";
import { nearestRank, sum } from "#core/statistics/distribution.ts";
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

type Seen = { days: Map<Day, number>; succeeded: number; decided: number; seconds: number[] };
type Named = { kind: NextWeek["kind"]; name: string; seen: Seen };

const DAYS = 56;
const AHEAD = 7;
/** Those beyond hardly run. */
const MOST = 20;

/** Own runs are left out, as of every figure about runs. */
export class Upcoming {
  readonly #zone: Zone;
  readonly #from: Day;
  readonly #today: Day;
  readonly #names: ReturnType<typeof workflowNames>;
  readonly #workflows = new Map<number, Seen>();
  readonly #agents = new Map<string, Seen>();

  constructor(today: Day, context: Context) {
    this.#zone = context.config.timezone;
    this.#today = today;
    this.#from = addDays(today, -DAYS);
    this.#names = workflowNames(context);
  }

  add(attempt: Attempt): void {
    const { own, run, at, invocations } = attempt;
    this.#names.add(run);
    const day = localDay(at, this.#zone);
    if (own || day < this.#from || day >= this.#today || run.conclusion === "skipped") return;
    join(entry(this.#workflows, run.workflow_id, fresh), day, attempt);
    for (const agent of new Set(invocations.map((each) => each.agent)))
      join(entry(this.#agents, agent, fresh), day, attempt);
  }

  /** Those that ran most, workflows before agents. */
  rows(firstDay: Day | null): NextWeek[] {
    const workflows = this.#names.finish().flatMap(({ id, name }): Named[] => {
      const seen = this.#workflows.get(id);
      return seen === undefined ? [] : [{ kind: "workflow", name, seen }];
    });
    const agents = [...this.#agents].map(([name, seen]): Named => ({ kind: "agent", name, seen }));
    return [...busiest(workflows), ...busiest(agents)].map((named) => this.#row(named, firstDay));
  }

  #row({ kind, name, seen }: Named, firstDay: Day | null): NextWeek {
    const { days, succeeded, decided } = seen;
    const ascending = Float64Array.from(seen.seconds).sort();
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

function fresh(): Seen {
  return { days: new Map(), succeeded: 0, decided: 0, seconds: [] };
}

function join(seen: Seen, day: Day, { run, role }: Attempt): void {
  raise(seen.days, day);
  if (role !== "success" && role !== "failure") return;
  seen.decided += 1;
  if (role === "success") seen.succeeded += 1;
  if (run.duration_seconds !== null) seen.seconds.push(run.duration_seconds);
}

function busiest(named: readonly Named[]): Named[] {
  const total = ({ seen }: Named) => sum(seen.days.values());
  return named.toSorted((a, b) => total(b) - total(a) || (a.name < b.name ? -1 : 1)).slice(0, MOST);
}

/** 95 % by order statistics: the ranks that half of n coin flips hardly leave. */
function medianInterval(ascending: Float64Array): Interval {
  const n = ascending.length;
  const spread = 0.98 * Math.sqrt(n); // 1.96 standard deviations of n / 2 ± √n / 2
  const at = (rank: number) => ascending[Math.max(0, Math.min(n - 1, Math.round(rank)))] ?? Number.NaN;
  return { low: at(n / 2 - spread), high: at(n / 2 + spread) };
}
