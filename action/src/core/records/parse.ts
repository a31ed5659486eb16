import type * as z from "zod";
import { UserError } from "#core/errors.ts";
import { type RecordFile, recordPath } from "#core/records/files.ts";
import { JournalShard } from "#core/records/journal.ts";
import { migrate } from "#core/records/migrate.ts";
import { Repository } from "#core/records/repository.ts";
import { AnalysisShard, EventShard, ExecutionShard, PullShard, RunShard } from "#core/records/shard.ts";
import { State } from "#core/records/state.ts";
import { withinBounds } from "#core/records/within-bounds.ts";

/** The schema of each kind of file. */
const SCHEMAS = {
  runs: RunShard,
  analyses: AnalysisShard,
  executions: ExecutionShard,
  events: EventShard,
  pulls: PullShard,
  journal: JournalShard,
  state: State,
  repository: Repository,
};
type Stored = { [Kind in keyof typeof SCHEMAS]: z.infer<(typeof SCHEMAS)[Kind]> };

/** What is lost when a file that cannot be repaired is deleted. */
const WHEN_DELETED: Readonly<Record<RecordFile["kind"], string>> = {
  runs: "delete it together with state.json: the next sync fetches again what GitHub still has",
  analyses: "delete it: readings whose logs have expired are lost, others can be made again",
  executions: "delete it: what telemetry has expired is lost, the rest can be imported again",
  events: "take care: it is the audit trail, deleting it loses that day's decisions",
  pulls: "delete it: the next sync that finds something new asks for them again",
  journal: "delete it: only that month's history of syncs is lost",
  state: "delete it: the next sync lists the runs again, stored ones stay",
  repository: "delete it: the next sync writes it anew",
};

/**
 * The text of a stored file as the current version of its schema.
 *
 * @param where the file's path as its reader knows it, for messages
 * @throws UserError that says what is wrong in which line and how to recover
 */
export function parseRecords<File extends RecordFile>(
  file: File,
  text: string,
  where: string,
): Stored[File["kind"]] {
  const schema: z.ZodType = SCHEMAS[file.kind];
  const data = migrate(file, parseJson(file, text, where), where);
  const asIs = schema.safeParse(data);
  const parsed = asIs.success ? asIs : schema.safeParse(believable(file, data));
  if (!parsed.success) throw damaged(file, where, complaint(parsed.error, text));
  const records = parsed.data as Stored[File["kind"]];
  const moved =
    ("day" in file && "day" in records && records.day !== file.day) ||
    ("month" in file && "month" in records && records.month !== file.month);
  if (moved) throw damaged(file, where, "holds the records of another time than its name says");
  return records;
}

/**
 * Telemetry was stored for a time whatever its numbers meant. One that its schema no longer believes is unknown from
 * here on, and never the end of what else the file holds; whatever else is wrong with it stays wrong.
 */
function believable({ kind }: RecordFile, data: unknown): unknown {
  return kind === "executions" || kind === "events" ? withinBounds(SCHEMAS[kind], data) : data;
}

/** For everything that is wrong with a file of ours. */
export function damaged(file: RecordFile, where: string, what: string): UserError {
  return new UserError(
    `${where} ${what}. It was left as it is.`,
    `Take its last good version from git (\`git log -- ${recordPath(file)}\`, \`git checkout <commit> -- …\`), or ${WHEN_DELETED[file.kind]}.`,
  );
}

function parseJson(file: RecordFile, text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The engine's message quotes the text and differs between versions of Node; ours names the line.
    throw damaged(file, where, whatIsBroken(text));
  }
}

function whatIsBroken(text: string): string {
  if (text.trim() === "") return "is empty";
  const lines = text.split("\n");
  const marker = lines.findIndex((line) => /^(<{7}|>{7}|={7}$)/.test(line));
  if (marker !== -1) return `holds a merge conflict (line ${marker + 1})`;
  const record = lines.findIndex((line) => /^ *\{./.test(line) && !isJson(line.trim().replace(/,$/, "")));
  if (record !== -1) return `is not valid JSON (line ${record + 1})`;
  return text.trimEnd().endsWith("}") ? "is not valid JSON" : `is cut off (line ${lines.length})`;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The first thing the schema dislikes: `has a wrong record in line 7: runs.3.jobs: expected array`. */
function complaint(error: z.ZodError, text: string): string {
  const [issue] = error.issues;
  if (issue === undefined) return "is wrong";
  const [list, index] = issue.path;
  const line = typeof index === "number" ? lineOf(text, String(list), index) : null;
  const place = line === null ? "" : ` in line ${line}`;
  const more = error.issues.length > 1 ? ` (and ${error.issues.length - 1} more)` : "";
  return `does not fit its schema${place}: ${issue.path.join(".") || "the file"}: ${issue.message}${more}`;
}

/** The line of a record, in files laid out as ours; null where somebody else formatted it. */
function lineOf(text: string, list: string, index: number): number | null {
  const lines = text.split("\n");
  const line = lines.indexOf(`  ${JSON.stringify(list)}: [`) + 1 + index;
  return lines[line]?.startsWith("    {") ? line + 1 : null;
}
