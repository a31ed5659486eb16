import type * as z from "zod";
import { MOST_LINE_BYTES } from "#core/records/bytes.ts";
import { type Kind, keyOf } from "#core/records/kind.ts";
import { withinBounds } from "#core/records/within-bounds.ts";

/** Why a record is not taken: a value, for one bad record must not keep us from the others. */
export type Refusal = {
  /** As far as it can be told. */
  key: string | null;
  reason: string;
};

export type Admission<R> = { record: R; refusal: null } | { record: null; refusal: Refusal };

/** A record found in the files of a shard: it must fit its schema and lie where it belongs. */
export function admit<R extends object>(kind: Kind<R>, shard: string, found: unknown): Admission<R> {
  const asIs = kind.schema.safeParse(found);
  const parsed =
    asIs.success || !kind.wasUnbounded ? asIs : kind.schema.safeParse(withinBounds(kind.schema, found));
  if (!parsed.success) return refused(keyIn(kind, found), complaint(parsed.error));
  const home = kind.shardOf(parsed.data) ?? shard;
  if (home !== shard) return refused(keyOf(kind, parsed.data), `belongs to ${home}, not to ${shard}`);
  return { record: parsed.data, refusal: null };
}

/** A record that is to be stored: besides, it must fit into one file. */
export function admitNew<R extends object>(kind: Kind<R>, shard: string, fresh: unknown): Admission<R> {
  const admission = admit(kind, shard, fresh);
  if (admission.record === null) return admission;
  const bytes = new TextEncoder().encode(JSON.stringify(admission.record)).length;
  if (bytes <= MOST_LINE_BYTES) return admission;
  return refused(keyOf(kind, admission.record), `has ${bytes} bytes, and ${MOST_LINE_BYTES} are the most`);
}

function refused(key: string | null, reason: string): { record: null; refusal: Refusal } {
  return { record: null, refusal: { key, reason } };
}

/** The key of what may be anything: numbers and short plain words only. */
function keyIn<R extends object>({ key }: Kind<R>, found: unknown): string | null {
  const fields = new Map(Object.entries(Object(found)));
  const parts = key.map((field) => fields.get(field));
  const isPlain = (part: unknown) =>
    Number.isSafeInteger(part) || part === null || (typeof part === "string" && /^[\w:.-]{1,40}$/.test(part));
  return parts.every(isPlain) ? parts.join("/") : null;
}

/** The first thing the schema dislikes: `jobs: expected array (and 2 more)`. */
function complaint({ issues }: z.ZodError): string {
  const [issue] = issues;
  if (issue === undefined) return "does not fit its schema";
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : "";
  return `${issue.path.join(".") || "the record"}: ${issue.message}`.slice(0, 200) + more;
}
