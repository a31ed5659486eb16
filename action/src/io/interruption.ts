import { setMaxListeners } from "node:events";

const SIGNALS = ["SIGINT", "SIGTERM"] as const;

/**
 * Notes the first Ctrl-C, or request to end, for work that has something to save; a second one of the same kind ends
 * the process at once. GitHub sends a cancelled job SIGINT, after 7.5 seconds SIGTERM, and kills it 2.5 seconds later.
 */
export class Interruption {
  /** What came; null: nothing so far. */
  signal: NodeJS.Signals | null = null;
  readonly #controller = new AbortController();
  readonly #heed = (signal: NodeJS.Signals): void => {
    this.signal ??= signal;
    this.#controller.abort(new Error(this.reason ?? ""));
  };

  constructor() {
    // As many listen as requests are under way or wait for their turn.
    setMaxListeners(0, this.#controller.signal);
    for (const signal of SIGNALS) process.once(signal, this.#heed);
  }

  /** The same in words. */
  get reason(): string | null {
    return this.signal && `it was told to end (${this.signal})`;
  }

  /** Aborted when it came, with the reason: what is under way then must not be waited for. */
  get aborting(): AbortSignal {
    return this.#controller.signal;
  }

  /** Leaves the end of the process to itself again. */
  close(): void {
    for (const signal of SIGNALS) process.off(signal, this.#heed);
  }
}

/** Resolves at the first Ctrl-C (or a request to end); later ones change nothing, so that the end stays clean. */
export function interruption(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of SIGNALS) process.on(signal, () => resolve());
  });
}
