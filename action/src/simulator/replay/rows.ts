import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { RunPayload } from "#simulator/model.ts";

/** GitHub's fields under GitHub's names. The tool's own conclusions (agent, issue, duration) are left behind. */
const KEPT = [
  "id",
  "run_number",
  "display_title",
  "status",
  "conclusion",
  "created_at",
  "updated_at",
  "run_started_at",
  "html_url",
  "event",
  "head_branch",
  "head_sha",
  "pull_requests",
] as const;

/** A run as another tool stored it, flattened. */
type Row = Pick<RunPayload, (typeof KEPT)[number]> & {
  workflow_name: string;
  /** The file's name without its folder. */
  workflow_file: string;
  /** A login. */
  triggering_actor: string;
};

/** Workflow ids were not stored; these stand in for them, by file, far from real ones. */
const FIRST_WORKFLOW = 1;

/**
 * `chained/runs-union.json` as run payloads. Fields that no row has are absent; only `path` gets back the folder
 * where GitHub requires workflow files to be, and `workflow_id` is a stand-in.
 */
export async function readRows(folder: string): Promise<RunPayload[]> {
  const file = join(folder, "chained/runs-union.json");
  if (!existsSync(file)) return [];
  const rows = JSON.parse(await readFile(file, "utf8")) as Row[];
  const files = [...new Set(rows.map((row) => row.workflow_file))].sort();
  return rows.map((row) => toPayload(row, FIRST_WORKFLOW + files.indexOf(row.workflow_file)));
}

function toPayload(row: Row, workflow: number): RunPayload {
  const kept = Object.fromEntries(KEPT.filter((field) => field in row).map((field) => [field, row[field]]));
  const payload = {
    ...kept,
    name: row.workflow_name,
    path: `.github/workflows/${row.workflow_file}`,
    workflow_id: workflow,
    triggering_actor: { login: row.triggering_actor },
  };
  // Incomplete on purpose: what was not stored is not served.
  return payload as unknown as RunPayload;
}
