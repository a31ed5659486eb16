import * as z from "zod";
import type { RecordFile } from "#core/records/files.ts";
import { type Old, raisedTo } from "#core/records/migrate-old.ts";
import { contentId } from "#core/sha256.ts";

/**
 * 1 → 2: records did not say whose hands they came from. A file of one kind does not know the runs of another, so what
 * came of a fork's run is marked as the repository's own here, and read as a fork's beside its run (`trustOf`).
 */
export function provenance(file: RecordFile, data: unknown): unknown {
  return raisedTo(2, file, data, STEPS);
}

const STEPS: Readonly<Partial<Record<RecordFile["kind"], (record: Old) => Old>>> = {
  runs: (run) => ({ ...run, from_fork: wasFromFork(run) }),
  analyses: (reading) => ({ ...reading, trust: reading["source"] === "record" ? "own" : "log" }),
  events: (event) => ({ ...event, trust: "own", own_step: false }),
  executions: ownId,
};

const PULL_EVENTS: readonly unknown[] = [
  "pull_request",
  "pull_request_target",
  "pull_request_review",
  "pull_request_review_comment",
];

/** By name, for no ids were kept; the run's address holds the name that the repository had then. */
function wasFromFork({ head_repository: head, html_url, event }: Old): boolean {
  if (typeof head !== "string" || head === "") return PULL_EVENTS.includes(event);
  return !String(html_url).toLowerCase().includes(`/${head.toLowerCase()}/actions/`);
}

/** Ready-made executions chose their id, which may be that of another run's: theirs is made anew, and so are links to it. */
function ownId(execution: Old): Old {
  const { execution_id, parent_execution_id, source, run_id, run_attempt } = execution;
  const importer = z.looseObject({ importer: z.string() }).safeParse(source).data?.importer;
  const trust = importer === "job-log" ? "log" : "own";
  if (importer !== "collected-executions") return { ...execution, told_id: null, trust };
  const made = (reported: unknown) => contentId(run_id, run_attempt, reported);
  return {
    ...execution,
    execution_id: made(execution_id),
    told_id: execution_id,
    parent_execution_id: typeof parent_execution_id === "string" ? made(parent_execution_id) : null,
    trust,
  };
}
