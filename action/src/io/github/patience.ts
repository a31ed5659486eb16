import type { Clock } from "#app/effects.ts";
import { epoch } from "#core/time.ts";
import { ALL_WAITS_SECONDS, LONGEST_WAIT_SECONDS } from "#io/github/retry.ts";

/** Leave to send a request; `settle` says once it is known whether the limit still holds. */
export type Turn = { era: number; settle(isLimited: boolean): void };

/** Waits that GitHub's limits ask for, shared by all requests: everything stops, and then one tries for all. */
export class Patience {
  readonly #clock: Clock;
  readonly #onWait: (seconds: number) => void;
  #waited = 0;
  #resumeAt = 0;
  /** One for all who wait. */
  #sleep: Promise<void> | null = null;
  /** Limits met so far: what was sent before the last of them, and is refused after it, met the same. */
  #era = 0;
  #isTooLong = false;
  /** Nothing has been answered since the last wait. */
  #isLimited = false;
  /** The request that tries whether the limit is over. */
  #trial: Promise<void> | null = null;

  constructor(clock: Clock, onWait: (seconds: number) => void) {
    this.#clock = clock;
    this.#onWait = onWait;
  }

  /** Holds everything for so many seconds, if that is not too long. @returns whether it did */
  async wait(seconds: number, era = this.#era): Promise<boolean> {
    if (era === this.#era) {
      this.#era += 1;
      this.#isLimited = true;
      this.#isTooLong = seconds > LONGEST_WAIT_SECONDS || this.#waited + seconds > ALL_WAITS_SECONDS;
      if (!this.#isTooLong) {
        this.#waited += seconds;
        this.#resumeAt = epoch(this.#clock.now()) + seconds;
        this.#onWait(seconds);
      }
    }
    if (this.#isTooLong) return false;
    await this.pass();
    return true;
  }

  /** Resolves when nobody is asked to wait any more. */
  async pass(): Promise<void> {
    for (;;) {
      const seconds = this.#resumeAt - epoch(this.#clock.now());
      if (seconds <= 0) return;
      this.#sleep ??= this.#clock.sleep(seconds).finally(() => {
        this.#sleep = null;
      });
      await this.#sleep;
    }
  }

  /** Resolves when a request may go: nobody waits, or everybody did and this is the one that tries. */
  async turn(): Promise<Turn> {
    for (;;) {
      await this.pass();
      if (!this.#isLimited) return { era: this.#era, settle() {} };
      if (this.#trial === null) return this.#try();
      await this.#trial;
    }
  }

  #try(): Turn {
    let end = (): void => {};
    this.#trial = new Promise((resolve) => {
      end = resolve;
    });
    let isOver = false;
    const settle = (isLimited: boolean): void => {
      if (isOver) return;
      isOver = true;
      this.#isLimited &&= isLimited;
      this.#trial = null;
      end();
    };
    return { era: this.#era, settle };
  }
}
