import { writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { info, warning } from "@actions/core";
import type { Previews } from "#core/records/previews.ts";
import { printableLine } from "#core/render/printable.ts";
import { COLLECTED } from "#core/telemetry/collected-job.ts";
import type { ImportContext } from "#core/telemetry/importer.ts";
import { toUtc } from "#core/time.ts";
import { agentFiles } from "#io/collect/agent-files.ts";
import { readAgentFiles } from "#io/collect/read-agent-files.ts";

const MOST_WARNINGS = 5;

/**
 * Reads what the known agents left on the runner, and keeps of it the executions alone: tokens, steps, tools, and of
 * what was said as much as the step was told to. Agents that export nothing are told exactly this way, and their files need not leave the machine.
 *
 * @param startedAt when the collect step began; older files are another job's
 */
export async function keepExecutions(
  directory: string,
  startedAt: string,
  previews: Previews,
): Promise<void> {
  const { env } = process;
  const started = toUtc(startedAt);
  const [id, run_attempt] = [Number(env["GITHUB_RUN_ID"]), Number(env["GITHUB_RUN_ATTEMPT"])];
  if (started === null || !Number.isSafeInteger(id) || !Number.isSafeInteger(run_attempt)) return;
  const files = await agentFiles(env, homedir(), Date.parse(started));
  if (files.length === 0) return;
  const context: ImportContext = {
    repository: env["GITHUB_REPOSITORY"] ?? "",
    run: {
      ...{ id, run_attempt, created_at: started, run_started_at: started },
      ...{ head_sha: env["GITHUB_SHA"] ?? "", workflow_file: null, from_fork: false },
      ...{ actor: env["GITHUB_ACTOR"] ?? null, triggering_actor: env["GITHUB_TRIGGERING_ACTOR"] ?? null },
    },
    jobId: null,
    privacy: { previews, redact: {} },
  };
  const { executions, problems } = await readAgentFiles(files, context);
  for (const { file, line, message } of problems.slice(0, MOST_WARNINGS))
    warning(printableLine(`${file}${line === null ? "" : ` line ${line}`}: ${message}`));
  if (executions.length === 0) return;
  const lines = executions.map((execution) => `${JSON.stringify(execution)}\n`);
  await writeFile(join(directory, COLLECTED.executions), lines.join(""));
  info(`Read ${executions.length} executions from ${files.length} files that agents left.`);
}
