import * as z from "zod";
import { compare } from "#core/records/order.ts";
import { SCHEMA_VERSION } from "#core/records/version.ts";
import { contentId } from "#core/sha256.ts";
import { Day } from "#core/time.ts";

/** Who had something removed, when and why: what tells a lawful removal from a hole. */
export const SignedOff = z.strictObject({
  on: Day,
  reason: z.string().max(300),
  /** The account or user that ran the command; null: not known, or the one that was to be forgotten. */
  by: z.string().max(100).nullable(),
});
export type SignedOff = z.infer<typeof SignedOff>;

/** `forgotten.json`: what was removed on request, is not fetched again, and comes back with nobody's push. */
export const Forgotten = z.strictObject({
  schema_version: z.literal(SCHEMA_VERSION),
  runs: z.array(SignedOff.extend({ run_id: z.number().int().positive() })),
  /** Of the login in small letters: it can be guessed, and not read. */
  people: z.array(SignedOff.extend({ hash: z.string().regex(/^[0-9a-f]{32}$/) })),
  /** Former histories of the data branch, by their last commit. */
  histories: z.array(SignedOff.extend({ tip: z.string().regex(/^[0-9a-f]{40,64}$/) })),
});
export type Forgotten = z.infer<typeof Forgotten>;

export const NOTHING_FORGOTTEN: Forgotten = {
  schema_version: SCHEMA_VERSION,
  runs: [],
  people: [],
  histories: [],
};

export function personHash(login: string): string {
  return contentId("forgotten person", login.toLowerCase());
}

/** It only grows: what either has is forgotten. The first signature stands. */
export function mergeForgotten(a: Forgotten, b: Forgotten): Forgotten {
  return {
    schema_version: SCHEMA_VERSION,
    runs: union(a.runs, b.runs, ({ run_id }) => run_id),
    people: union(a.people, b.people, ({ hash }) => hash),
    histories: union(a.histories, b.histories, ({ tip }) => tip),
  };
}

function union<Entry extends SignedOff>(
  a: readonly Entry[],
  b: readonly Entry[],
  keyOf: (entry: Entry) => string | number,
): Entry[] {
  const entries = new Map<string | number, Entry>();
  for (const entry of [...a, ...b]) {
    const known = entries.get(keyOf(entry));
    if (known === undefined || compare(signature(entry), signature(known)) < 0)
      entries.set(keyOf(entry), entry);
  }
  return [...entries].sort(([x], [y]) => compare(x as string, y as string)).map(([, entry]) => entry);
}

const signature = ({ on, reason, by }: SignedOff) => JSON.stringify([on, reason, by]);
