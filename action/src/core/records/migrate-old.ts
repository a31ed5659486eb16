import type { RecordFile } from "#core/records/files.ts";

/** A record as an earlier version wrote it: check what you touch. */
export type Old = Record<string, unknown>;

/** What is none is left as it is, and keeps no other record from being migrated: the next schema says what is wrong. */
function isObject(found: unknown): found is Old {
  return typeof found === "object" && found !== null && !Array.isArray(found);
}

export function each(list: unknown, step: (item: Old) => Old): unknown {
  return Array.isArray(list) ? list.map((item) => (isObject(item) ? step(item) : item)) : list;
}

/** The file as one of this version, with each record as that version has it. */
export function raisedTo(
  version: number,
  { kind }: RecordFile,
  data: unknown,
  steps: Readonly<Partial<Record<RecordFile["kind"], (record: Old) => Old>>>,
): unknown {
  if (!isObject(data)) return data;
  const next = { ...data, schema_version: version };
  const step = steps[kind];
  return step === undefined || !(kind in data) ? next : { ...next, [kind]: each(data[kind], step) };
}
