import type { ImportProblem, ReadingContext, TextSink } from "#core/telemetry/importer.ts";

/** A broken file can be wrong in every line. */
const MOST = 20;

/** What could not be used of one file: the first ones in full, the others counted. */
export class Problems {
  readonly #file: string;
  readonly #budget: ReadingContext["budget"];
  readonly #kept: ImportProblem[] = [];
  #more = 0;

  constructor(file: string, { budget }: Pick<ReadingContext, "budget">) {
    this.#file = file;
    this.#budget = budget;
  }

  /** Works on one item of the file: what that throws is the item's own problem, and the rest goes on. */
  item(line: number, work: () => void): void {
    if (!this.#budget().item()) return;
    try {
      work();
    } catch (error) {
      this.add(line, `It could not be used: ${wordsOf(error)}`);
    }
  }

  add(line: number | null, message: string): void {
    this.#budget().broken();
    if (this.#kept.length < MOST) this.#kept.push({ file: this.#file, line, message });
    else this.#more++;
  }

  list(): ImportProblem[] {
    const rest = { file: this.#file, line: null, message: `${this.#more} more lines could not be used.` };
    return this.#more === 0 ? this.#kept : [...this.#kept, rest];
  }
}

/** What anything thrown says, short. */
export function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 200) : "an unknown error";
}

/** The same sink, whose file's problems go to all others once it has ended. */
export function listedAtEnd(sink: TextSink, problems: Problems, all: ImportProblem[]): TextSink {
  return {
    push: sink.push,
    end() {
      sink.end();
      all.push(...problems.list());
    },
  };
}
