import { compareRecords, type Kind, keyOf } from "#core/records/kind.ts";

/** A shard after a merge, in its order. */
export type MergedRecords<R> = { records: R[]; added: number; updated: number };

/** Adds new records to a shard and merges known ones: whatever came first, the same records come out. */
export function mergeRecords<R extends object>(
  kind: Kind<R>,
  stored: readonly R[],
  fresh: readonly R[],
): MergedRecords<R> {
  const before = byKey(kind, stored);
  const after = new Map(before);
  const updated = new Set<string>();
  for (const [key, record] of byKey(kind, fresh)) {
    const known = before.get(key);
    const merged = known === undefined ? record : kind.grows ? known : kind.merge(known, record);
    after.set(key, merged);
    if (known !== undefined && !same(known, merged)) updated.add(key);
  }
  const records = [...after.values()].sort((a, b) => compareRecords(kind, a, b));
  return { records, added: after.size - before.size, updated: updated.size };
}

/** One record a key. Each is merged with itself too, which puts its lists into their order. */
function byKey<R extends object>(kind: Kind<R>, records: readonly R[]): Map<string, R> {
  const found = new Map<string, R>();
  for (const record of records) {
    const key = keyOf(kind, record);
    found.set(key, kind.merge(found.get(key) ?? record, record));
  }
  return found;
}

function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
