import type { GitHubLogs, LogSource } from "#app/effects.ts";
import { readJobLog } from "#app/read-logs.ts";
import { analysisOf } from "#core/failures/analysis-of.ts";
import type { AgentResult } from "#core/records/analysis.ts";
import type { Previews } from "#core/records/previews.ts";
import type { Artifact, Job } from "#core/records/run.ts";
import { RequestFailed } from "#core/sync/request-failed.ts";
import { believedExecutions } from "#core/telemetry/believed.ts";
import { FileImport } from "#core/telemetry/import-files.ts";
import type { ImportContext, Imported, ImportProblem, TextSink } from "#core/telemetry/importer.ts";
import { jobLogExecutions } from "#core/telemetry/importers/job-log.ts";
import { withinUpload } from "#core/telemetry/stored-size.ts";

export type TelemetryReading = Imported & { bytes: number };

/** Thrown to end the reading of an entry whose artifact has cost what it may. */
const ENOUGH = Symbol("enough");

/**
 * What the artifacts of an attempt tell, each entry fed to the importers while it inflates, in the order of their
 * names so that the same artifacts give the same records. An artifact that costs too much is read in part. Rejects
 * with `RequestFailed` where the storage is down, for what lies there may come another time.
 *
 * @param now seconds of any clock
 */
export async function readArtifacts(
  github: GitHubLogs,
  artifacts: readonly Artifact[],
  context: ImportContext,
  now?: () => number,
): Promise<TelemetryReading> {
  const importing = new FileImport(context, undefined, now);
  let bytes = 0;
  for (const { id, name } of artifacts) {
    const archive = await github.artifact(id);
    if (archive.status === "refused") {
      if (archive.mayPass) throw new RequestFailed("failed", "artifact storage", archive.detail);
      importing.problem({ file: name, line: null, message: `${archive.reason} (${archive.detail})` });
      continue;
    }
    for (const entry of archive.entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const file = `${name}/${entry.name}`;
      const sink = importing.file(file);
      if (importing.isSpent()) break;
      const { problem, read } = await readEntry(entry, sink, () => importing.isSpent());
      bytes += read;
      if (problem !== null) importing.problem({ file, line: null, message: problem });
    }
  }
  const uploaded = artifacts.reduce((sum, { size_in_bytes }) => sum + size_in_bytes, 0);
  return { ...withinUpload(importing.finish(), uploaded), bytes };
}

/** Feeds an entry to the importers, as far as they want it. */
async function readEntry(entry: LogSource, sink: TextSink, isEnough: () => boolean) {
  const decoder = new TextDecoder();
  let read = 0;
  let problem: string | null = null;
  try {
    const reading = await entry.read((piece) => {
      read += piece.length;
      sink.push(decoder.decode(piece, { stream: true }));
      if (isEnough()) throw ENOUGH;
    });
    problem = reading.problem;
  } catch (thrown) {
    if (thrown !== ENOUGH) throw thrown;
  }
  sink.push(decoder.decode());
  sink.end();
  return { problem, read };
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
  const problems: ImportProblem[] = [];
  const executions = believedExecutions(jobLogExecutions(context, agents), context, problems);
  return { executions, events: [], problems };
}

export function importContext(
  run: ImportContext["run"],
  repository: string,
  privacy: { previews: Previews; redact: readonly string[] },
): ImportContext {
  return {
    repository,
    run,
    jobId: null,
    privacy: {
      previews: privacy.previews,
      redact: Object.fromEntries(privacy.redact.map((kind) => [kind, true])),
    },
  };
}
