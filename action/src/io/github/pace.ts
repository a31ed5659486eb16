import type { Clock } from "#app/effects.ts";
import { epoch } from "#core/time.ts";

/** GitHub allows 900 points a minute and endpoint; a GET is one. A little below, for clocks that disagree. */
const REQUESTS_PER_WINDOW = 880;
/** A minute, and the second that our clock cannot see. */
const WINDOW_SECONDS = 61;

/**
 * Keeps every endpoint within its requests a minute: a sliding window, in which bursts pass and the pace of the
 * whole never exceeds what is allowed.
 */
export class Pace {
  readonly #clock: Clock;
  readonly #onWait: (seconds: number) => void;
  readonly #sent = new Map<string, number[]>();
  readonly #turn = new Map<string, Promise<void>>();

  constructor(clock: Clock, onWait: (seconds: number) => void) {
    this.#clock = clock;
    this.#onWait = onWait;
  }

  /** Resolves when the endpoint may be asked once more; those who ask wait in line. */
  take(endpoint: string): Promise<void> {
    const turn = (this.#turn.get(endpoint) ?? Promise.resolve()).then(() => this.#wait(endpoint));
    this.#turn.set(endpoint, turn);
    return turn;
  }

  async #wait(endpoint: string): Promise<void> {
    const sent = this.#sent.get(endpoint) ?? [];
    this.#sent.set(endpoint, sent);
    const first = sent.length < REQUESTS_PER_WINDOW ? undefined : sent.shift();
    const seconds = first === undefined ? 0 : first + WINDOW_SECONDS - epoch(this.#clock.now());
    if (seconds > 0) {
      this.#onWait(seconds);
      await this.#clock.sleep(seconds);
    }
    sent.push(epoch(this.#clock.now()));
  }
}
