import type * as z from "zod";
import { damaged, whatIsBroken } from "#core/records/damaged.ts";
import type { RecordFile } from "#core/records/files.ts";
import { Forgotten } from "#core/records/forgotten.ts";
import { migrate } from "#core/records/migrate.ts";
import { Repository } from "#core/records/repository.ts";
import { State } from "#core/records/state.ts";

/** Files that are one record each; what is damaged in them stops whoever reads them. */
const SCHEMAS = { state: State, repository: Repository, forgotten: Forgotten };
type Single = { [Kind in keyof typeof SCHEMAS]: z.infer<(typeof SCHEMAS)[Kind]> };
export type SingleName = keyof Single;
export type SingleRecord<Kind extends SingleName> = Single[Kind];

/**
 * The text of a file of one record as the current version of its schema.
 *
 * @param where the file's path as its reader knows it, for messages
 * @throws UserError that says what is wrong and how to recover
 */
export function parseSingle<Kind extends SingleName>(kind: Kind, text: string, where: string): Single[Kind] {
  const file: RecordFile = { kind };
  const parsed = SCHEMAS[kind].safeParse(parseFile(file, text, where));
  if (parsed.success) return parsed.data as Single[Kind];
  throw damaged(file, where, complaint(parsed.error));
}

/** The JSON of any file of ours, in the current version. @throws UserError */
export function parseFile(file: RecordFile, text: string, where: string): unknown {
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    throw damaged(file, where, whatIsBroken(text));
  }
  return migrate(file, found, where);
}

/** The first thing a schema dislikes: `does not fit its schema: pending.3.needs: expected array`. */
export function complaint({ issues }: z.ZodError): string {
  const [issue] = issues;
  if (issue === undefined) return "does not fit its schema";
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : "";
  return `does not fit its schema: ${issue.path.join(".") || "the file"}: ${issue.message}${more}`;
}
