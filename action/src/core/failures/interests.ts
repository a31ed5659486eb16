import { ALARMS } from "#core/failures/alarm.ts";
import type { Rule } from "#core/failures/rule.ts";
import type { Extractor } from "#core/logs/extract/extractor.ts";
import { STEP_HINTS } from "#core/logs/step-marks.ts";
import { type PreFilter, preFilter } from "#core/text/prefilter.ts";

/** How a colour begins, as it is and as tools spell it. */
const COLOURS = ["\u001b[", "^[[", "␛["];

/** Who wants to see a line that holds certain hints. */
export type Interest = {
  rules: readonly Rule[];
  extractors: readonly Extractor[];
  /** Whether such a line is a cause for alarm, and whether it may begin, fail or end a step. */
  alarm: boolean;
  step: boolean;
};

/** What is looked for in a log, and who wants to know. */
export class Interests {
  readonly filter: PreFilter;
  readonly #byHint: readonly Interest[];

  constructor(rules: readonly Rule[], extractors: readonly Extractor[]) {
    const byHint = new Map<string, Interest & { rules: Rule[]; extractors: Extractor[] }>();
    const interest = (hint: string) => {
      const found = byHint.get(hint) ?? { rules: [], extractors: [], alarm: false, step: false };
      byHint.set(hint, found);
      return found;
    };
    for (const hint of ALARMS) interest(hint).alarm = true;
    for (const hint of STEP_HINTS) interest(hint).step = true;
    // Of a line without colours more hints may be seen.
    for (const hint of COLOURS) interest(hint);
    for (const rule of rules) for (const hint of rule.hints) interest(hint).rules.push(rule);
    for (const extractor of extractors)
      for (const hint of extractor.hints) interest(hint).extractors.push(extractor);
    this.filter = filterFor([...byHint.keys()]);
    this.#byHint = [...byHint.values()];
  }

  /** All that the hints of a line are of interest to. */
  of(hints: Iterable<number>): Interest {
    const [rules, extractors]: [Rule[], Extractor[]] = [[], []];
    let [alarm, step] = [false, false];
    for (const id of hints) {
      const interest = this.#byHint[id] as Interest;
      alarm ||= interest.alarm;
      step ||= interest.step;
      for (const rule of interest.rules) if (!rules.includes(rule)) rules.push(rule);
      for (const one of interest.extractors) if (!extractors.includes(one)) extractors.push(one);
    }
    return { rules, extractors, alarm, step };
  }
}

let latest: { key: string; filter: PreFilter } | null = null;

/** The logs of one run are read with the same hints: their automaton is built once. */
function filterFor(hints: readonly string[]): PreFilter {
  const key = hints.join("\n");
  if (latest?.key !== key) latest = { key, filter: preFilter(hints) };
  return latest.filter;
}
