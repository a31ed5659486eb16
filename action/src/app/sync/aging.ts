import { RETENTION_KEYS, type RetentionDays, STANDARD_RETENTION } from "#core/records/retention.ts";
import type { State } from "#core/records/state.ts";
import { addDays, type Day, type Month, type Utc } from "#core/time.ts";

/**
 * Days that have just grown too old are looked at, and some before them for syncs that did not happen: what is older
 * was done then.
 */
const DAYS_LOOKED_AT = 62;

/** Which stored days may hold details that are older than they are kept. */
export class Aging {
  #applied: RetentionDays;
  readonly #start: Utc | null;
  readonly #isFilling: boolean;
  readonly #atWork: ReadonlySet<Day | Month>;

  /** @param start of the stretch that the sync began with */
  constructor(state: State | null, start: Utc | null) {
    this.#applied = state?.retention ?? STANDARD_RETENTION;
    this.#start = start;
    this.#isFilling = state === null || state.backfill.length > 0;
    this.#atWork = new Set(state?.pending.map(({ day }) => day));
  }

  /** Days before `end` to look at: all where the backfill brings old ones, or where details were kept longer. */
  among(days: readonly (Day | Month)[], end: Day, now: RetentionDays, start: Utc | null): (Day | Month)[] {
    const all =
      this.#isFilling || start !== this.#start || RETENTION_KEYS.some((key) => now[key] < this.#applied[key]);
    const first = addDays(end, -DAYS_LOOKED_AT);
    return days.filter((day) => day < end && (all || day >= first || this.#atWork.has(day)));
  }

  /** All that was to be looked at was. */
  applied(days: RetentionDays): void {
    this.#applied = days;
  }

  /** For `state.json`: nothing where the standard holds. */
  get state(): Pick<State, "retention"> {
    const isStandard = RETENTION_KEYS.every((key) => this.#applied[key] === STANDARD_RETENTION[key]);
    return isStandard ? {} : { retention: { ...this.#applied } };
  }
}
