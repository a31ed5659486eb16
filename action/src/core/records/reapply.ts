import { isShard, type RecordFile, recordFile, recordPath, type ShardFile } from "#core/records/files.ts";
import { type Forgetting, forgettingOf, withoutForgotten } from "#core/records/forget.ts";
import { type Forgotten, NOTHING_FORGOTTEN } from "#core/records/forgotten.ts";
import { KINDS, type KindName } from "#core/records/kinds.ts";
import { mergeRecords } from "#core/records/merge-records.ts";
import { mergeState } from "#core/records/merge-state.ts";
import { parseSingle } from "#core/records/parse.ts";
import { parseShard, type ShardRecords } from "#core/records/parse-shard.ts";
import { shardTexts } from "#core/records/shard.ts";
import type { State } from "#core/records/state.ts";
import { canonicalText } from "#core/records/text.ts";

/** Texts by path under `<owner>/<repo>/`: one stored file, or all parts of one shard. */
export type Texts = ReadonlyMap<string, string>;

/**
 * What to store when somebody else changed the same file since `base`. Pure merging of parsed records: lines are
 * never merged, so there is no conflict to resolve.
 *
 * @param file which file; of a shard any part
 * @param forgotten by either side: nothing of it comes back
 * @param where names the other side's copy in messages
 * @throws UserError when a text is damaged or newer than this code
 */
export function reapply(
  file: RecordFile,
  base: Texts,
  ours: Texts,
  theirs: Texts,
  where: string,
  forgotten: Forgotten = NOTHING_FORGOTTEN,
): Texts {
  if (isShard(file)) return reapplyShard(file, ours, theirs, where, forgettingOf(forgotten));
  if (file.kind === "repository") return ours;
  if (file.kind === "forgotten") return new Map([[recordPath(file), canonicalText(forgotten)]]);
  // Made from records, so it is made again: until then the one that knows more stands.
  if (file.kind === "guard") return laterCompiled(ours, theirs);
  const [mine, other] = [stateIn(ours, where), stateIn(theirs, where)];
  if (mine === null || other === null) return mine === null ? theirs : ours;
  return new Map([[recordPath(file), canonicalText(mergeState(stateIn(base, where), mine, other))]]);
}

/** Theirs is on the branch already, so it counts as stored and ours as what comes to it. */
function reapplyShard<Name extends KindName>(
  { kind, shard }: ShardFile<Name>,
  ours: Texts,
  theirs: Texts,
  where: string,
  forgetting: Forgetting | null,
): Texts {
  const [mine, other] = [shardIn(kind, ours, where), shardIn(kind, theirs, where)];
  const { records } = mergeRecords(KINDS[kind], other.records, mine.records);
  const leftOut = [...other.leftOut, ...mine.leftOut].map(({ text }) => text);
  const left =
    forgetting === null
      ? records
      : records.flatMap((record) => withoutForgotten(kind, record, forgetting) ?? []);
  return shardTexts(kind, shard, left, leftOut);
}

function shardIn<Name extends KindName>(kind: Name, texts: Texts, where: string): ShardRecords<Name> {
  const read: ShardRecords<Name> = { records: [], leftOut: [] };
  for (const [path, text] of texts) {
    const file = recordFile(path);
    if (file?.kind !== kind) continue;
    const { records, leftOut } = parseShard(file as ShardFile<Name>, text, `${where}${path}`);
    read.records.push(...records);
    read.leftOut.push(...leftOut);
  }
  return read;
}

function stateIn(texts: Texts, where: string): State | null {
  const path = recordPath({ kind: "state" });
  const text = texts.get(path);
  return text === undefined ? null : parseSingle("state", text, `${where}${path}`);
}

function laterCompiled(ours: Texts, theirs: Texts): Texts {
  const asOf = (texts: Texts) => /"as_of": "([^"]{1,30})"/.exec([...texts.values()].join(""))?.[1] ?? "";
  return asOf(theirs) > asOf(ours) ? theirs : ours;
}
