import type { AgentEvent } from "#core/records/event.ts";
import type { Execution } from "#core/records/execution.ts";
import type { Previews } from "#core/records/previews.ts";
import type { Run } from "#core/records/run.ts";
import type { RedactOptions } from "#core/redact/redact.ts";
import type { CollectedJob } from "#core/telemetry/collected-job.ts";
import type { ReadingBudget } from "#core/telemetry/reading-budget.ts";

/** What an importer may know besides the files themselves. */
export type ImportContext = {
  /** `owner/name`. */
  repository: string;
  run: Pick<
    Run,
    | "id"
    | "run_attempt"
    | "created_at"
    | "run_started_at"
    | "head_sha"
    | "from_fork"
    | "workflow_file"
    | "actor"
    | "triggering_actor"
  >;
  /** Whether there is no run: the files are of a developer's machine, and a note of \`collect\` there names none. */
  isLocal?: boolean;
  /** Names of the run's artifacts that a guard step left, by GitHub's own times; none when left out. */
  guardArtifacts?: readonly string[];
  /** The job the files certainly belong to; null for artifacts, which belong to the run. */
  jobId: number | null;
  privacy: ImportPrivacy;
};

/** The same while files are read. */
export type ReadingContext = ImportContext & {
  /** Of the artifact that is being read. */
  budget: () => ReadingBudget;
};

/** What of texts is kept. */
type ImportPrivacy = {
  /** How much of prompts, answers and tools' data is kept, redacted. */
  previews: Previews;
  redact: RedactOptions;
};

/** Something in a file that could not be used; the rest was. */
export type ImportProblem = { file: string; line: number | null; message: string };

/**
 * An event, and where it stood, as far as its importer says. `own_step`: in a file of our own collect step, which only
 * who sees all files of the attempt can tell.
 */
export type ReportedEvent = AgentEvent & { file?: string; own_step?: boolean };

/** What the files of one attempt told. */
export type Imported = {
  executions: Execution[];
  events: ReportedEvent[];
  problems: ImportProblem[];
  /** What is known of the jobs that files come from; the executions of a job's artifact take from it what they lack. */
  jobs?: CollectedFrom[];
};

/** @property artifact the name of the artifact that holds the job's note */
export type CollectedFrom = { artifact: string; job: CollectedJob };

/**
 * A row of the importer table: one format that an agent, or a tool around it, leaves behind. Files of one run
 * attempt are offered to the rows in order; the first row that accepts a file owns it, so that what two formats
 * tell of the same work is counted once.
 */
export type Importer = {
  /** Stable: stored with every execution it made. */
  name: string;
  /**
   * Raised whenever what it makes of the same file changes: of two tellings of the same work the newer one's stays,
   * and what an older one told is read again while its artifacts are there.
   */
  version: number;
  /** Higher is better; stored with the execution. */
  rank: number;
  /**
   * @param path the artifact's name, a slash, the entry's name: `agent/aw_info.json`. A label, never a path on disk.
   * @param head the first 4,096 characters
   */
  accepts(path: string, head: string): boolean;
  /** One reader for all accepted files of one attempt. */
  open(context: ReadingContext): ImportReader;
};

/**
 * Never throws on what it reads: broken, huge, forged or truncated input becomes a problem that names file and
 * line. Memory is bounded by the caps of `MOST` and the longest line, not by the file.
 */
export type ImportReader = {
  /** Begins a file; its text comes in pieces of any size, cut anywhere. */
  file(path: string): TextSink;
  finish(): Imported;
};

/** Takes the text of one file in pieces; nothing comes after `end`. */
export type TextSink = { push(text: string): void; end(): void };
