import type * as z from "zod";
import { entry } from "#core/entry.ts";
import { admit, type Refusal } from "#core/records/admission.ts";
import { damaged } from "#core/records/damaged.ts";
import type { ShardFile } from "#core/records/files.ts";
import { KINDS, type KindName, type Stored } from "#core/records/kinds.ts";
import { complaint, parseFile } from "#core/records/parse.ts";
import { envelopeSchema } from "#core/records/shard.ts";

/** A record that stands in a file and cannot be read. */
export type LeftOut = Refusal & {
  /** In the file, from 1; null where somebody else formatted it. */
  line: number | null;
  /** The bytes that stand there: they are kept, whatever else is written. */
  text: string;
};

/** What one file of a shard holds. */
export type ShardRecords<Name extends KindName> = { records: Stored[Name][]; leftOut: LeftOut[] };

const envelopes = new Map<KindName, z.ZodObject>();

/**
 * The text of a shard's file. Records that cannot be read are left out, for one of them must not hide the others.
 *
 * @param where the file's path as its reader knows it, for messages
 * @throws UserError for a file that is damaged as a whole, not ours, or newer than this code
 */
export function parseShard<Name extends KindName>(
  file: ShardFile<Name>,
  text: string,
  where: string,
): ShardRecords<Name> {
  const kind = KINDS[file.kind];
  const schema = entry(envelopes, file.kind, () => envelopeSchema(file.kind));
  const envelope = schema.safeParse(parseFile(file, text, where));
  if (!envelope.success) throw damaged(file, where, complaint(envelope.error));
  if (envelope.data[kind.shard] !== file.shard)
    throw damaged(file, where, "holds the records of another time than its name says");
  const read: ShardRecords<Name> = { records: [], leftOut: [] };
  const placeOf = places(text, kind.list);
  for (const [index, found] of (envelope.data[kind.list] as unknown[]).entries()) {
    const { record, refusal } = admit(kind, file.shard, found);
    if (refusal === null) read.records.push(record);
    else read.leftOut.push({ ...refusal, ...placeOf(index, JSON.stringify(found)) });
  }
  return read;
}

/** Where a record stands in files laid out as ours: its line, as it is written there. */
function places(text: string, list: string): (index: number, json: string) => Pick<LeftOut, "line" | "text"> {
  let lines: string[] | null = null;
  return (index, json) => {
    lines ??= text.split("\n");
    const at = lines.indexOf(`  ${JSON.stringify(list)}: [`) + 1 + index;
    const line = /^ {4}(\S.*?),?$/.exec(lines[at] ?? "")?.[1];
    if (at === index || line === undefined) return { line: null, text: json };
    return { line: at + 1, text: isSame(line, json) ? line : json }; // a migration has changed it
  };
}

function isSame(line: string, json: string): boolean {
  try {
    return JSON.stringify(JSON.parse(line)) === json;
  } catch {
    return false;
  }
}
