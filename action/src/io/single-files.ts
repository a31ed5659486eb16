import { recordPath } from "#core/records/files.ts";
import { parseSingle, type SingleName, type SingleRecord } from "#core/records/parse.ts";
import { canonicalText } from "#core/records/text.ts";
import type { RecordFolder } from "#io/record-folder.ts";

/** The files that hold one record each. */
export type SingleFiles = {
  read<Kind extends SingleName>(kind: Kind): Promise<SingleRecord<Kind> | null>;
  /** What is there must be ours, or nothing is written. */
  write<Kind extends SingleName>(kind: Kind, record: SingleRecord<Kind>): Promise<void>;
};

export function singleFiles(folder: RecordFolder): SingleFiles {
  async function load<Kind extends SingleName>(kind: Kind) {
    const path = recordPath({ kind });
    const text = await folder.read({ kind });
    return { path, text, record: text === null ? null : parseSingle(kind, text, folder.nameOf(path)) };
  }
  return {
    read: async (kind) => (await load(kind)).record,
    async write(kind, record) {
      const { path, text } = await load(kind);
      await folder.write(path, canonicalText(record), text);
    },
  };
}
