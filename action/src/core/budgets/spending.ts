import type { Line } from "#core/attempts/ledger.ts";
import type { Adjusted } from "#core/budgets/adjusted.ts";
import type { UsualCost } from "#core/budgets/usual-cost.ts";
import { localDay, type Zone } from "#core/calendar/zone.ts";
import { entry } from "#core/entry.ts";
import { sum } from "#core/statistics/distribution.ts";
import type { Day, Utc } from "#core/time.ts";

/** What was spent, in nano-dollars: known, and estimated where it is not, shown apart wherever it is shown. */
export type Spent = {
  known: number;
  /** Lines without an amount, at what such lines usually come to. */
  estimated: number;
  /** How many lines that is. */
  estimated_n: number;
  /** Lines of which not even that is known: in no sum. */
  unknown_n: number;
};

function nothingSpent(): Spent {
  return { known: 0, estimated: 0, estimated_n: 0, unknown_n: 0 };
}

/** Known and estimated; what is unknown is in no sum. */
export function sumOf({ known, estimated }: Spent): number {
  return known + estimated;
}

/** One line of the ledger, as far as a budget keeps it. */
type Kept = Pick<Line, "at" | "kind" | "workflow_id" | "agent" | "amount_nano_usd">;

/** The lines of one scope, by the day on which they count: that of their attempt's start, where people live. */
export class Spending {
  readonly #zone: Zone;
  readonly #from: Utc;
  readonly #days = new Map<Day, Kept[]>();
  readonly #adjusted: readonly Adjusted[];

  /**
   * @param from what is older is of no use
   * @param adjusted what counts besides lines, and is no spending: days and forecasts know nothing of it
   */
  constructor(zone: Zone, from: Utc, adjusted: readonly Adjusted[] = []) {
    this.#zone = zone;
    this.#from = from;
    this.#adjusted = adjusted;
  }

  add(lines: readonly Line[]): void {
    for (const { at, kind, workflow_id, agent, amount_nano_usd } of lines) {
      if (at < this.#from) continue;
      const day = entry(this.#days, localDay(at, this.#zone), () => []);
      day.push({ at, kind, workflow_id, agent, amount_nano_usd });
    }
  }

  /** Of one day. */
  on(day: Day, usual: UsualCost): Spent {
    return this.#sum(this.#days.get(day) ?? [], usual);
  }

  /** From one instant up to, not including, another. */
  between(start: Utc, end: Utc, usual: UsualCost): Spent {
    return this.#sum(this.#within(start, end), usual);
  }

  /** The sum of what was adjusted between two instants, the first included. */
  adjusted(start: Utc, end: Utc): number {
    return sum(this.#adjustedWithin(start, end).map(({ amount_nano_usd }) => amount_nano_usd));
  }

  /** When the sum from `start` on reached each of the amounts, which ascend; null: not before `end`. */
  reached(amounts: readonly number[], start: Utc, end: Utc, usual: UsualCost): (Utc | null)[] {
    const steps = [
      ...this.#adjustedWithin(start, end),
      ...this.#within(start, end).map((line) => ({
        at: line.at,
        amount_nano_usd: line.amount_nano_usd ?? usual.of(line)?.nano_usd ?? 0,
      })),
    ].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
    const reached = amounts.map((): Utc | null => null);
    let total = 0;
    let next = 0;
    for (const { at, amount_nano_usd: amount } of steps) {
      total += amount;
      while (next < amounts.length && amount > 0 && total >= (amounts[next] ?? Number.POSITIVE_INFINITY)) {
        reached[next] = at;
        next += 1;
      }
    }
    return reached;
  }

  #adjustedWithin(start: Utc, end: Utc): Adjusted[] {
    return this.#adjusted.filter(({ at }) => at >= start && at < end);
  }

  #within(start: Utc, end: Utc): Kept[] {
    const [first, last] = [localDay(start, this.#zone), localDay(end, this.#zone)];
    const days = [...this.#days].filter(([day]) => day >= first && day <= last);
    return days.flatMap(([, lines]) => lines.filter(({ at }) => at >= start && at < end));
  }

  #sum(lines: readonly Kept[], usual: UsualCost): Spent {
    const spent = nothingSpent();
    for (const line of lines) {
      if (line.amount_nano_usd !== null) {
        spent.known += line.amount_nano_usd;
        continue;
      }
      const estimate = usual.of(line);
      if (estimate === null) spent.unknown_n += 1;
      else {
        spent.estimated += estimate.nano_usd;
        spent.estimated_n += 1;
      }
    }
    return spent;
  }
}
