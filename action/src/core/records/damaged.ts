import { UserError } from "#core/errors.ts";
import { isShard, type RecordFile, recordPath } from "#core/records/files.ts";
import { KINDS } from "#core/records/kinds.ts";

/** For everything that is wrong with a file of ours as a whole. */
export function damaged(file: RecordFile, where: string, what: string): UserError {
  return new UserError(
    `${where} ${what}. It was left as it is.`,
    `Take its last good version from git (\`git log -- ${recordPath(file)}\`, \`git checkout <commit> -- …\`), or ${whenDeleted(file)}.`,
  );
}

function whenDeleted(file: RecordFile): string {
  if (isShard(file)) return KINDS[file.kind].whenDeleted;
  if (file.kind === "forgotten")
    return "take care: without it what was forgotten comes back, so run `agentops forget` again";
  return file.kind === "state"
    ? "delete it: the next sync lists the runs again, stored ones stay"
    : "delete it: the next sync writes it anew";
}

/** Why a text is no JSON. The engine's message quotes the text and differs between versions of Node; ours names the line. */
export function whatIsBroken(text: string): string {
  if (text.trim() === "") return "is empty";
  const lines = text.split("\n");
  const marker = lines.findIndex((line) => /^(<{7}|>{7}|={7}$)/.test(line));
  if (marker !== -1) return `holds a merge conflict (line ${marker + 1})`;
  const record = lines.findIndex((line) => /^ *\{./.test(line) && !isJson(line.trim().replace(/,$/, "")));
  if (record !== -1) return `is not valid JSON (line ${record + 1})`;
  return text.trimEnd().endsWith("}") ? "is not valid JSON" : `is cut off (line ${lines.length})`;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
