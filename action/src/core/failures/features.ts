import { ALARMS } from "#core/failures/alarm.ts";
import { type Kinds, LEVEL_ERROR, STRONG, telling } from "#core/failures/kinds.ts";
import { layoutOf, saying } from "#core/failures/layout.ts";
import type { KeptLine, Region } from "#core/failures/step-lines.ts";
import { shapeOf } from "#core/logs/shape.ts";
import type { Category } from "#core/records/category.ts";

/** A line that may be the cause, with everything that speaks for or against it, by name. */
export type Described = { line: KeptLine; region: Region; features: string[]; kinds: Kinds };

export type Surroundings = {
  regions: readonly Region[];
  shapes: ReadonlyMap<number, number>;
  green: { has(shape: number): boolean } | null;
};

const TRACES = ["exception", "traceback head", "crash"];
/** Kinds that say what exactly went wrong, under a headline that says that something did. */
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
export const NAMES = /(?<!\S)\S*[\w)][./\\_=-]\w\S*|\b[a-z]+[A-Z]\w*|\B-\S+|\b[A-Z][a-z]+[A-Z]\w*/g;
/** What of these goes wrong stops a script there and then; where much follows, somebody was ready for it. */
const FATAL: readonly Category[] = [
  "network",
  "script_error",
  "dependency_unavailable",
  "configuration",
  "permission_denied",
  "auth_failed",
  "merge_conflict",
];
const FATAL_KINDS = ["network", "shell says", "denied"];
/** Steps that run although others failed, and then fail for want of what those should have made. */
const FOLLOW_UP =
  /upload|report|publish|notif|slack|discord|webhook|comment|summary|codecov|coveralls|artifact|clean|teardown|collect|dump|status/i;
const CHAINED = /The above exception was|During handling of the above/;
/** Lines this far apart tell of different failures. */
const CLUSTER = 8;

export function describe(surroundings: Surroundings): Described[] {
  const { regions } = surroundings;
  const allFailed = regions.filter(({ span }) => span.outcome === "failed");
  const failed = allFailed.filter(({ span }, index) => index === 0 || !FOLLOW_UP.test(span.name ?? ""));
  return regions.flatMap((region, index) => {
    const place: string[] = [];
    const firstFailed = failed[0];
    const lastFailed = failed.at(-1);
    if (region === firstFailed) place.push("in first failed step");
    if (region === lastFailed) place.push("in last failed step");
    if (failed.includes(region)) place.push("in failed step");
    if (region.span.outcome === "passed") place.push("in passed step");
    if (firstFailed && region.span.start < firstFailed.span.start) place.push("before failed steps");
    if (lastFailed && region.span.start > lastFailed.span.start) place.push("after failed steps");
    if (!firstFailed)
      place.push(index === regions.length - 1 ? "in last step" : "others follow, none failed");
    return describeRegion(region, place, surroundings);
  });
}

function describeRegion(region: Region, place: readonly string[], surroundings: Surroundings): Described[] {
  const layout = layoutOf(region);
  const { lines, kinds, isBlank, isClosing, finalClosing } = layout;
  const counts = new Map<string, number>();
  let strongSeen = 0;
  let strongAt = -Infinity;
  let closersSeen = 0;
  let underHeading = false;
  /** What GitHub echoes of a step before it runs: its script, its inputs, its environment. */
  let inHeader = false;
  let script = "";
  let paragraph = 0;
  const described: Described[] = [];

  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as KeptLine;
    const own = kinds[index] as Kinds;
    const adjacent = lines[index - 1]?.number === line.number - 1;
    const follows = lines[index + 1]?.number === line.number + 1;
    const before = adjacent ? kinds[index - 1] : undefined;
    const after = follows ? kinds[index + 1] : undefined;
    const blankBefore = !adjacent || (isBlank[index - 1] ?? true);
    const blankAfter = !follows || (isBlank[index + 1] ?? true);
    if (line.tag === "endgroup" || !adjacent) inHeader = false;
    if (line.echo || inHeader) script += `${line.text}\n`;
    if (isBlank[index]) {
      paragraph = 0;
      continue;
    }
    const echoBefore = before?.has("command echo") ?? false;
    paragraph = blankBefore || (isClosing[index - 1] ?? false) || echoBefore ? 1 : paragraph + 1;
    if (own.has("failure heading") || own.has("lone error word")) underHeading = true;
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
    }
    add(closersSeen > 0, "after a closing line");
    add(line.number > finalClosing, "after the final closing line");
    const left = Math.min(finalClosing, region.span.end) - line.number;
    add(left >= 0 && left <= 30, "step ends within 30");
    add(left > 30 && left <= 120, "step ends within 120");
    add(left > 400, "step goes on for 400");
    add(
      line.alarming &&
        line.rules.length === 0 &&
        !own.has("exception") &&
        !ALARMING.test(line.text.replace(NAMES, " ")),
      "alarming name only",
    );
    const said = saying(line);
    add(
      said.length > 30 && said.includes(" ") && (layout.lastOfText.get(said) ?? index) > index,
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
    features.push(`closing in ${bucket(layout.toClosing[index] ?? -1)}`);
    add(paragraph === 1, "starts paragraph");
    add(paragraph === 1 && blankAfter, "lone line");
    add(paragraph > 1 && paragraph <= 4, "early in paragraph");
    add(underHeading, "under failure heading");
    add(before?.has("failure heading"), "heading before");
    add(before?.has("rule line"), "rule before");
    add(echoBefore, "command before");
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
    const rule = layout.rules[index] ?? null;
    const isFatal = rule === null ? FATAL_KINDS.some((kind) => own.has(kind)) : FATAL.includes(rule.category);
    add(isFatal && left > 60 && left <= 400, "fatal, yet goes on for 60");
    add(isFatal && left > 400, "fatal, yet goes on for 400");
    if (rule !== null) {
      const chosen = rule.prefer === "first" ? layout.rules.indexOf(rule) : layout.rules.lastIndexOf(rule);
      add(chosen === index, "preferred of its rule");
    }
    add(line.text.length >= 12 && script.includes(line.text.trim()), "written in the script");
    add(line.red, "red");
    add(line.red && layout.isRedRare, "rare red");
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
    const alarming = line.alarming || line.rules.length > 0;
    add(alarming, "alarming");
    add(!own.size && !alarming, "plain");
    add(line.text.length > 250, "long");
    add(line.text.length < 14, "short");
    add(line.text.endsWith(":"), "ends with colon");
    const repeats = surroundings.shapes.get(shapeOf(line.text)) ?? 0;
    add(repeats >= 3 && repeats < 10, "repeated");
    add(repeats >= 10, "much repeated");
    add(surroundings.green?.has(shapeOf(line.text)), "also in green log");
    if (isClosing[index]) closersSeen++;
    if (line.tag === "group" && line.text.startsWith("Run ")) inHeader = true;
    if (!line.echo && !inHeader) described.push({ line, region, features, kinds: own });
  }
  return described;
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
