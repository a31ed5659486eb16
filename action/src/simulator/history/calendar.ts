import { DAY_SECONDS, HOUR_SECONDS } from "#core/time.ts";
import type { Random } from "#simulator/history/random.ts";

type Span = { start: number; now: number };

/** How busy a day is, Sunday first. */
const WEEKDAYS = [0.07, 0.95, 1.2, 1.15, 1.1, 0.85, 0.1];
/** How busy an hour of a working day is, in UTC; a team in Europe with some of it in America. */
const HOURS = [0, 0, 0, 0, 0, 0, 1, 4, 9, 12, 11, 7, 6, 10, 12, 11, 9, 6, 5, 4, 3, 2, 1, 0];
/** Every hour as often as it is busy, to pick from. */
const BUSY_HOURS = HOURS.flatMap((weight, hour) => Array.from({ length: weight }, () => hour));

/** Moments at which people work, ascending, as epoch seconds; `perDay` on an average weekday. */
export function workingMoments(random: Random, span: Span, perDay: number): number[] {
  return days(span)
    .flatMap((midnight) => {
      const expected = perDay * (WEEKDAYS[weekdayOf(midnight)] ?? 0) * (0.6 + 0.8 * random.next());
      const count = Math.floor(expected) + (random.chance(expected % 1) ? 1 : 0);
      return Array.from({ length: count }, () => midnight + workingSecond(random));
    })
    .filter((at) => within(span, at))
    .sort((a, b) => a - b);
}

/** Moments of a cron `minute hours * * weekdays`, as late as GitHub starts them: up to twelve minutes. */
export function scheduledMoments(
  random: Random,
  span: Span,
  cron: { minute: number; hours: readonly number[]; weekdays?: readonly number[] },
): number[] {
  return days(span)
    .filter((midnight) => cron.weekdays?.includes(weekdayOf(midnight)) ?? true)
    .flatMap((midnight) => cron.hours.map((hour) => midnight + hour * HOUR_SECONDS + cron.minute * 60))
    .map((due) => due + random.between(20, 720))
    .filter((at) => within(span, at));
}

function days(span: Span): number[] {
  const first = span.start - (span.start % DAY_SECONDS);
  return Array.from(
    { length: Math.ceil((span.now - first) / DAY_SECONDS) },
    (_, day) => first + day * DAY_SECONDS,
  );
}

function weekdayOf(midnight: number): number {
  return new Date(midnight * 1000).getUTCDay();
}

function within(span: Span, at: number): boolean {
  return at > span.start && at < span.now;
}

function workingSecond(random: Random): number {
  return random.pick(BUSY_HOURS) * HOUR_SECONDS + random.between(0, HOUR_SECONDS - 1);
}
