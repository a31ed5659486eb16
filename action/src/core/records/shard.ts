import * as z from "zod";
import { parts } from "#core/records/bytes.ts";
import { recordPath } from "#core/records/files.ts";
import { compareRecords } from "#core/records/kind.ts";
import { KINDS, type KindName, type Stored } from "#core/records/kinds.ts";
import { shardText } from "#core/records/text.ts";
import { SCHEMA_VERSION } from "#core/records/version.ts";
import { Day, type Month } from "#core/time.ts";

/** The schema of a file of one kind: `runs/2026-11-20.json`, `pulls/2026-11.json`. */
export function shardSchema(name: KindName): z.ZodType {
  return envelopeSchema(name, KINDS[name].schema);
}

/** The same, whatever its records are. */
export function envelopeSchema(name: KindName, record: z.ZodType = z.unknown()): z.ZodObject {
  const { shard, list } = KINDS[name];
  return z.strictObject({
    schema_version: z.literal(SCHEMA_VERSION),
    [shard]: shard === "day" ? Day : z.string(),
    [list]: z.array(record),
  });
}

/**
 * The records of a shard (parsed by their schema) as files: path under `<owner>/<repo>/` → text, first part first.
 *
 * @param leftOut records that cannot be read, as they were found: they stand behind the others, so that nothing is lost
 */
export function shardTexts<Name extends KindName>(
  name: Name,
  shard: Day | Month,
  records: readonly Stored[Name][],
  leftOut: readonly string[] = [],
): Map<string, string> {
  const kind = KINDS[name];
  const sorted = [...records].sort((a, b) => compareRecords(kind, a, b));
  const lines = [...sorted.map((record) => JSON.stringify(record)), ...[...new Set(leftOut)].sort()];
  const envelope = { schema_version: SCHEMA_VERSION, [kind.shard]: shard };
  const texts = new Map<string, string>();
  for (const part of parts(lines, kind.mostPerFile ?? Number.POSITIVE_INFINITY))
    texts.set(recordPath({ kind: name, shard, part: texts.size + 1 }), shardText(envelope, kind.list, part));
  return texts;
}
