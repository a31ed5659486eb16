import { globs } from "#core/glob.ts";
import type { Run } from "#core/records/run.ts";
import type { State, Window } from "#core/records/state.ts";
import type { Utc } from "#core/time.ts";

/** The last words of the workflow file that our README has users copy. */
const OWN_FILE = /(^|\/)agentops-data-sync\.ya?ml$/;

export type ScopeOptions = {
  /** Globs over workflow names and files; empty means all. */
  workflows: readonly string[];
  ownRunId: number | null;
  /** Path of the workflow that runs us, e.g. `.github/workflows/agentops-data-sync.yml`. */
  ownWorkflowFile: string | null;
};

/** Which runs are a sync's business: of which workflows, and created when. */
export class Scope {
  readonly #options: ScopeOptions;
  readonly #isWanted: (text: string) => boolean;
  /** Every run created in this stretch has been listed, but for `backfill`; null before the first listing. */
  covered: Window | null;
  backfill: Window[];
  /** The sync's own workflow, once recognised. */
  ownWorkflowId: number | null;

  constructor(options: ScopeOptions, state: State | null) {
    this.#options = options;
    this.#isWanted = globs(options.workflows);
    this.covered = state?.covered ?? null;
    this.backfill = state?.backfill ?? [];
    this.ownWorkflowId = state?.own_workflow_id ?? null;
  }

  /** Takes another stretch for its own: that of two syncs, merged. */
  replace(state: State): void {
    this.covered = state.covered;
    this.backfill = state.backfill;
    this.ownWorkflowId = state.own_workflow_id;
  }

  /** The oldest `created_at` that is stored or still to be listed; null before the first sync. */
  get start(): Utc | null {
    const starts = [this.covered, ...this.backfill].flatMap((window) =>
      window === null ? [] : [window.from],
    );
    return starts.sort()[0] ?? null;
  }

  holds(run: Run): boolean {
    if (run.created_at < (this.start ?? "")) return false;
    if (this.#options.workflows.length === 0) return true;
    const file = run.workflow_file ?? "";
    return [run.workflow_name ?? "", file, file.split("/").at(-1) ?? ""].some((text) => this.#isWanted(text));
  }

  /** Our own workflow: the run that we are, the file we were told, or the one that users copy. */
  recogniseOwn(run: Run): void {
    const { ownRunId, ownWorkflowFile } = this.#options;
    const isOurs = run.id === ownRunId || (ownWorkflowFile !== null && run.workflow_file === ownWorkflowFile);
    if (isOurs || (this.ownWorkflowId === null && OWN_FILE.test(run.workflow_file ?? "")))
      this.ownWorkflowId = run.workflow_id;
  }
}
