import { ALARMS } from "#core/failures/alarm.ts";
import { EVIDENCE, NOISE } from "#core/failures/evidence.ts";
import type { KeptLine, Region } from "#core/failures/keep.ts";
import { strongest } from "#core/failures/rule.ts";
import { shapeOf } from "#core/logs/shape.ts";

/** A line that may be the cause, with everything that speaks for or against it, by name. */
export type Described = { line: KeptLine; region: Region; features: string[]; kinds: ReadonlySet<string> };

export type Surroundings = {
  regions: readonly Region[];
  shapes: ReadonlyMap<number, number>;
  green: { has(shape: number): boolean } | null;
};

/** Headlines, the most telling first: a line counts for the first that it is, or for the rule it matches. */
const HEADLINES = [
  "place with error",
  "go fail",
  "tap not ok",
  "fail bracket",
  "fail glyph",
  "ran out of time",
  "exception",
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
const STRONG = HEADLINES.slice(0, 16);
/** What went wrong; a line counts for the first. */
const MATTERS = [
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
  "cannot",
  "invalid",
  "cancelled",
];
/** Lines that only say that something before them failed; a line counts for the first. */
const SYMPTOMS = [
  "final word",
  "npm err head",
  "make stops",
  "build failed",
  "command failed",
  "counted summary",
  "exit words",
  "summary line",
  "something failed",
  "report pointer",
];
/** Of these, the ones that no headline on the same line outweighs. */
const ECHOES_OF_FAILURE = SYMPTOMS.slice(0, 6);
const CLOSERS = ["npm err", "make stops", "build failed", "command failed", "final word"];
const GROUPS = [MATTERS, SYMPTOMS];
/** Noise that a clear headline drowns. */
const DROWNED = [
  "if it fails",
  "none wrong",
  "success word",
  "configuration",
  "statistic",
  "code like",
  "assignment",
  "progress",
  "options in it",
  "build step",
];
const CLEAR = HEADLINES.slice(0, 12);
const TRACES = ["exception", "traceback head", "crash"];
/** Kinds that say what exactly went wrong, under a headline that says that something did. */
const LEVEL_WARNING = /^\s*\[\s?warn(?:ing)?\s?\]/i;
const LEVEL_ERROR = /^\s*\[\s?(?:error|fatal)\s?\]/i;
const DETAILS = [
  "exception",
  "assertion",
  "expected or actual",
  "place with message",
  "place with error",
  "diff head",
];
const ALARMING = new RegExp(ALARMS.map((word) => word.replace(/[[\]().*+?]/g, "\\$&")).join("|"), "i");
/** Names, paths and options: an alarming word in one says nothing. */
const NAMES = /\S*[\w)][./\\_=-]\w\S*|\b[a-z]+[A-Z]\w*|\B-\S+|\b[A-Z][a-z]+[A-Z]\w*/g;
const EVERYTHING = [...EVIDENCE, ...NOISE];
/** What loggers and package managers put in front of every line. */
const LEVEL =
  /^\s*(?:\[\s?(?:error|warn|warning|info|fatal)\s?\]|(?:npm|pnpm) (?:ERR!|error)|\[\d\d:\d\d:\d\d\])\s?/i;
const CLOSING_LEVEL = /^\s*(?:npm|pnpm) (?:ERR!|error)/i;
const CHAINED = /The above exception was|During handling of the above/;
/** Lines this far apart tell of different failures. */
const CLUSTER = 8;

export function describe(surroundings: Surroundings): Described[] {
  const { regions } = surroundings;
  const failed = regions.filter(({ span }) => span.outcome === "failed");
  return regions.flatMap((region, index) => {
    const place: string[] = [];
    const firstFailed = failed[0];
    const lastFailed = failed.at(-1);
    if (region === firstFailed) place.push("in first failed step");
    if (region === lastFailed) place.push("in last failed step");
    if (region.span.outcome === "failed") place.push("in failed step");
    if (region.span.outcome === "passed") place.push("in passed step");
    if (firstFailed && region.span.start < firstFailed.span.start) place.push("before failed steps");
    if (lastFailed && region.span.start > lastFailed.span.start) place.push("after failed steps");
    if (!firstFailed && index === regions.length - 1) place.push("in last step");
    return describeRegion(region, place, surroundings);
  });
}

function describeRegion(region: Region, place: readonly string[], surroundings: Surroundings): Described[] {
  const lines = region.lines;
  const kinds = lines.map(kindsByText());
  const isClosing = lines.map(
    (line, index) =>
      line.number === region.span.failure_line || CLOSERS.some((kind) => kinds[index]?.has(kind)),
  );
  const isBlank = lines.map((line) => line.text.trim() === "");
  const reds = lines.filter(({ red }) => red).length;
  const rareRed = reds > 0 && reds <= Math.max(8, lines.length / 12);
  const finalClosing = finalCluster(lines, isClosing);
  const lastOfText = new Map(lines.map((line, index) => [saying(line), index]));
  const counts = new Map<string, number>();
  const totals = new Map<string, number>();
  for (const set of kinds) for (const kind of set) totals.set(kind, (totals.get(kind) ?? 0) + 1);

  const byRule = lines.map(({ rules }) => strongest(rules));
  const toClosing = distances(isClosing, isBlank);
  let strongSeen = 0;
  let strongAt = -Infinity;
  let closersSeen = 0;
  let underHeading = false;
  let inTrace = false;
  /** What GitHub echoes of a step before it runs: its script, its inputs, its environment. */
  let inHeader = false;
  let paragraph = 0;
  const described: Described[] = [];

  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as KeptLine;
    const own = kinds[index] as ReadonlySet<string>;
    const adjacent = lines[index - 1]?.number === line.number - 1;
    const follows = lines[index + 1]?.number === line.number + 1;
    const before = adjacent ? kinds[index - 1] : undefined;
    const after = follows ? kinds[index + 1] : undefined;
    const blankBefore = !adjacent || (isBlank[index - 1] ?? true);
    const blankAfter = !follows || (isBlank[index + 1] ?? true);
    if (line.tag === "endgroup" || !adjacent) inHeader = false;
    if (isBlank[index]) {
      paragraph = 0;
      inTrace = false;
      continue;
    }
    const echoBefore = before?.has("command echo") ?? false;
    paragraph = blankBefore || (isClosing[index - 1] ?? false) || echoBefore ? 1 : paragraph + 1;
    if (own.has("failure heading") || own.has("lone error word")) underHeading = true;
    if (own.has("traceback head")) inTrace = true;
    const features = [...place, ...telling(own, line)];
    const add = (holds: boolean | undefined, name: string) => {
      if (holds) features.push(name);
    };
    const strong = STRONG.some((kind) => own.has(kind));
    if (strong) {
      if (line.number - strongAt > CLUSTER) strongSeen++;
      strongAt = line.number;
      add(strongSeen === 1, "first strong");
      add(strongSeen === 2 || strongSeen === 3, "second or third strong");
      add(strongSeen > 10, "late strong");
    }
    for (const kind of own) {
      const seen = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, seen);
      if (!STRONG.includes(kind)) continue;
      add(seen === 1, `${kind}: first`);
      add(seen === totals.get(kind), `${kind}: last`);
    }
    add(closersSeen > 0, "after a closing line");
    add(line.number > finalClosing, "after the final closing line");
    const left = Math.min(finalClosing, region.span.end) - line.number;
    add(left >= 0 && left <= 30, "step ends within 30");
    add(left > 30 && left <= 120, "step ends within 120");
    add(left > 400, "step goes on for 400");
    add(left > 0 && left > (region.span.end - region.span.start) / 2 && left > 60, "first half of step");
    add(
      line.alarming && !own.has("exception") && !ALARMING.test(line.text.replace(NAMES, " ")),
      "alarming name only",
    );
    const said = saying(line);
    add(
      said.length > 30 && said.includes(" ") && (lastOfText.get(said) ?? index) > index,
      "said again later",
    );
    add(
      [1, 2, 3].some((step) => CHAINED.test(lines[index + step]?.text ?? "")),
      "chained on",
    );
    add(follows && /^\W*usage/i.test(lines[index + 1]?.text ?? ""), "usage after");
    add(
      strong && [1, 2, 3].some((step) => DETAILS.some((kind) => kinds[index + step]?.has(kind))),
      "detail after",
    );
    add(strong && after?.has("passing test"), "passing test after");
    add(isClosing[index], "closing line");
    features.push(`closing in ${bucket(toClosing[index] ?? -1)}`);
    add(paragraph === 1, "starts paragraph");
    add(paragraph === 1 && blankAfter, "lone line");
    add(paragraph > 1 && paragraph <= 4, "early in paragraph");
    add(underHeading, "under failure heading");
    add(inTrace, "in trace");
    add(before?.has("failure heading"), "heading before");
    add(before?.has("rule line"), "rule before");
    add(echoBefore, "command before");
    add(before?.has("frame"), "frame before");
    add(after?.has("frame"), "frame after");
    add(after?.has("frame") && TRACES.some((kind) => own.has(kind)), "exception over frames");
    add(before?.has("frame") && own.has("exception"), "exception under frames");
    add(after?.has("caret line"), "caret after");
    add(
      after !== undefined && [...own].some((kind) => before?.has(kind) && STRONG.includes(kind)),
      "like the one before",
    );
    add(follows && indent(lines[index + 1]?.text ?? "") > indent(line.text), "indents after");
    add(indent(line.text) > 0, "indented");
    const rule = byRule[index] ?? null;
    if (rule !== null) {
      const chosen = rule.prefer === "first" ? byRule.indexOf(rule) : byRule.lastIndexOf(rule);
      add(chosen === index, "preferred of its rule");
    }
    add(line.red, "red");
    add(line.red && rareRed, "rare red");
    add(line.tag === "error", "tagged error");
    add(
      line.tag === "error" && line.number === region.span.failure_line && !own.has("final word"),
      "the action's own error",
    );
    add(LEVEL_ERROR.test(line.text), "error level");
    add(line.tag === "warning" || line.tag === "notice", "tagged warning");
    add(
      line.tag !== null && line.tag !== "error" && line.tag !== "warning" && line.tag !== "notice",
      "other tag",
    );
    add(line.alarming, "alarming");
    add(!own.size && !line.alarming, "plain");
    add(line.text.length > 250, "long");
    add(line.text.length < 14, "short");
    add(line.text.endsWith(":"), "ends with colon");
    const repeats = surroundings.shapes.get(shapeOf(line.text)) ?? 0;
    add(repeats >= 3 && repeats < 10, "repeated");
    add(repeats >= 10, "much repeated");
    add(surroundings.green?.has(shapeOf(line.text)), "also in green log");
    if (isClosing[index]) closersSeen++;
    if (own.has("exception")) inTrace = false;
    if (line.tag === "group" && line.text.startsWith("Run ")) inHeader = true;
    if (!line.echo && !inHeader) described.push({ line, region, features, kinds: own });
  }
  return described;
}

/** Logs repeat themselves; every text is looked at once. */
function kindsByText(): (line: KeptLine) => ReadonlySet<string> {
  const known = new Map<string, ReadonlySet<string>>();
  return (line) => {
    const found = known.get(line.text) ?? kindsOf(line);
    known.set(line.text, found);
    return found;
  };
}

function kindsOf(line: KeptLine): ReadonlySet<string> {
  const kinds = new Set<string>();
  const bare = line.text.replace(LEVEL, "");
  for (const { name, pattern } of EVERYTHING) if (pattern.test(bare)) kinds.add(name);
  if (LEVEL_WARNING.test(line.text)) kinds.add("warning");
  if (kinds.has("place with message") && LEVEL_ERROR.test(line.text)) kinds.add("place with error");
  if (bare !== line.text && CLOSING_LEVEL.test(line.text)) kinds.add("npm err");
  return kinds;
}

/** A line without the sign in front of it: reporters repeat what failed under another one. */
function saying(line: KeptLine): string {
  return line.text.replace(/^[^\w]+/, "");
}

/** Of kinds that say the same, the first; a rule says more than any headline. */
function telling(own: ReadonlySet<string>, line: KeptLine): string[] {
  const isEcho = ECHOES_OF_FAILURE.some((kind) => own.has(kind)) && !own.has("ran out of time");
  const head = isEcho ? undefined : HEADLINES.find((kind) => own.has(kind));
  const clear = line.rules.length > 0 || CLEAR.some((kind) => own.has(kind));
  const chosen = GROUPS.flatMap((group) => group.find((kind) => own.has(kind)) ?? []);
  const grouped = [...HEADLINES, ...GROUPS.flat()];
  const rest = [...own].filter((kind) => !grouped.includes(kind) && !(clear && DROWNED.includes(kind)));
  return [...(head !== undefined && line.rules.length === 0 ? [head] : []), ...chosen, ...rest];
}

/** The first of the closing lines that the step ends with; more than `gap` lines between, and work went on. */
function finalCluster(lines: readonly KeptLine[], isClosing: readonly boolean[], gap = 25): number {
  let first = Infinity;
  for (let index = lines.length - 1; index >= 0; index--) {
    const number = lines[index]?.number ?? 0;
    if (!isClosing[index]) continue;
    if (first !== Infinity && first - number > gap) break;
    first = number;
  }
  return first;
}

/** How many lines that are not blank until the next closing line, or the end of the step; 0 for one itself. */
function distances(isClosing: readonly boolean[], isBlank: readonly boolean[]): number[] {
  const result = new Array<number>(isClosing.length).fill(0);
  let distance = 0;
  for (let index = isClosing.length - 1; index >= 0; index--) {
    if (isClosing[index]) distance = 0;
    else if (!isBlank[index]) distance++;
    result[index] = distance;
  }
  return result;
}

function bucket(distance: number): string {
  if (distance <= 0) return "0";
  if (distance === 1) return "1";
  if (distance <= 3) return "2-3";
  if (distance <= 8) return "4-8";
  if (distance <= 20) return "9-20";
  if (distance <= 60) return "21-60";
  return "more";
}

function indent(text: string): number {
  return text.length - text.trimStart().length;
}
