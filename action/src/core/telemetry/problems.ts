import type { ImportProblem } from "#core/telemetry/importer.ts";

/** A broken file can be wrong in every line. */
const MOST = 20;

/** What could not be used of one file: the first ones in full, the others counted. */
export class Problems {
  readonly #file: string;
  readonly #kept: ImportProblem[] = [];
  #more = 0;

  constructor(file: string) {
    this.#file = file;
  }

  add(line: number | null, message: string): void {
    if (this.#kept.length < MOST) this.#kept.push({ file: this.#file, line, message });
    else this.#more++;
  }

  list(): ImportProblem[] {
    const rest = { file: this.#file, line: null, message: `${this.#more} more lines could not be used.` };
    return this.#more === 0 ? this.#kept : [...this.#kept, rest];
  }
}
