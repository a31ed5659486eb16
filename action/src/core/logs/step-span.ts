/** A stretch of a log that one step or command printed. Lines count from 1, both ends included. */
export type StepSpan = {
  /** As the log names it: the first line of a script, `owner/action@ref`, a command; null when it names none. */
  name: string | null;
  start: number;
  end: number;
  outcome: "failed" | "passed" | "unknown";
  /** The line that says it failed: `##[error]Process completed with exit code 1.`, `… exited with 1.` */
  failure_line: number | null;
  /** The last line of what GitHub echoes of a step before it runs: its script, its inputs; 0: there is none. */
  header_end: number;
  /** What it echoes, at most 4,000 characters; else the name. */
  script: string;
  /** Whoever printed the log said itself where it begins and how it ended. */
  is_marked: boolean;
  /** Of the exit code that the failure's line tells. */
  exit_code: number | null;
  /** Epoch milliseconds of its first and last line that was looked at. */
  began: number | null;
  ended: number | null;
};

export function spanFrom(start: number, name: string | null, time: number | null): StepSpan {
  return {
    name,
    start,
    end: start,
    outcome: "unknown",
    failure_line: null,
    header_end: 0,
    script: name ?? "",
    is_marked: false,
    exit_code: null,
    began: time,
    ended: time,
  };
}

/** More steps than any honest log has. */
const MOST_STEPS = 1000;
const EDGE = MOST_STEPS / 4;

/** When there are too many: the first, the last, and of those between some that failed. Leaves at most 3/4. */
export function thinned<T>(all: T[], spanOf: (one: T) => StepSpan): T[] {
  if (all.length <= MOST_STEPS) return all;
  const between = all.slice(EDGE, -EDGE).filter((one) => spanOf(one).outcome === "failed");
  return [...all.slice(0, EDGE), ...between.slice(0, EDGE), ...all.slice(-EDGE)];
}
