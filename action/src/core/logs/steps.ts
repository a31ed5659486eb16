/** A stretch of a log that one step or command printed. Lines count from 1, both ends included. */
export type StepSpan = {
  /** As the log names it: the first line of a script, `owner/action@ref`, a command; null before the first. */
  name: string | null;
  start: number;
  end: number;
  outcome: "failed" | "passed" | "unknown";
  /** The line that says it failed: `##[error]Process completed with exit code 1.`, `… exited with 1.` */
  failure_line: number | null;
};
