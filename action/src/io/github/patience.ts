import type { Clock } from "#app/effects.ts";
import { epoch } from "#core/time.ts";

/** Longer waits are left to the next sync: a runner's minutes cost more than a later row. */
const LONGEST_WAIT_SECONDS = 60;
const ALL_WAITS_SECONDS = 120;
const LONGEST_BACK_OFF_MS = 60_000;
const SHORTEST_BACK_OFF_MS = 2000;

/** Waits that GitHub asks for, shared by all requests, and pauses before repetitions. */
export class Patience {
  readonly #clock: Clock;
  readonly #baseMs: number;
  readonly #onWait: (seconds: number) => void;
  #waited = 0;
  #resumeAt = 0;

  constructor(clock: Clock, onWait: (seconds: number) => void, baseMs = SHORTEST_BACK_OFF_MS) {
    this.#clock = clock;
    this.#onWait = onWait;
    this.#baseMs = baseMs;
  }

  /** Holds everything for so many seconds, if that is not too long. @returns whether it did */
  async wait(seconds: number): Promise<boolean> {
    const now = epoch(this.#clock.now());
    const longer = now + seconds - Math.max(now, this.#resumeAt);
    if (longer > 0) {
      if (seconds > LONGEST_WAIT_SECONDS || this.#waited + longer > ALL_WAITS_SECONDS) return false;
      this.#waited += longer;
      this.#resumeAt = now + seconds;
      this.#onWait(longer);
    }
    await this.pass();
    return true;
  }

  /** Resolves when nobody is asked to wait any more. */
  async pass(): Promise<void> {
    const seconds = this.#resumeAt - epoch(this.#clock.now());
    if (seconds > 0) await this.#clock.sleep(seconds);
  }

  /** Pauses before the repetition that follows so many others: doubling, with jitter against stampedes. */
  async backOff(repetitions: number): Promise<void> {
    const milliseconds = Math.min(LONGEST_BACK_OFF_MS, this.#baseMs * 2 ** repetitions * (1 + Math.random()));
    this.#onWait(milliseconds / 1000);
    await this.#clock.sleep(milliseconds / 1000);
  }
}
