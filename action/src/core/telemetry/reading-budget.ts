/**
 * What reading one artifact may cost: its zip says nothing of what it unpacks to, and whoever can upload one chose
 * every line of it. What is beyond is left unread, and said.
 */
export const BUDGET = {
  /** UTF-16 units unpacked: as much as one sync reads by default. */
  characters: 200_000_000,
  /** Lines, or objects of a list: a hundred characters each, and the whole is spent. */
  items: 2_000_000,
  /** Lines that are not what their file holds: a file with more of them is another thing, or made to keep us busy. */
  broken: 500,
  seconds: 60,
} as const;
type Limits = { [Limit in keyof typeof BUDGET]: number };

/** Counts what the files of one artifact cost together. */
export class ReadingBudget {
  readonly #limits: Limits;
  readonly #now: () => number;
  readonly #end: number;
  #characters = 0;
  #items = 0;
  #broken = 0;
  #spent: string | null = null;

  /** @param now seconds of any clock; without one time is not looked at */
  constructor(now: () => number = () => 0, limits: Limits = BUDGET) {
    this.#now = now;
    this.#limits = limits;
    this.#end = now() + limits.seconds;
  }

  /** Why nothing more is read; null while there is something left. */
  get spent(): string | null {
    return this.#spent;
  }

  /** @returns whether a piece of so many characters may be read */
  read(characters: number): boolean {
    const { characters: most, seconds } = this.#limits;
    this.#characters += characters;
    if (this.#characters > most) this.#spend(`Only the first ${most} characters of an artifact are read.`);
    if (this.#now() > this.#end)
      this.#spend(`An artifact is read for ${seconds} seconds, and this takes longer.`);
    return this.#spent === null;
  }

  /** @returns whether one more line or object may be looked at */
  item(): boolean {
    this.#items += 1;
    if (this.#items > this.#limits.items)
      this.#spend(`Only the first ${this.#limits.items} lines of an artifact are read.`);
    return this.#spent === null;
  }

  /** One of them could not be used. */
  broken(): void {
    this.#broken += 1;
    if (this.#broken >= this.#limits.broken)
      this.#spend(`Given up after ${this.#limits.broken} lines that could not be used.`);
  }

  #spend(reason: string): void {
    this.#spent ??= reason;
  }
}
