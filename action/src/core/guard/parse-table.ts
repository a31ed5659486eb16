import { GUARD_VERSION, GuardTable } from "#core/guard/guard-table.ts";

/** A table, or why there is none to decide by. */
export type ParsedTable = { table: GuardTable; problem: null } | { table: null; problem: string };

/** The text of `guard.json`; null: there is no such file. Never throws: what cannot be read is unknown. */
export function parseTable(text: string | null, repository: string): ParsedTable {
  const none = (problem: string): ParsedTable => ({ table: null, problem });
  if (text === null) return none("there is no guard.json yet: no sync has written one");
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    return none("guard.json is no JSON");
  }
  const version = Object(found).guard_version;
  if (typeof version === "number" && version > GUARD_VERSION)
    return none(`guard.json is of version ${version}, newer than this guard: update the Action`);
  const { data, error } = GuardTable.safeParse(found);
  if (data === undefined)
    return none(`guard.json does not fit its schema: ${error?.issues[0]?.path.join(".") ?? "the file"}`);
  if (data.repository.toLowerCase() !== repository.toLowerCase())
    return none(`guard.json is of ${data.repository}, not of ${repository}`);
  return { table: data, problem: null };
}
