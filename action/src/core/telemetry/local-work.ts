import { entry } from "#core/entry.ts";
import type { RepositoryLinks } from "#core/links.ts";
import type { StoredEvent } from "#core/records/event.ts";
import type { Execution } from "#core/records/execution.ts";
import type { ExecutionStatus } from "#core/records/execution-status.ts";
import type { Repository } from "#core/records/repository.ts";
import type { Run } from "#core/records/run.ts";
import type { State } from "#core/records/state.ts";
import { SCHEMA_VERSION } from "#core/records/version.ts";
import type { Utc } from "#core/time.ts";

/** Records that no sync has stored. */
export type LocalRecords = {
  repository: Repository;
  state: State;
  runs: Run[];
  executions: Execution[];
  events: StoredEvent[];
};

/**
 * What agents did where no run of GitHub was, as records: every execution that none other started is a run of its own,
 * with those that it started, numbered by their beginning. A run that was not on GitHub has no address.
 *
 * @param name what stands for the repository's
 * @param since when collecting began, for work that tells no time
 */
export function localWork(
  reported: { executions: readonly Execution[]; events: readonly StoredEvent[] },
  name: string,
  since: Utc,
): LocalRecords {
  const known = new Map(reported.executions.map((execution) => [execution.execution_id, execution]));
  const works = new Map<string, Execution[]>();
  for (const execution of reported.executions) {
    const { execution_id } = rootOf(execution, known);
    entry(works, execution_id, () => []).push(execution);
  }
  const beginningOf = (id: string) => begun(known.get(id)) ?? since;
  const roots = [...works.keys()].sort((a, b) => {
    const [one, other] = [`${beginningOf(a)} ${a}`, `${beginningOf(b)} ${b}`];
    return one < other ? -1 : 1;
  });
  const records: LocalRecords = { ...around(name), runs: [], executions: [], events: [] };
  /** The runs by what events may name: a trace or a session. */
  const runs = new Map<string, number>();
  for (const [index, root] of roots.entries()) {
    const id = index + 1;
    for (const execution of works.get(root) ?? []) {
      records.executions.push({ ...execution, run_id: id, run_attempt: 1 });
      for (const key of [execution.trace_id, execution.session_id]) if (key !== null) runs.set(key, id);
    }
    const first = known.get(root);
    if (first !== undefined) records.runs.push(runOf(id, first, beginningOf(root)));
  }
  for (const event of reported.events) {
    const id = runs.get(event.trace_id ?? "") ?? runs.get(event.session_id ?? "") ?? null;
    records.events.push({ ...event, run_id: id, run_attempt: id === null ? null : 1 });
  }
  return records;
}

/** The same of a folder that a job of a run left: GitHub knows how that run ended, and the folder does not. */
export function jobsWork(
  reported: { executions: readonly Execution[]; events: readonly StoredEvent[] },
  name: string,
  run: { id: number; run_attempt: number; created_at: Utc },
  github: RepositoryLinks,
): LocalRecords {
  const { id, run_attempt, created_at } = run;
  const runs: Run[] = [
    {
      ...UNKNOWN_RUN,
      ...{ id, run_attempt, created_at, run_started_at: created_at },
      ...{ html_url: github.run(id, run_attempt), jobs: null, detail: "summary" },
    },
  ];
  return {
    ...around(name, github.home),
    ...{ runs, executions: [...reported.executions], events: [...reported.events] },
  };
}

/** Who started it first; a circle, which only a forged file can tell, ends where it closes. */
function rootOf(execution: Execution, known: ReadonlyMap<string, Execution>): Execution {
  const passed = new Set<Execution>();
  let root = execution;
  for (let next: Execution | undefined = root; next !== undefined && !passed.has(next); ) {
    passed.add(next);
    root = next;
    next = known.get(root.parent_execution_id ?? "");
  }
  return root;
}

function begun(execution: Execution | undefined): Utc | null {
  return execution?.started_at ?? execution?.completed_at ?? null;
}

const CONCLUSIONS: Readonly<Record<ExecutionStatus, string | null>> = {
  ...{ success: "success", failure: "failure", timeout: "timed_out", cancelled: "cancelled" },
  in_progress: null,
};

function runOf(id: number, root: Execution, created_at: Utc): Run {
  return {
    ...UNKNOWN_RUN,
    ...{ id, run_number: id, created_at },
    status: root.status === "in_progress" ? "in_progress" : "completed",
    conclusion: CONCLUSIONS[root.status],
    run_started_at: root.started_at,
    updated_at: root.completed_at,
    duration_seconds: root.duration_ms === null ? null : root.duration_ms / 1000,
  };
}

const UNKNOWN_RUN = {
  ...{ run_number: 1, run_attempt: 1, workflow_id: 1, workflow_name: "Local work", workflow_file: null },
  ...{ display_title: null, event: "local", status: null, conclusion: null, updated_at: null },
  ...{ head_branch: null, head_sha: "", head_commit: null, head_repository: null, from_fork: false },
  ...{ referenced_workflows: [], actor: null, triggering_actor: null, duration_seconds: null, html_url: "" },
  ...{ pull_requests: [], artifacts: [], detail: "full", jobs: [] },
} satisfies Partial<Run>;

function around(name: string, html_url = ""): Pick<LocalRecords, "repository" | "state"> {
  return {
    repository: {
      ...{ schema_version: SCHEMA_VERSION, full_name: name, visibility: null, default_branch: null },
      ...{ html_url, workflows: [] },
    },
    state: {
      ...{ schema_version: SCHEMA_VERSION, covered: null, backfill: [], pending: [], ledger: [] },
      own_workflow_id: null,
    },
  };
}
