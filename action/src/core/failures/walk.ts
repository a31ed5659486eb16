import { ALARMS } from "#core/failures/alarm.ts";
import { around } from "#core/failures/around.ts";
import { hasErrorLevel, type Kinds, STRONG, telling } from "#core/failures/kinds.ts";
import { distanceWord, type Layout, saying } from "#core/failures/layout.ts";
import { type Section, sectionFrom } from "#core/failures/section.ts";
import type { KeptLine, Region } from "#core/failures/step-lines.ts";
import { streamOf } from "#core/logs/prefix.ts";
import type { Category } from "#core/records/category.ts";
import { indentOf } from "#core/text/indent.ts";

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
const CHAINED = /The above exception was|During handling of the above/;
/** Lines this far apart tell of different failures. */
const CLUSTER = 8;

/** A line with what stands around it; `before` and `after` are the kinds of its direct neighbours. */
type Spot = {
  index: number;
  line: KeptLine;
  own: Kinds;
  before: Kinds | undefined;
  after: Kinds | undefined;
  /** The next kept line, when it is the next line. */
  below: KeptLine | null;
  blankBefore: boolean;
  blankAfter: boolean;
};

/** Goes once through what was kept of a step and says of each line what speaks for or against it. */
export class Walk {
  readonly #region: Region;
  readonly #layout: Layout;
  readonly #counts = new Map<string, number>();
  #strongSeen = 0;
  #strongAt = Number.NEGATIVE_INFINITY;
  #closersSeen = 0;
  #underHeading = false;
  #paragraph = 0;
  #section: Section = "the reporter's own";

  constructor(region: Region, layout: Layout) {
    this.#region = region;
    this.#layout = layout;
  }

  /** To be called for every line in turn; null for blank ones. */
  features(index: number): string[] | null {
    const spot = this.#spot(index);
    if (this.#layout.isBlank[index]) {
      this.#paragraph = 0;
      return null;
    }
    const { own, line } = spot;
    this.#section = sectionFrom(line.text) ?? this.#section;
    const echoBefore = spot.before?.has("command echo") ?? false;
    const starts = spot.blankBefore || (this.#layout.isClosing[index - 1] ?? false) || echoBefore;
    this.#paragraph = starts ? 1 : this.#paragraph + 1;
    if (own.has("failure heading") || own.has("lone error word")) this.#underHeading = true;
    const isStrong = STRONG.some((kind) => own.has(kind));
    const features = [
      ...telling(own, line),
      ...(isStrong ? this.#strong(line.number) : []),
      ...this.#firsts(own),
      ...this.#endings(spot),
      ...this.#wording(spot, isStrong),
      ...this.#position(spot, echoBefore),
      ...this.#neighbours(spot),
      ...this.#ruled(spot),
      ...this.#marks(spot),
      ...this.#stream(spot),
      ...holding(around(this.#layout, index, this.#section)),
    ];
    if (this.#layout.isClosing[index]) this.#closersSeen++;
    return features;
  }

  #spot(index: number): Spot {
    const { lines, kinds, isBlank } = this.#layout;
    const line = lines[index] as KeptLine;
    const adjacent = lines[index - 1]?.number === line.number - 1;
    const below = lines[index + 1]?.number === line.number + 1 ? (lines[index + 1] ?? null) : null;
    return {
      index,
      line,
      own: kinds[index] as Kinds,
      before: adjacent ? kinds[index - 1] : undefined,
      after: below === null ? undefined : kinds[index + 1],
      below,
      blankBefore: !adjacent || (isBlank[index - 1] ?? true),
      blankAfter: below === null || (isBlank[index + 1] ?? true),
    };
  }

  #strong(number: number): string[] {
    if (number - this.#strongAt > CLUSTER) this.#strongSeen++;
    this.#strongAt = number;
    return holding({
      "first strong": this.#strongSeen === 1,
      "second or third strong": this.#strongSeen === 2 || this.#strongSeen === 3,
      "late strong": this.#strongSeen > 10,
    });
  }

  #firsts(own: Kinds): string[] {
    const firsts: string[] = [];
    for (const kind of own) {
      const seen = (this.#counts.get(kind) ?? 0) + 1;
      this.#counts.set(kind, seen);
      if (seen === 1 && STRONG.includes(kind)) firsts.push(`${kind}: first`);
    }
    return firsts;
  }

  /** Where the line stands between what closes the account of a failure, and how far the step goes on. */
  #endings({ index, line, own }: Spot): string[] {
    const { finalClosing, isClosing, toClosing } = this.#layout;
    const left = this.#left(line);
    const rule = this.#layout.rules[index] ?? null;
    const isFatal = rule === null ? FATAL_KINDS.some((kind) => own.has(kind)) : FATAL.includes(rule.category);
    return holding({
      "after a closing line": this.#closersSeen > 0,
      "after the final closing line": line.number > finalClosing,
      "step ends within 30": left >= 0 && left <= 30,
      "step ends within 120": left > 30 && left <= 120,
      "step goes on for 400": left > 400,
      "closing line": isClosing[index],
      [`closing in ${distanceWord(toClosing[index] ?? -1)}`]: true,
      "fatal, yet goes on for 60": isFatal && left > 60 && left <= 400,
      "fatal, yet goes on for 400": isFatal && left > 400,
    });
  }

  #left(line: KeptLine): number {
    return Math.min(this.#layout.finalClosing, this.#region.span.end) - line.number;
  }

  #wording({ index, line, own, below }: Spot, isStrong: boolean): string[] {
    const { lines, kinds, lastOfText } = this.#layout;
    const said = saying(line);
    const next = [1, 2, 3];
    return holding({
      "alarming name only":
        line.alarming &&
        line.rules.length === 0 &&
        !own.has("exception") &&
        !own.has("diff head") &&
        !ALARMING.test(line.text.replace(NAMES, " ")),
      "said again later": said.length > 30 && said.includes(" ") && (lastOfText.get(said) ?? index) > index,
      "chained on": next.some((step) => CHAINED.test(lines[index + step]?.text ?? "")),
      "usage after": below !== null && /^\W*usage/i.test(below.text),
      "detail after": isStrong && next.some((step) => DETAILS.some((kind) => kinds[index + step]?.has(kind))),
    });
  }

  #position({ before, blankAfter }: Spot, echoBefore: boolean): string[] {
    const paragraph = this.#paragraph;
    return holding({
      "starts paragraph": paragraph === 1,
      "lone line": paragraph === 1 && blankAfter,
      "early in paragraph": paragraph > 1 && paragraph <= 4,
      "under failure heading": this.#underHeading,
      "heading before": before?.has("failure heading"),
      "rule before": before?.has("rule line"),
      "command before": echoBefore,
    });
  }

  #neighbours({ line, own, before, after, below }: Spot): string[] {
    const isStrong = STRONG.some((kind) => own.has(kind));
    return holding({
      "passing test after": isStrong && after?.has("passing test"),
      "frame after": after?.has("frame"),
      "exception over frames": after?.has("frame") && TRACES.some((kind) => own.has(kind)),
      "exception under frames": before?.has("frame") && own.has("exception"),
      "caret after": after?.has("caret line"),
      "like the one before":
        after !== undefined && [...own].some((kind) => before?.has(kind) && STRONG.includes(kind)),
      "indents after": below !== null && indentOf(below.text) > indentOf(line.text),
      indented: indentOf(line.text) > 0,
    });
  }

  /** Programs that were ended because another one failed have last words too. */
  #stream({ line }: Spot): string[] {
    const { failedStream } = this.#layout;
    const stream = failedStream === null ? null : streamOf(line.text);
    if (stream === null) return [];
    return [stream === failedStream ? "in the stream that failed" : "in another stream"];
  }

  #ruled({ index }: Spot): string[] {
    const { rules } = this.#layout;
    const rule = rules[index] ?? null;
    if (rule === null) return [];
    const chosen = rule.prefer === "first" ? rules.indexOf(rule) : rules.lastIndexOf(rule);
    return holding({ "preferred of its rule": chosen === index });
  }

  /** How the line itself looks. */
  #marks({ line, own }: Spot): string[] {
    const { tag, text, red } = line;
    const { script, failure_line } = this.#region.span;
    const alarming = line.alarming || line.rules.length > 0;
    const isWarning = tag === "warning" || tag === "notice";
    return holding({
      "written in the script": text.length >= 12 && script.includes(text.trim()),
      red,
      "rare red": red && this.#layout.isRedRare,
      "tagged error": tag === "error",
      "the action's own error": tag === "error" && line.number === failure_line && !own.has("final word"),
      "error level": hasErrorLevel(text),
      "tagged warning": isWarning,
      "other tag": tag !== null && tag !== "error" && !isWarning,
      alarming,
      plain: !own.size && !alarming,
      long: text.length > 250,
      short: text.length < 14,
      "ends with colon": text.endsWith(":"),
    });
  }
}

function holding(claims: Readonly<Record<string, boolean | undefined>>): string[] {
  const names: string[] = [];
  for (const name in claims) if (claims[name]) names.push(name);
  return names;
}
