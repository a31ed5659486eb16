import type { Blueprint, Mishap } from "#simulator/history/blueprint.ts";
import type { Commit, Pull } from "#simulator/history/happened.ts";

/** Something happens that starts a run. */
export type Occasion = {
  blueprint: Blueprint;
  at: number;
  event: string;
  /** Null where the account has been deleted since. */
  actor: string | null;
  title: string;
  branch: string;
  commit: Commit;
  pull: Pull | null;
  /** The number of the issue or pull request that it is about; absent where there is none. */
  topic?: number;
  /** How its attempts go; drawn by chance when absent. */
  takes?: readonly Take[];
  /** Seconds until a runner is there, instead of the usual. */
  queue?: number;
  /** Seconds until a reviewer decides, instead of the usual. */
  review?: number;
};

/** One attempt to come. */
export type Take = {
  fate: Fate;
  /** Seconds after the previous attempt ended. */
  after: number;
  /** Only what failed runs again; the other jobs are carried over. */
  failedOnly: boolean;
  /** Who asked for it: the run's own actor unless it is a re-run. */
  actor: string | null;
};

export type Fate =
  | { conclusion: "success" }
  | { conclusion: "failure" | "timed_out"; mishap: Mishap }
  /** `after`: seconds since the attempt started. */
  | { conclusion: "cancelled"; after: number }
  /** No job was needed, possible or allowed. */
  | { conclusion: "skipped" | "startup_failure" | "action_required" };

export function firstTake(fate: Fate, actor: string | null): Take {
  return { fate, after: 0, failedOnly: false, actor };
}
