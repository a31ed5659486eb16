import type { Config } from "#core/config.ts";
import type { StoredAnalysis } from "#core/records/analysis.ts";
import type { Execution } from "#core/records/execution.ts";
import type { Repository } from "#core/records/repository.ts";
import type { Job, Run } from "#core/records/run.ts";
import type { State } from "#core/records/state.ts";
import type { Utc } from "#core/time.ts";

/**
 * A document is a pure fold over the stored runs, oldest day first: `add` sees every attempt once, `finish`
 * concludes. A fold keeps figures, not runs, so that 100,000 runs stream through without being held.
 */
export type Fold<Document> = {
  /** Folds that look at the run alone leave `facts` out. */
  add(run: Run, facts?: Facts): void;
  finish(): Document;
};

/** What else is stored about one attempt. */
export type Facts = {
  /** The reading of its logs; null when there is none. */
  reading: StoredAnalysis | null;
  /** What its agents did, by key, as far as it counts. */
  executions: readonly Execution[];
  /** What a fork's run told of its agents, which counts nowhere and is shown as a fork's; none when left out. */
  foreign?: readonly Execution[];
};

export const NO_FACTS: Facts = { reading: null, executions: [] };

/** Everything a document may know besides the runs. `now` is the moment of the last sync, not the reader's. */
export type Context = {
  now: Utc;
  config: Config;
  repository: Repository;
  state: State;
  /** `https://github.com` or the Enterprise host. */
  server: string;
};

/** AgentOps' own runs are shown but kept out of failure statistics, or it would report itself. */
export function isOwn(run: Pick<Run, "workflow_id">, context: Context): boolean {
  return run.workflow_id === context.state.own_workflow_id;
}

/**
 * When an attempt counts: at its own start. A re-run of an old run belongs to the day it was re-run on, and
 * figures count attempts unless they say runs.
 */
export function startedAt(run: Pick<Run, "run_started_at" | "created_at">): Utc {
  return run.run_started_at ?? run.created_at;
}

/**
 * The jobs that this attempt executed. A partial re-run carries the others over from an earlier attempt, where
 * they are counted.
 */
export function ownJobs(run: Pick<Run, "jobs" | "run_attempt">): Job[] {
  return (run.jobs ?? []).filter((job) => job.run_attempt === run.run_attempt);
}
