import { EVIDENCE, NOISE } from "#core/failures/evidence.ts";
import type { KeptLine, Region } from "#core/failures/scan.ts";
import { shapeOf } from "#core/logs/shape.ts";

/** A line that may be the cause, with everything that speaks for or against it, by name. */
export type Described = { line: KeptLine; region: Region; features: string[]; kinds: ReadonlySet<string> };

export type Surroundings = {
  regions: readonly Region[];
  shapes: ReadonlyMap<string, number>;
  green: { has(shape: string): boolean } | null;
};

/** Lines that only say that something before them failed. */
const CLOSERS = ["npm err", "make stops", "build failed", "command failed", "final word"];
/** Kinds that name a cause by themselves; among several the first or the last counts. */
const STRONG = [
  "place with error",
  "error prefix",
  "fatal prefix",
  "program says error",
  "bracket error",
  "exception",
  "crash",
  "fail glyph",
  "fail bracket",
  "fail word end",
  "go fail",
  "tap not ok",
  "numbered failure",
  "shell says",
  "lone error word",
];
const TRACES = ["exception", "traceback head", "crash"];

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
  const kinds = lines.map((line) => kindsOf(line));
  const isClosing = lines.map(
    (line, index) =>
      line.number === region.span.failure_line || CLOSERS.some((kind) => kinds[index]?.has(kind)),
  );
  const isBlank = lines.map((line) => line.text.trim() === "");
  const reds = lines.filter(({ red }) => red).length;
  const rareRed = reds > 0 && reds <= Math.max(8, lines.length / 12);
  const strongTotal = lines.filter((_, index) => STRONG.some((kind) => kinds[index]?.has(kind))).length;
  const counts = new Map<string, number>();
  const totals = new Map<string, number>();
  for (const set of kinds) for (const kind of set) totals.set(kind, (totals.get(kind) ?? 0) + 1);

  const toClosing = distances(isClosing, isBlank);
  let strongSeen = 0;
  let closersSeen = 0;
  let underHeading = false;
  let inTrace = false;
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
    if (isBlank[index]) {
      paragraph = 0;
      inTrace = false;
      continue;
    }
    const echoBefore = before?.has("command echo") ?? false;
    paragraph = blankBefore || (isClosing[index - 1] ?? false) || echoBefore ? 1 : paragraph + 1;
    if (own.has("failure heading") || own.has("lone error word")) underHeading = true;
    if (own.has("traceback head")) inTrace = true;
    const features = [...place, ...own];
    const add = (holds: boolean | undefined, name: string) => {
      if (holds) features.push(name);
    };
    const strong = STRONG.some((kind) => own.has(kind));
    if (strong) {
      strongSeen++;
      add(strongSeen === 1, "first strong");
      add(strongSeen === 2 || strongSeen === 3, "second or third strong");
      add(strongSeen > 10, "late strong");
      add(strongSeen === strongTotal, "last strong");
    }
    for (const kind of own) {
      const seen = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, seen);
      add(seen === 1, `${kind}: first`);
      add(seen === totals.get(kind), `${kind}: last`);
    }
    add(closersSeen > 0, "after a closing line");
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
    add(line.red, "red");
    add(line.red && rareRed, "rare red");
    add(line.tag === "error", "tagged error");
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
    if (!line.echo) described.push({ line, region, features, kinds: own });
  }
  return described;
}

function kindsOf(line: KeptLine): ReadonlySet<string> {
  const kinds = new Set<string>();
  for (const { name, pattern } of EVIDENCE) if (pattern.test(line.text)) kinds.add(name);
  for (const { name, pattern } of NOISE) if (pattern.test(line.text)) kinds.add(name);
  return kinds;
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
