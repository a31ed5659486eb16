import { UserError } from "#core/errors.ts";
import type { Day, Month } from "#core/time.ts";

/** Which file of `data/<owner>/<repo>/` holds what. Everything that knows a stored path is here. */
export type RecordFile =
  /** A day's runs; `part` 1 is `2026-11-20.json`, part 2 continues in `2026-11-20.2.json`. */
  | { kind: "runs"; day: Day; part: number }
  /** Readings of logs, in the shard of their run's day; parts likewise. */
  | { kind: "analyses"; day: Day; part: number }
  /** What agents did in the runs of that day. */
  | { kind: "executions"; day: Day; part: number }
  /** Events by the day they were first recorded; these files only grow. */
  | { kind: "events"; day: Day; part: number }
  /** Pull requests that agents touched, by the month they were opened in. */
  | { kind: "pulls"; month: Month }
  | { kind: "journal"; month: Month }
  | { kind: "state" }
  | { kind: "repository" };

/** Kinds that are kept by day. */
export type DayKind = Extract<RecordFile, { day: Day }>["kind"];
type MonthKind = Extract<RecordFile, { month: Month }>["kind"];

const SHARD = /^(runs|analyses|executions|events)\/(\d{4}-\d\d-\d\d)(?:\.([2-9]|[1-9]\d+))?\.json$/;
const MONTH = /^(pulls|journal)\/(\d{4}-\d\d)\.json$/;

export function recordPath(file: RecordFile): string {
  switch (file.kind) {
    case "runs":
    case "analyses":
    case "executions":
    case "events":
      return `${file.kind}/${file.day}${file.part === 1 ? "" : `.${file.part}`}.json`;
    case "pulls":
    case "journal":
      return `${file.kind}/${file.month}.json`;
    default:
      return `${file.kind}.json`;
  }
}

/** What a path under `<owner>/<repo>/` holds; null for files that are not ours. */
export function recordFile(path: string): RecordFile | null {
  const shard = SHARD.exec(path);
  if (shard?.[2]) return { kind: shard[1] as DayKind, day: shard[2], part: Number(shard[3] ?? 1) };
  const month = MONTH.exec(path);
  if (month?.[2]) return { kind: month[1] as MonthKind, month: month[2] };
  if (path === "state.json") return { kind: "state" };
  if (path === "repository.json") return { kind: "repository" };
  return null;
}

/** Files that are merged together have one path here: a day's parts that of the first. */
export function mergedPath(file: RecordFile): string {
  return recordPath("part" in file ? { ...file, part: 1 } : file);
}

/** The same for a path under a data-dir: `folder` is `<owner>/<repo>/`. */
export function dataFile(path: string): { folder: string; file: RecordFile } | null {
  const [owner, name, ...rest] = path.split("/");
  const file = recordFile(rest.join("/"));
  return isFolderName(owner) && isFolderName(name) && file ? { folder: `${owner}/${name}/`, file } : null;
}

/** `owner/name` as the two folders of its records. @throws UserError for what is no repository name */
export function repositoryFolders(repository: string): [owner: string, name: string] {
  const [owner, name, ...rest] = repository.split("/");
  if (!isFolderName(owner) || !isFolderName(name) || rest.length > 0)
    throw new UserError(
      `${JSON.stringify(repository)} is not a repository.`,
      "Give it as owner/name, e.g. octo-org/agent-fleet.",
    );
  return [owner, name];
}

function isFolderName(text: string | undefined): text is string {
  return text !== undefined && /^[\w.-]{1,100}$/.test(text) && !/^\.{1,2}$/.test(text);
}
