import { recordPath } from "#core/records/files.ts";
import { keyOf } from "#core/records/kind.ts";
import { KINDS, type KindName, type Stored } from "#core/records/kinds.ts";
import { mergeRecords } from "#core/records/merge-records.ts";
import { type LeftOut, parseShard } from "#core/records/parse-shard.ts";
import { shardTexts } from "#core/records/shard.ts";
import type { Day, Month } from "#core/time.ts";
import type { RecordFolder } from "#io/record-folder.ts";

/** A day's or month's records, and the files they were read from. */
export type StoredShard<Name extends KindName> = {
  kind: Name;
  shard: Day | Month;
  records: Stored[Name][];
  leftOut: (LeftOut & { path: string })[];
  /** Path → text. */
  files: ReadonlyMap<string, string>;
  /** Whether the files are as a writer leaves them who is not killed: numbered, in order, and nothing twice. */
  isTidy: boolean;
};

export async function readShard<Name extends KindName>(
  folder: RecordFolder,
  kind: Name,
  shard: Day | Month,
): Promise<StoredShard<Name>> {
  const listed = (await folder.list(kind, shard)).filter((file) => file.shard === shard);
  const files = new Map<string, string>();
  const found: Stored[Name][] = [];
  const leftOut: StoredShard<Name>["leftOut"] = [];
  for (const file of listed.sort((a, b) => a.part - b.part)) {
    const [path, text] = [recordPath(file), await folder.read(file)];
    if (text === null) continue; // removed since it was listed
    const part = parseShard(file, text, folder.nameOf(path));
    files.set(path, text);
    found.push(...part.records);
    leftOut.push(...part.leftOut.map((each) => ({ ...each, path })));
  }
  // A writer killed between two files leaves a record in both; merging makes it one again.
  const { records } = mergeRecords(KINDS[kind], [], found);
  const isTidy =
    listed.every(({ part }, index) => part === index + 1) &&
    found.length === records.length &&
    found.every((record, index) => isOfSameThing(kind, record, records[index]));
  return { kind, shard, records, leftOut, files, isTidy };
}

/** Replaces all files of a shard. Last part first: a record that moves to the next is there before it leaves this one. */
export async function writeShard<Name extends KindName>(
  folder: RecordFolder,
  { kind, shard, leftOut, files }: StoredShard<Name>,
  records: readonly Stored[Name][],
): Promise<void> {
  const kept = leftOut.map(({ text }) => text);
  const texts = shardTexts(kind, shard, records, kept);
  for (const [path, text] of [...texts].reverse()) await folder.write(path, text, files.get(path) ?? null);
  for (const path of files.keys()) if (!texts.has(path)) await folder.remove(path);
}

function isOfSameThing<Name extends KindName>(
  kind: Name,
  a: Stored[Name],
  b: Stored[Name] | undefined,
): boolean {
  return b !== undefined && keyOf(KINDS[kind], a) === keyOf(KINDS[kind], b);
}
