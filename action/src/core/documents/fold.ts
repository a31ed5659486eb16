import type { Config } from "#core/config.ts";
import type { Repository } from "#core/records/repository.ts";
import type { Run } from "#core/records/run.ts";
import type { State } from "#core/records/state.ts";
import type { Utc } from "#core/time.ts";

/**
 * A document is a pure fold over the stored runs, oldest day first: `add` sees every attempt once, `finish`
 * concludes. A fold keeps figures, not runs, so that 100,000 runs stream through without being held.
 */
export type Fold<Document> = {
  add(run: Run): void;
  finish(): Document;
};

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
