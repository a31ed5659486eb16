import type { MergeResult, Store } from "#app/effects.ts";
import { GuardTable } from "#core/guard/guard-table.ts";
import { admitNew } from "#core/records/admission.ts";
import { recordPath } from "#core/records/files.ts";
import { type Forgetting, forgettingOf, withoutForgotten } from "#core/records/forget.ts";
import { Forgotten, NOTHING_FORGOTTEN } from "#core/records/forgotten.ts";
import { KINDS, type KindName, type Stored } from "#core/records/kinds.ts";
import { mergeRecords } from "#core/records/merge-records.ts";
import { canonicalState } from "#core/records/merge-state.ts";
import { Repository } from "#core/records/repository.ts";
import { State } from "#core/records/state.ts";
import { canonicalText } from "#core/records/text.ts";
import type { Day, Month } from "#core/time.ts";
import { queue } from "#io/queue.ts";
import { RecordFolder } from "#io/record-folder.ts";
import { readShard, writeShard } from "#io/shard-files.ts";
import { singleFiles } from "#io/single-files.ts";
import { unreadableRecords } from "#io/unreadable-records.ts";

/**
 * The records of one repository as files under `root/<owner>/<repo>/`. Every write is atomic, and none when the
 * bytes are equal. A file that is no JSON, foreign or newer than this code throws a UserError that names it and
 * says how to recover; it is never overwritten. A record that cannot be read stays in its file and is named by
 * `unreadable`. One store a folder and process: its own writes wait for each other, those of others do not (across
 * machines the data branch merges).
 */
export function directoryStore(root: string, repository: string): Store {
  const folder = new RecordFolder(root, repository);
  const inTurn = queue();
  const single = singleFiles(folder);
  const unreadable = unreadableRecords();

  async function read<Name extends KindName>(kind: Name, shard: Day | Month) {
    const stored = await readShard(folder, kind, shard);
    unreadable.found(kind, shard, stored.leftOut);
    return stored;
  }

  async function merge<Name extends KindName>(
    kind: Name,
    shard: Day | Month,
    fresh: readonly Stored[Name][],
  ): Promise<MergeResult<Stored[Name]>> {
    const forgetting = forgettingOf((await single.read("forgotten")) ?? NOTHING_FORGOTTEN);
    const { accepted, refused } = admitted(kind, shard, fresh, forgetting);
    unreadable.refused(recordPath({ kind, shard, part: 1 }), refused);
    const stored = await read(kind, shard);
    const { records, added, updated } = mergeRecords(KINDS[kind], stored.records, accepted);
    const changed = added + updated > 0;
    if (changed || !stored.isTidy) await writeShard(folder, stored, records);
    return { added, updated, total: records.length, changed, refused };
  }

  async function rewrite<Name extends KindName>(
    kind: Name,
    shard: Day | Month,
    change: (record: Stored[Name]) => Stored[Name] | null,
  ): Promise<Stored[Name][]> {
    const stored = await read(kind, shard);
    const changed = stored.records.map(change);
    const were = stored.records.filter((record, index) => record !== changed[index]);
    const left = changed.filter((record) => record !== null);
    if (were.length > 0) await writeShard(folder, stored, left);
    return were;
  }

  return {
    readRepository: () => single.read("repository"),
    writeRepository: (record) => inTurn(() => single.write("repository", Repository.parse(record))),
    readState: () => single.read("state"),
    writeState: (state) => inTurn(() => single.write("state", canonicalState(State.parse(state)))),
    readForgotten: () => single.read("forgotten"),
    writeForgotten: (forgotten) => inTurn(() => single.write("forgotten", Forgotten.parse(forgotten))),
    readGuardTable: () => folder.read(GUARD),
    writeGuardTable: (table) => inTurn(() => writeGuardTable(folder, table)),
    days: async (kind) => [...new Set((await folder.list(kind)).map((file) => file.shard))].sort(),
    read: async (kind, day) => (await read(kind, day)).records,
    merge: (kind, day, records) => inTurn(() => merge(kind, day, records)),
    rewrite: (kind, day, change) => inTurn(() => rewrite(kind, day, change)),
    unreadable: () => unreadable.all(),
    sizes: () => folder.sizes(),
  };
}

const GUARD = { kind: "guard" } as const;

async function writeGuardTable(folder: RecordFolder, table: GuardTable): Promise<void> {
  await folder.write(recordPath(GUARD), canonicalText(GuardTable.parse(table)), await folder.read(GUARD));
}

/** Without what was forgotten, and parted by what can be stored. */
function admitted<Name extends KindName>(
  kind: Name,
  shard: Day | Month,
  fresh: readonly Stored[Name][],
  forgetting: Forgetting | null,
) {
  const accepted: Stored[Name][] = [];
  const refused: MergeResult<Stored[Name]>["refused"] = [];
  for (const seen of fresh) {
    const record = forgetting === null ? seen : withoutForgotten(kind, seen, forgetting);
    if (record === null) continue;
    const admission = admitNew(KINDS[kind], shard, record);
    if (admission.refusal === null) accepted.push(admission.record);
    else refused.push({ ...admission.refusal, record });
  }
  return { accepted, refused };
}
