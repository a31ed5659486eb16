import type { GitHubLogs } from "#app/effects.ts";
import { readJobLog } from "#app/read-logs.ts";
import { analysisOf } from "#core/failures/analysis-of.ts";
import type { AgentResult } from "#core/records/analysis.ts";
import type { Artifact, Job, Run } from "#core/records/run.ts";
import { importFiles } from "#core/telemetry/import-files.ts";
import type { ImportContext, Imported } from "#core/telemetry/importer.ts";
import { jobLogExecutions } from "#core/telemetry/importers/job-log.ts";

export type TelemetryReading = Imported & { bytes: number };

/** No entry of an artifact is read further than this. */
const LARGEST_ENTRY = 512 * 1024 * 1024;

/**
 * What the artifacts of an attempt tell, each entry fed to the importers while it inflates, in the order of their
 * names so that the same artifacts give the same records.
 */
export async function readArtifacts(
  github: GitHubLogs,
  artifacts: readonly Artifact[],
  context: ImportContext,
): Promise<TelemetryReading> {
  const importing = importFiles(context);
  let bytes = 0;
  for (const { id, name } of artifacts) {
    const archive = await github.artifact(id);
    if (archive.status === "refused") {
      importing.problem({ file: name, line: null, message: `${archive.reason} (${archive.detail})` });
      continue;
    }
    for (const entry of archive.entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const file = `${name}/${entry.name}`;
      const sink = importing.file(file);
      const decoder = new TextDecoder();
      let read = 0;
      const { problem } = await entry.read((piece) => {
        if (read < LARGEST_ENTRY) sink.push(decoder.decode(piece, { stream: true }));
        read += piece.length;
      });
      sink.push(decoder.decode());
      sink.end();
      bytes += read;
      if (problem !== null) importing.problem({ file, line: null, message: problem });
    }
  }
  return { ...importing.finish(), bytes };
}

/** What an agent printed into the log of the job it ran in: the one that took longest. */
export async function readAgentLog(
  github: GitHubLogs,
  jobs: readonly Job[],
  context: ImportContext,
): Promise<TelemetryReading> {
  const [job] = jobs
    .filter(({ steps, conclusion }) => steps.length > 0 && conclusion !== "skipped")
    .sort((a, b) => (b.duration_seconds ?? 0) - (a.duration_seconds ?? 0) || a.id - b.id);
  if (job === undefined) return { executions: [], events: [], problems: [], bytes: 0 };
  const { parts, bytes, truncated } = await readJobLog(github, job);
  const { agents } = analysisOf(context.run, parts, truncated, { excerpts: "none", redact: [] });
  return { ...ofAgents(agents, { ...context, jobId: job.id }), bytes };
}

/** The same where a reading of the attempt's logs has found it already. */
export function ofAgents(agents: readonly AgentResult[], context: ImportContext): Imported {
  return { executions: jobLogExecutions(context, agents), events: [], problems: [] };
}

export function importContext(
  run: Run,
  repository: string,
  privacy: { previews: "none" | "short"; redact: readonly string[] },
): ImportContext {
  return {
    repository,
    run,
    jobId: null,
    privacy: {
      previews: privacy.previews === "short",
      redact: Object.fromEntries(privacy.redact.map((kind) => [kind, true])),
    },
  };
}
