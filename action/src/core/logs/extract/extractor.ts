import type { Analysis } from "#core/records/analysis.ts";

/** Collects one kind of fact from a log, besides the finding: test names, coverage, costs. */
export type Extractor = {
  /** Lower-case literals; `line` is called for lines that contain one of them, in order. */
  hints: readonly string[];
  /** `text` is the cleaned line, `time` its timestamp in epoch milliseconds. */
  line(text: string, number: number, time: number | null): void;
  /** True when the line right after this one is wanted too, whatever it contains. */
  wantsNext?(): boolean;
  /** How many things it remembers by now; bounded, however long the log. */
  held(): number;
  finish(into: Partial<Analysis>): void;
};
