import type { Fold } from "#core/attempts/fold.ts";
import { type Day, dayOf } from "#core/time.ts";

/** `api/v1/runs/days.json`: the span of run ids of each day, so that a run can be found by its id alone. */
export type RunDays = { version: 1; days: [day: Day, least: number, greatest: number][] };

export function runDaysFold(): Fold<RunDays> {
  const spans = new Map<Day, [least: number, greatest: number]>();
  return {
    add({ run: { id, created_at } }) {
      const day = dayOf(created_at);
      const [least, greatest] = spans.get(day) ?? [id, id];
      spans.set(day, [Math.min(least, id), Math.max(greatest, id)]);
    },
    finish: () => ({
      version: 1,
      days: [...spans].map(([day, [least, greatest]]) => [day, least, greatest]),
    }),
  };
}

/** The days that may hold a run; mostly one, as ids grow with time, and none when nobody can. */
export function daysOf({ days }: RunDays, id: number): Day[] {
  return days.filter(([, least, greatest]) => least <= id && id <= greatest).map(([day]) => day);
}
