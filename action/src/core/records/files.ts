import { UserError } from "#core/errors.ts";
import { KINDS, type KindName } from "#core/records/kinds.ts";
import type { Day, Month } from "#core/time.ts";

/**
 * Which file of `data/<owner>/<repo>/` holds what. Everything that knows a stored path is here. `guard.json` is no
 * record: it is compiled from them for whoever asks before an agent starts.
 */
export type RecordFile = ShardFile | { kind: "state" | "repository" | "forgotten" | "guard" };

/** A day's or month's records; `part` 1 is `2026-11-20.json`, part 2 continues in `2026-11-20.2.json`. */
export type ShardFile<Name extends KindName = KindName> = { kind: Name; shard: Day | Month; part: number };

const SHARD = /^(\w+)\/(\d{4}-\d\d(?:-\d\d)?)(?:\.([2-9]|[1-9]\d+))?\.json$/;
const LENGTH = { day: "2026-11-20".length, month: "2026-11".length };

export function recordPath(file: RecordFile): string {
  if (!isShard(file)) return `${file.kind}.json`;
  return `${file.kind}/${file.shard}${file.part === 1 ? "" : `.${file.part}`}.json`;
}

/** What a path under `<owner>/<repo>/` holds; null for files that are not ours. */
export function recordFile(path: string): RecordFile | null {
  if (path === "state.json") return { kind: "state" };
  if (path === "repository.json") return { kind: "repository" };
  if (path === "forgotten.json") return { kind: "forgotten" };
  if (path === "guard.json") return { kind: "guard" };
  const [, kind = "", shard = "", part] = SHARD.exec(path) ?? [];
  if (!isKind(kind) || shard.length !== LENGTH[KINDS[kind].shard]) return null;
  return { kind, shard, part: Number(part ?? 1) };
}

export function isShard(file: RecordFile): file is ShardFile {
  return "shard" in file;
}

function isKind(name: string): name is KindName {
  return Object.hasOwn(KINDS, name);
}

/** Files that are merged together have one path here: a day's parts that of the first. */
export function mergedPath(file: RecordFile): string {
  return recordPath(isShard(file) ? { ...file, part: 1 } : file);
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
