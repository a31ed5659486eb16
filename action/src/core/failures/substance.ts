import type { Described } from "#core/failures/features.ts";
import { DROWNED, ECHOES, HEADLINES, hasErrorLevel, MATTERS, STRONG, telling } from "#core/failures/kinds.ts";
import type { Rule } from "#core/failures/rule.ts";
import { WEIGHTS } from "#core/failures/weights.ts";
import { withoutPrefix } from "#core/logs/prefix.ts";

/** Below this much a line says nothing of a failure by itself, wherever it stands. */
const LEAST = 0.5;
/** As much as `weights.ts` gives a tag and a colour. */
const TAGGED = WEIGHTS["tagged error"] ?? 0;
const RED = WEIGHTS["red"] ?? 0;
const LEVEL = WEIGHTS["error level"] ?? 0;
/** Says that something failed, never what. */
const EMPTY = ["final word", "nothing but level"];
/** Kinds that name what went wrong, in lines that are of none of the kinds below. */
const SAYS = [...HEADLINES, ...MATTERS, "assertion", "expected or actual", "diff head", "caused by"];
const DISMISSED = [
  ...ECHOES,
  ...DROWNED,
  ...["passing test", "ignored error", "command echo", "starts with info", "transcript", "skipped"],
  ...["url line", "rule line", "advice", "make walks", "warning", "frame", "npm err"],
];

/** A setting with its value, and a line of a plan that changes one. */
const SETTING =
  /^\s{0,12}[\w-][\w .-]{0,60}[:=] {0,3}(?:true|false|yes|no|on|off|none|null|\d[\w.%]{0,12}|https?:\S{1,300}|"[^"]{0,200}"|'[^']{0,200}'|\{.{0,300}\})$|^\s{0,12}[~+-] {1,4}"?[\w.-]{1,60}"?\s{1,40}= \S|^\s{0,8}[A-Z][A-Z\d_]{2,60}: \S{1,300}$/i;
/** What such a line looks like that tells how something went. */
const RESULT =
  /^(?!.*[:=] {0,3}(?:true|false|yes|no|on|off|none|null)$)\s{0,12}(?:\w{1,30} ){0,2}(?:error|errors|failures?|failed|fatal|exit ?code|exit ?status|errno|status|code|reason|message|exception)\s?[:=]/i;
const HARMLESS =
  /^\W{0,8}(?:warn(?:ing)?|WRN|notice|info|INF|note|hint|debug|DBG|trace)(?:\b[\]:) !]|\[)|^(?:\S{1,60} ){0,3}level=(?:warn|info|debug|trace)|^(?:\[[^\]]{1,200}\] |\S{1,60}\s{1,40}\| )?\{.{0,400}"(?:log\.)?(?:level|severity|levelname|lvl)" ?: ?"(?:warn|info|debug|trace|notice)/i;
/** Where a line stands that says what went wrong, whatever its words. */
const TELLING_PLACES = [
  ...["new since the green log", "ends a traceback", "message under carets"],
  ...["message of an error record", "under a bare exception"],
];
/** What tests and programs under test printed, where a reporter shows it. */
export const OF_OTHERS = ["in a passing test's output", "ignored afterwards", "logged while testing"];

/** What the runner and its own actions say of their work, in jobs that pass as well. */
const HOUSEKEEPING = new RegExp(
  `^\\s*(?:${[
    "Post job cleanup",
    "Cleaning up orphan processes",
    "Terminate orphan process",
    "Evaluate and set job outputs",
    "(?:Prepare|Prepar\\w+) (?:workflow directory|all required actions)",
    "Getting (?:action download info|Git version info)",
    "Download(?:ing)? action repository",
    "Complete job name",
    "Secret source:",
    "Current runner version",
    "Temporarily overriding HOME",
    "(?:Adding|Removing|Initializing|Disabling|Setting up) (?:repository|auth|the repository|automatic garbage)",
    "(?:Syncing|Fetching) (?:repository|the repository)",
    "Found \\d+ artifact",
    "Artifact name is valid|Root directory input is valid",
    "(?:Cache|Artifact) .{1,200} (?:restored|saved|uploaded)",
    "Persisting credentials|persist-credentials",
    "\\[command\\]",
    "Cache (?:not found for|hit|Size)|Not found in manifest|No files were found with the provided path",
    "(?:Previous HEAD position was|HEAD is now at|Switched to) ",
    "(?:Feature|Scenario(?: Outline)?|Background): ",
    "Not uninstalling |Can't uninstall ",
    "Configuration cache entry ",
    "Name +Stmts +Miss",
    "-- ",
  ].join("|")})`,
  "i",
);

/**
 * Whether the line itself is evidence of a failure: where it stands and what else the log says compares candidates,
 * and makes none. That a green run did not print it is evidence too, and that it did speaks against it for good.
 */
export function hasSubstance({ line, kinds, features }: Described, rule: Rule | null): boolean {
  if (features.includes("also in green log")) return false;
  if (features.some((feature) => OF_OTHERS.includes(feature)) && !isTest(rule)) return false;
  if (kinds.has("said to be ignored")) return false;
  if (rule !== null) return true;
  if (EMPTY.some((kind) => kinds.has(kind)) || (line.tag !== "error" && isHousekeeping(line.text)))
    return false;
  if (!kinds.has("frame") && features.some((feature) => TELLING_PLACES.includes(feature))) return true;
  if (features.includes("before a success verdict") && !STRONG.some((kind) => kinds.has(kind))) return false;
  if (line.tag !== "error" && isHarmless(line.text)) return false;
  if (kinds.has("frame") && !STRONG.some((kind) => kinds.has(kind))) return false;
  const own = telling(kinds, line).reduce((sum, kind) => sum + (WEIGHTS[kind] ?? 0), 0);
  const marks =
    (line.tag === "error" ? TAGGED : 0) + (line.red ? RED : 0) + (hasErrorLevel(line.text) ? LEVEL : 0);
  if (own + marks >= LEAST) return true;
  return SAYS.some((kind) => kinds.has(kind)) && !DISMISSED.some((kind) => kinds.has(kind));
}

export function isHousekeeping(text: string): boolean {
  return HOUSEKEEPING.test(text) || (SETTING.test(text) && !RESULT.test(text));
}

/** Its own program says that it is no error. */
export function isHarmless(text: string): boolean {
  return HARMLESS.test(text) || HARMLESS.test(withoutPrefix(text) ?? text);
}

function isTest(rule: Rule | null): boolean {
  return rule?.category === "test_failure";
}
