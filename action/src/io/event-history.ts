import type { DayChange } from "#core/audit/event-changes.ts";
import type { Commit } from "#core/audit/verification.ts";
import { describe } from "#core/errors.ts";
import { dataFile, isShard, recordPath, type ShardFile } from "#core/records/files.ts";
import { type Forgotten, NOTHING_FORGOTTEN } from "#core/records/forgotten.ts";
import { parseSingle } from "#core/records/parse.ts";
import { parseShard, type ShardRecords } from "#core/records/parse-shard.ts";
import { formatUtc } from "#core/time.ts";
import type { Checkout } from "#io/checkout.ts";
import type { Git } from "#io/git.ts";
import { explained } from "#io/git-trouble.ts";

/** A commit, and files of events in it that could not be read. */
export type SeenCommit = Commit & { unreadable: { path: string; why: string }[] };

type Row = {
  sha: string;
  seconds: number;
  parents: string[];
  author: string;
  files: Map<string, string | null>;
};

/**
 * Every commit of the data branch, the first one first, with what it did to files of events. Fetches the whole history.
 *
 * @param prefix the data-dir's path on the branch, with a slash at the end
 * @throws UserError when it cannot be fetched
 */
export async function* eventHistory(
  { git, branch }: Checkout,
  head: string | null,
  prefix: string,
): AsyncIterable<SeenCommit> {
  if (head === null) return;
  try {
    if ((await git(["rev-parse", "--is-shallow-repository"])).trim() === "true")
      await git(["fetch", "--quiet", "--no-tags", "--unshallow", "origin", `refs/heads/${branch}`]);
  } catch (error) {
    throw explained(error, `Cannot fetch the history of ${branch}`);
  }
  const log = await git([
    ...["-c", "core.quotePath=false", "log", "--first-parent", "--diff-merges=first-parent", "--reverse"],
    ...["--raw", "--no-renames", "--no-abbrev", "--format=commit %H %ct %P|%an", head],
  ]);
  const walk = new Walk(git);
  for (const row of rowsOf(log, prefix)) yield walk.step(row);
}

function* rowsOf(log: string, prefix: string): Iterable<Row> {
  let row: Row | null = null;
  for (const line of log.split("\n")) {
    const [, sha, seconds, parents = "", author = ""] =
      /^commit (\w+) (\d+) ([\w ]*)\|(.*)$/.exec(line) ?? [];
    if (sha !== undefined) {
      if (row !== null) yield row;
      row = {
        sha,
        seconds: Number(seconds),
        parents: parents.split(" ").filter(Boolean),
        author,
        files: new Map(),
      };
      continue;
    }
    const [, id = "", status = "", path = ""] = /^:\d+ \d+ \w+ (\w+) (\w)\d*\t(.*)$/.exec(line) ?? [];
    if (row !== null && path.startsWith(prefix))
      row.files.set(path.slice(prefix.length), status === "D" ? null : id);
  }
  if (row !== null) yield row;
}

/** The files of events as of the last commit that was looked at. */
class Walk {
  readonly #git: Git;
  /** Of a day in a repository's folder: its files, and what they held. */
  readonly #days = new Map<string, { files: Map<string, string>; records: ShardRecords<"events"> }>();
  readonly #forgotten = new Map<string, Forgotten>();

  constructor(git: Git) {
    this.#git = git;
  }

  async step({ sha, seconds, parents, author, files }: Row): Promise<SeenCommit> {
    const unreadable: SeenCommit["unreadable"] = [];
    const touched = new Map<string, { folder: string; changes: Map<string, string | null> }>();
    for (const [path, id] of files) {
      const found = dataFile(path);
      if (found?.file.kind === "forgotten") await this.#forget(found.folder, path, id);
      if (found === null || !isShard(found.file) || found.file.kind !== "events") continue;
      const first = `${found.folder}${recordPath({ ...found.file, part: 1 })}`;
      const day = touched.get(first) ?? { folder: found.folder, changes: new Map() };
      day.changes.set(path, id);
      touched.set(first, day);
    }
    const days: DayChange[] = [];
    for (const [path, { folder, changes }] of touched)
      try {
        days.push(await this.#change(path, folder, changes));
      } catch (error) {
        unreadable.push({ path, why: describe(error) });
      }
    return { sha, at: formatUtc(seconds), author, parents, days, unreadable };
  }

  async #forget(folder: string, path: string, id: string | null): Promise<void> {
    if (id === null) return void this.#forgotten.delete(folder);
    const text = await this.#git(["cat-file", "blob", id]);
    this.#forgotten.set(folder, parseSingle("forgotten", text, path));
  }

  async #change(
    path: string,
    folder: string,
    changes: ReadonlyMap<string, string | null>,
  ): Promise<DayChange> {
    const before = this.#days.get(path) ?? { files: new Map(), records: { records: [], leftOut: [] } };
    const files = new Map(before.files);
    for (const [name, id] of changes)
      if (id === null) files.delete(name);
      else files.set(name, id);
    const records: ShardRecords<"events"> = { records: [], leftOut: [] };
    for (const [name, id] of files) {
      const file = dataFile(name)?.file as ShardFile<"events">;
      const read = parseShard(file, await this.#git(["cat-file", "blob", id]), name);
      records.records.push(...read.records);
      records.leftOut.push(...read.leftOut);
    }
    this.#days.set(path, { files, records });
    return {
      ...{ path, before: before.records, after: records },
      forgotten: this.#forgotten.get(folder) ?? NOTHING_FORGOTTEN,
    };
  }
}
