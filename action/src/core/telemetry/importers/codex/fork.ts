/** A copy is written at once; a model does not answer as fast. */
const LONGEST_PAUSE_MS = 500;

/** Where the copy of its parent ends that the file of a forked thread begins with. */
export class CodexFork {
  readonly #began: number | null;
  #last: number | null;
  #isOver = false;
  /** The thread that was forked. */
  readonly parent: string;

  /** @param at milliseconds of the line that says so */
  constructor(parent: string, at: number | null) {
    this.parent = parent;
    this.#began = at;
    this.#last = at;
  }

  /** Whether a line of that time is a copy: it kept its old time, or follows the one before without a pause. */
  isCopy(at: number | null): boolean {
    if (this.#isOver || this.#began === null || this.#last === null) return false;
    if (at === null || at <= this.#began) return true;
    this.#isOver = at - this.#last > LONGEST_PAUSE_MS;
    this.#last = at;
    return !this.#isOver;
  }
}
