import { EVIDENCE } from "#core/failures/evidence.ts";
import type { KeptLine } from "#core/failures/step-lines.ts";
import { SYMPTOMS } from "#core/failures/symptoms.ts";
import { withoutPrefix } from "#core/logs/prefix.ts";
import { firstSentence } from "#core/text/first-sentence.ts";

/** Which rows of `evidence.ts` and `symptoms.ts` hold for a line. */
export type Kinds = ReadonlySet<string>;

/** Headlines, the most telling first: a line counts for the first that it is, or for the rule it matches. */
export const HEADLINES = [
  "place with error",
  "go fail",
  "tap not ok",
  "fail bracket",
  "fail glyph",
  "ran out of time",
  "error with place",
  "exception",
  "exception at end",
  "crash",
  "fatal prefix",
  "shell says",
  "program says error",
  "error prefix",
  "fail word end",
  "numbered failure",
  "fail word head",
  "lone error word",
  "test class failure",
  "error happened",
  "path with message",
  "place with message",
  "error colon",
  "program says no",
  "throw",
  "level error",
];
/** Of these, the ones that open the account of one failure. */
export const STRONG = HEADLINES.slice(0, 18);
/** What went wrong; a line counts for the first. */
export const MATTERS = [
  "syntax",
  "undefined",
  "not found",
  "denied",
  "network",
  "timeout",
  "memory",
  "disk",
  "limit",
  "conflict",
  "stale",
  "cannot",
  "invalid",
  "required",
  "cancelled",
];
/** Lines that only say that something before them failed; a line counts for the first. */
export const ECHOES = [
  "final word",
  "npm err head",
  "make stops",
  "build failed",
  "command failed",
  "counted summary",
  "points back",
  "exit words",
  "summary line",
  "something failed",
  "report pointer",
];
/** Of these, the ones that no headline on the same line outweighs. */
const ECHOES_OF_FAILURE = ECHOES.slice(0, 7);
const GROUPS = [MATTERS, ECHOES];
/** Noise that a clear headline drowns. */
export const DROWNED = [
  "if it fails",
  "none wrong",
  "success word",
  "configuration",
  "statistic",
  "size row",
  "code like",
  "assignment",
  "progress",
  "tool command",
  "options in it",
  "build step",
];
const CLEAR = HEADLINES.slice(0, 14);
/** What stands behind such a mark is the name of a test. */
const NAMED = ["tap not ok", "go fail"];
/** What loggers and package managers put in front of every line. */
const LEVEL =
  /^\s*(?:\[\s?(?:error|warn|warning|info|fatal)\s?\]|(?:npm|pnpm) (?:ERR!|error)|\[\d\d:\d\d:\d\d\])\s?/i;
const CLOSING_LEVEL = /^\s*(?:npm|pnpm) (?:ERR!|error)/i;
const LEVEL_WARNING = /^\s*\[\s?warn(?:ing)?\s?\]/i;
const LEVEL_ERROR = /^\s*\[\s?(?:error|fatal)\s?\]/i;
const LOGGED_ERROR =
  /^(?:\S{1,60} ){0,3}level=(?:error|fatal|panic)\b|^(?:\[[^\]]{1,200}\] |\S{1,60}\s{1,40}\| )?\{.{0,400}"(?:log\.)?(?:level|severity|levelname)": ?"(?:error|fatal|critical|panic)"/i;
/** Its logger calls the line an error. */
export function hasErrorLevel(text: string): boolean {
  return LEVEL_ERROR.test(text) || LEVEL_ERROR.test(withoutPrefix(text) ?? "");
}

/** Logs repeat themselves; every text is looked at once. */
export function kindsByText(): (line: KeptLine) => Kinds {
  const known = new Map<string, Kinds>();
  return (line) => {
    const found = known.get(line.text) ?? kindsOf(line);
    known.set(line.text, found);
    return found;
  };
}

function kindsOf(line: KeptLine): Kinds {
  const kinds = new Set<string>();
  const bare = (withoutPrefix(line.text) ?? line.text).replace(LEVEL, "");
  // What is added in further sentences, advice or where to read on, takes nothing from what the first one says.
  const first = firstSentence(bare);
  for (const { name, pattern } of EVIDENCE) if (pattern.test(bare)) kinds.add(name);
  for (const { name, pattern } of SYMPTOMS) if (pattern.test(first)) kinds.add(name);
  if (LOGGED_ERROR.test(line.text)) {
    kinds.add("level error");
    kinds.delete("tool command");
  }
  // A test's name says what it is about, not how it went.
  if (NAMED.some((kind) => kinds.has(kind))) for (const kind of [...ECHOES, ...DROWNED]) kinds.delete(kind);
  if (LEVEL_WARNING.test(line.text)) kinds.add("warning");
  if (kinds.has("place with message") && hasErrorLevel(line.text)) kinds.add("place with error");
  if (bare !== line.text && CLOSING_LEVEL.test(line.text)) kinds.add("npm err");
  return kinds;
}

/** Of kinds that say the same, the first; a rule says more than any headline. */
export function telling(own: Kinds, line: KeptLine): string[] {
  const isEcho = ECHOES_OF_FAILURE.some((kind) => own.has(kind)) && !own.has("ran out of time");
  const head = isEcho ? undefined : HEADLINES.find((kind) => own.has(kind));
  const clear = line.rules.length > 0 || CLEAR.some((kind) => own.has(kind));
  const chosen = GROUPS.flatMap((group) => group.find((kind) => own.has(kind)) ?? []);
  const grouped = [...HEADLINES, ...GROUPS.flat()];
  const rest = [...own].filter((kind) => !grouped.includes(kind) && !(clear && DROWNED.includes(kind)));
  return [...(head !== undefined && line.rules.length === 0 ? [head] : []), ...chosen, ...rest];
}
