import { EVIDENCE } from "#core/failures/evidence.ts";
import type { Ranked } from "#core/failures/rank.ts";
import { type Meant, senseOf } from "#core/failures/sense.ts";
import { mayTest, type Task, taskOf } from "#core/failures/task.ts";
import { withoutPrefix } from "#core/logs/prefix.ts";
import type { Category } from "#core/records/category.ts";

/** A rule names its kind; how surely follows from how surely it names its cause. */
const OF_RULE = 0.9;
/** The line's own words say something else, or nothing. */
const OF_RULE_ALONE = 0.84;
const OF_WEAK_RULE = 0.8;
const SURE_RULE = 0.9;
const OF_DETAILS = 0.7;
const FRAME = EVIDENCE.find(({ name }) => name === "frame")?.pattern ?? /^\s{1,20}at /;
/** What these kinds of rules say is only where it broke: the line may say what. */
const LOOSE: readonly Category[] = ["script_error", "build_failure", "configuration"];

/** Kinds that a line is of when it does not say what went wrong: the lines below it may. */
const OPEN: readonly Category[] = [...LOOSE, "unknown"];
const MOST_DETAILS = 8;
const COUNT_OF_NONE = /: {1,20}0\s*$/;

/** What tests say that ran, whatever ran them: their counts, and those that pass. */
const TESTED =
  /\b\d+ (?:tests?|specs?|examples?|assertions?|suites?|passed|passing|failed|failing)\b|\b(?:[Tt]ests?|[Ss]pecs?|[Ss]uites?): {1,8}\d|^\s{0,8}(?:PASS|ok)\s\S/;
/** A test runner's row for a test, whose program crashed. */
const FAILED_ROW = /\bFAIL(?:ED)?\b/;

/** A program ended with an error of its own. */
const RAISED = ["exception", "exception at end", "traceback head", "throw"];

const TEST_KINDS = [
  "go fail",
  "tap not ok",
  "numbered failure",
  "assertion",
  "expected or actual",
  "fail bracket",
];
/** Whoever reads a model's answer: the agent, a client of its provider, or a script that names either. */
export const AGENT =
  /\b(?:claude|anthropic|codex|openai|gpt-?\d|gemini|copilot|llms?|ollama|mistral|langchain|litellm|pydantic.?ai|model'?s? (?:answer|output|response))\b/i;
export const BAD_JSON =
  /is not valid JSON|in JSON at position|JSONDecodeError|Unexpected (?:end of JSON|non-whitespace)|Invalid JSON|json_invalid|invalid character .{1,20} looking for|JSON(?:\.parse| parse| Parse).{0,40}(?:error|fail)|Expecting (?:value|property name|',' delimiter)|Unterminated string in JSON|malformed JSON/i;

/** What kind of failure it is: what the rule says, else what the line says in a step that was doing such a thing. */
export function kindOf(finding: Ranked): Meant {
  const { rule, line, region } = finding;
  const script = region.span.script;
  if ((rule === null || LOOSE.includes(rule.category)) && isBadAnswer(finding))
    return { category: "invalid_json", confidence: 0.85 };
  const text = withoutPrefix(line.text) ?? line.text;
  const task = taskOf(script, region.span.name);
  const own = senseOf(text, task, shapeOf(finding));
  const loose = rule === null ? own.category : rule.category;
  const isOpen = OPEN.includes(loose) && (rule === null || rule.refine === true || loose === "script_error");
  const told = own.hard || !isOpen ? own : (byDetails(finding) ?? own);
  if (rule === null) return told.category === "unknown" ? (byShape(finding) ?? told) : told;
  const sure = own.category === rule.category ? OF_RULE : OF_RULE_ALONE;
  const confidence = rule.strength >= SURE_RULE ? sure : OF_WEAK_RULE;
  if (rule.id.startsWith("crash/") && task === "test" && FAILED_ROW.test(text))
    return { category: "test_failure", confidence: OF_DETAILS };
  if (told.hard && rule.category === "script_error") return told;
  if (rule.refine === true && rule.category === "test_failure" && !hasTests(finding, task))
    return told.category === "unknown" ? { category: "script_error", confidence: 0.6 } : told;
  if (rule.refine !== true || !LOOSE.includes(rule.category)) return { category: rule.category, confidence };
  return told.category === "unknown" || told.confidence < 0.65
    ? { category: rule.category, confidence: 0.6 }
    : told;
}

/** What can be a failed test's row can be anybody's: whether tests ran at all. */
function hasTests({ region }: Ranked, task: Task | null): boolean {
  return task === "test" || (mayTest(task) && region.lines.some(({ text }) => TESTED.test(text)));
}

function shapeOf({ kinds }: Ranked): "test" | "place" | null {
  if (kinds.has("place with error")) return "place";
  return TEST_KINDS.some((kind) => kinds.has(kind)) ? "test" : null;
}

/** What the lines that go on from a headline say for certain, such as what an exception was caused by. */
function byDetails({ line, region, kinds }: Ranked): Meant | null {
  if (kinds.has("place with error")) return null;
  const until = Math.min(line.number + MOST_DETAILS, (region.span.failure_line ?? Infinity) - 1);
  const below = region.lines.filter(
    ({ number, text }) => number > line.number && number <= until && !FRAME.test(text),
  );
  for (const { text } of below) {
    if (COUNT_OF_NONE.test(text)) continue;
    const told = senseOf(withoutPrefix(text) ?? text, null, null);
    if (told.hard) return { ...told, confidence: OF_DETAILS };
  }
  return null;
}

/** JSON that a model wrote, not a file of the repository: where an agent ran, nobody can mend it at its place. */
function isBadAnswer({ line, region }: Ranked): boolean {
  const near = region.lines.filter(({ number }) => Math.abs(number - line.number) <= 3);
  if (
    !near.some(
      ({ number, text }) => (number === line.number || number === line.number + 1) && BAD_JSON.test(text),
    )
  )
    return false;
  const said = region.lines.filter(({ number }) => number <= line.number + 12).slice(-60);
  return AGENT.test(region.span.script) || said.some(({ text }) => AGENT.test(text));
}

/** A place with a message may be a linter's; whatever else the line looks like says more. */
function byShape({ kinds }: Ranked): Meant | null {
  const known = EVIDENCE.flatMap(({ name, category }) => (category && kinds.has(name) ? [category] : []));
  if (known.length === 0 && RAISED.some((kind) => kinds.has(kind)))
    return { category: "script_error", confidence: 0.5 };
  const category = known.find((one) => one !== "lint_failure") ?? known[0];
  return category === undefined ? null : { category, confidence: 0.5 };
}
