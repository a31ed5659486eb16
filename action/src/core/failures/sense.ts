import { priorOf, type Task } from "#core/failures/task.ts";
import type { Category } from "#core/records/category.ts";
import { firstSentence } from "#core/text/first-sentence.ts";

/** What a line says went wrong. `hard` holds whatever the step was doing; the others mean what the step makes of them. */
type Sense = { category: Category; pattern: RegExp; hard: boolean };

const hard = (category: Category, pattern: RegExp): Sense => ({ category, pattern, hard: true });
const soft = (category: Category, pattern: RegExp): Sense => ({ category, pattern, hard: false });

/** Ordered: the first that holds counts. */
export const SENSES: readonly Sense[] = [
  hard("out_of_memory", /out of memory|cannot allocate memory|heap limit|\bOOM\b|OOMKilled|bad_alloc/i),
  hard("disk_full", /no space left|disk (?:is )?full|\bENOSPC\b/i),
  hard("rate_limit", /\b429\b|rate.?limit|too many requests|throttl(?:ed|ing)/i),
  hard(
    "quota_exceeded",
    /\bquota\b|credit balance|insufficient (?:funds|credits?)|billing (?:account|hard|limit|is|has)|LimitExceeded\b|exceed\w{0,3} (?:its|the|your|approved) .{0,40}(?:budget|quota|limit)|maximum number of .{1,60} (?:reached|exceeded|has been)/i,
  ),
  hard("merge_conflict", /\bCONFLICT \(|merge conflict|could not apply|unmerged|conflicting changes/i),
  hard(
    "auth_failed",
    /\b(?:invalid|expired|bad|wrong|incorrect|revoked|missing|right|no)\b.{0,24}\b(?:tokens?|credentials?|passwords?|api[ _-]?keys?|secret(?: keys?)?|certificates? password|licen[sc]e key)\b|\b(?:token|password|credentials?|api[ _-]?key|secret keys?)\b.{0,24}\b(?:invalid|expired|required|incorrect|not (?:valid|set|found|provided))|authenticat\w{1,6} (?:failed|required|error)|(?:failed|unable|not able|could not|cannot) (?:to )?(?:authenticate|log ?in|sign ?in)\b|\bToken required\b|username\/password|\b401\b|unauthori[sz]ed|multi-?factor|two-factor|\b[M2]FA\b|one-time password|\baccount is required\b|\beither log ?in\b|(?:api[ _-]?key|token|credentials?) .{0,40}(?:doesn't|does not) have access|\bOIDC (?:tokens?|credentials?)\b|id-token|activat\w{0,4} (?:the )?licen[sc]e|licen[sc]e.{0,24}(?:activat|expired|invalid|not (?:valid|found))|could not read Username|ENEEDAUTH|not logged in|decrypt the/i,
  ),
  hard(
    "permission_denied",
    /permission denied|\bEACCES\b|\bEPERM\b|access ?denied|\b403\b|forbidden|not authori[sz]ed|PERMISSION_DENIED|insufficient permissions?|operation not permitted|(?:is|are) not permitted to|not allowed to (?:create|push|write|read|access|update|delete)|not accessible by integration|read-only file system|protected branch/i,
  ),
  hard(
    "dependency_unavailable",
    /command not found|command .{1,60} not found|not found in (?:your )?\$?PATH|no such command|^(?:\S{1,80}: ){0,3}[\w./@+-]{1,80}: not found$|executable file not found|No module named|ModuleNotFound|Cannot find (?:module|package)|error while loading shared|cannot open shared object|library not (?:found|loaded)|missing packages|could not (?:find|resolve) (?:a version|dependenc|all |package|gem|artifact|plugin)|unresolved (?:dependenc|extension)|No matching (?:distribution|version|package)|unable to (?:locate package|find a specification)|(?:required )?executable "?\S{1,80}"? in paths|required executable|lock ?file.{0,80}(?:up to date|changes|frozen|mismatch|out of (?:date|sync))|hash mismatch|checksum.{0,40}mismatch|\b(?:integrity|validity) check\b|checksum was .{1,200} but (?:wanted|expected)|error downloading|Can't find package|nothing r?provides|no (?:buildable )?providers?\b|(?:unmet|unsatisfied|missing|failed|build) (?:build )?dependenc|is needed by \S|does not contain an? (?:entry|version) |no candidate version|(?:platform|package|module|component|toolchain|target|template|browser|dependency|driver)s? .{0,80}(?:is |are )?(?:not (?:been )?(?:installed|found)|missing)|no .{0,40}templates? found|failed to (?:download|fetch|resolve) .{0,120}(?:package|dependenc|crate|module|artifact|gem|manifest|version)|ETARGET|E404|manifest unknown|no longer available|have been yanked/i,
  ),
  hard(
    "network",
    /\bECONN\w+|\bENOTFOUND\b|EAI_AGAIN|connection (?:refused|reset|closed|aborted|timed out)|\bdial tcp\b.{0,80}timeout|could not resolve host|no such host|host not found|name resolution|TLS handshake|SSL_?(?:ERROR|connect)|certificate (?:verify|has expired)|\b50[234]\b.{0,30}(?:gateway|unavailable|time)|network is unreachable|socket hang ?up|no route to host|empty reply/i,
  ),
  hard("timeout", /\btimed? ?out\b|\btime ?limit|deadline exceeded|took too long|TimeoutE/i),
  hard(
    "configuration",
    /(?:TOML|YAML) parse error|(?:failed|unable|could not|cannot|couldn't) (?:to )?(?:load|parse|read|find) .{0,160}(?:config\w*\b(?!\.)|\.(?:toml|ya?ml|jsonc?|ini|cfg)\b)|unknown field `|\b(?:set|export|define|provide) (?:the )?[`"'$]?[A-Z][A-Z\d_]{3,60}[`"']? (?:to|environment|env|in|secret)\b|variable \S{1,80} is (?:missing|not set|unset|required)/i,
  ),
  soft("type_error", /type mismatch|not assignable to|incompatible types?|mismatched types|error TS\d{4}/i),
  soft(
    "test_failure",
    /\bassert|\bexpected?\b.{0,200}\b(?:to|but|got|actual|instead|found|was)\b|Failed asserting|\btests? failed|\bdoctests?\b|\bassertions?\b|visual changes|--- FAIL|\bFAIL\b/i,
  ),
  soft(
    "build_failure",
    /\bundeclared\b|undefined (?:reference|symbol|method|variable|control|identifier|name|function|type)|identifier not found|is (?:undefined|not defined)\b|unknown variable|syntax error|SyntaxError|ParserError|DeclarationError|parse error|unbound (?:value|type|identifier|module)|cannot find symbol|unresolved reference|unexpected token|compil(?:ation|e|er)|unknown type name|not in scope|has no member|does not (?:export|exist in)|attribute .{1,80} missing/i,
  ),
  soft(
    "configuration",
    /\b(?:is|are) required\b|\bmust (?:be|have|specify)\b|missing (?:required )?(?:input|argument|option|environment|variable|key|field|setting|flag|property|parameter|value)|not (?:set|defined|supported|configured|recogni[sz]ed)|\b(?:invalid|unknown|unrecognized|unsupported|no such) (?:value|options?|arguments?|flags?|input|config\w*|keys?|fields?|command|parameter|workflow|property)|config(?:uration)?\b.{0,60}(?:error|invalid|not found|fail)|deprecat|no longer supported|shutting down|cannot unmarshal|could not (?:load|read|parse) .{0,60}(?:config|file)|no such file|not a directory|does not exist|already (?:exists|uploaded|published|in use)|uninitiali[sz]ed|bootstrap checks?\b|\bis too (?:low|small|old)\b|not specified|multiple head|executable file/i,
  ),
];

/** A place in a file that configures something, rather than in a source. */
const CONFIGURATION = /^\W{0,4}\S{1,300}\.(?:ya?ml|toml|jsonc?|tf|hcl|ini|cfg|conf|xml|properties|env)\b/i;

/** What is made of soft evidence in a step of each kind; what is not listed keeps its own category. */
const MADE: Readonly<Partial<Record<Task, Readonly<Partial<Record<Category | "none", Category>>>>>> = {
  test: { none: "test_failure", type_error: "build_failure" },
  build: { test_failure: "build_failure", type_error: "build_failure", none: "build_failure" },
  lint: {
    ...{ none: "lint_failure", test_failure: "lint_failure", build_failure: "lint_failure" },
    ...{ type_error: "lint_failure", configuration: "lint_failure" },
  },
  types: { none: "type_error", test_failure: "type_error", build_failure: "type_error" },
  deploy: { none: "configuration", build_failure: "configuration" },
  install: { none: "dependency_unavailable", test_failure: "dependency_unavailable" },
};

/** `hard`: the words say so, whatever the step was about. */
export type Meant = { category: Category; confidence: number; hard?: boolean };

/**
 * What kind of failure a line tells of, in a step that was about such a task. Confidences are the shares that were
 * right on logs that nobody set the tables on, rounded down.
 */
export function senseOf(text: string, task: Task | null, shape: "test" | "place" | null): Meant {
  if (shape === "test" && (task === "test" || task === null))
    return { category: "test_failure", confidence: 0.85 };
  // Advice in further sentences names matters too: what only the step makes something of is told by the first.
  const first = firstSentence(text);
  const sense = SENSES.find(({ hard, pattern }) => pattern.test(hard ? text : first)) ?? null;
  if (sense?.hard) {
    const agrees = task !== null && priorOf(task) === sense.category;
    return { category: sense.category, confidence: agrees ? 0.85 : 0.75, hard: true };
  }
  // A place with an error is a compiler's, whatever the step went on to do, unless the step is there to find such.
  const isCompiled = shape === "place" && (task === "test" || task === "build" || task === null);
  if (isCompiled && (sense?.category !== "configuration" || !CONFIGURATION.test(text)))
    return { category: "build_failure", confidence: 0.8 };
  const made = task === null ? undefined : MADE[task]?.[sense?.category ?? "none"];
  if (made !== undefined) return { category: made, confidence: sense === null ? 0.6 : 0.7 };
  if (sense !== null) return { category: sense.category, confidence: task === null ? 0.5 : 0.65 };
  return task === null
    ? { category: "unknown", confidence: 0.3 }
    : { category: priorOf(task), confidence: 0.5 };
}
