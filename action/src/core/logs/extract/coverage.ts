import type { Extractor } from "#core/logs/extract/extractor.ts";

/** What coverage tools print as their total, the surest first; `percent` is of lines where they say so. */
export const TOTALS: readonly { hint: string; pattern: RegExp }[] = [
  // istanbul: All files | statements | branches | functions | lines |
  { hint: "all files", pattern: /^\s*All files\s*(?:\|\s*[\d.]+\s*){3}\|\s*(?<percent>[\d.]+)/ },
  { hint: "lines        :", pattern: /^Lines\s+: (?<percent>[\d.]+)%/ },
  // coverage.py, gcovr: TOTAL statements missed … percent
  { hint: "total ", pattern: /^TOTAL(?:\s+\d+){2,4}\s+(?<percent>[\d.]+)%/ },
  { hint: "total:", pattern: /^total:\s+\(statements\)\s+(?<percent>[\d.]+)%/ },
  { hint: "lines......:", pattern: /^\s*lines\.{2,}: (?<percent>[\d.]+)%/ },
  { hint: "% coverage, ", pattern: /^(?<percent>[\d.]+)% coverage, \d+\/\d+ lines covered/ },
  { hint: "line coverage: ", pattern: /^Line [Cc]overage: (?<percent>[\d.]+)%/ },
  { hint: "loc (", pattern: /(?<!\d)\d+ \/ \d+ LOC \((?<percent>[\d.]+)%\) covered/ },
  { hint: "lines: ", pattern: /^\s*Lines:\s+(?<percent>[\d.]+)% \(/ },
  { hint: "| total ", pattern: /^\| Total\s+\| (?<percent>[\d.]+)%/ },
  { hint: "[total]", pattern: /^\[TOTAL\]\s+(?<percent>[\d.]+)%/ },
  { hint: "statement coverage", pattern: /Statement coverage\.*: (?<percent>[\d.]+)%/ },
];
/** One line a package: only a lone package speaks for the whole. */
const GO_PACKAGE = /coverage: (?<percent>[\d.]+)% of statements/;

/** Percent of lines covered; of several totals the last of the surest kind. */
export function coverage(): Extractor {
  let best: { rank: number; percent: number } | null = null;
  let packages = 0;
  let lone: number | null = null;
  return {
    hints: [...TOTALS.map(({ hint }) => hint), "coverage: "],
    line(text) {
      const go = percentOf(GO_PACKAGE.exec(text));
      if (go !== null) lone = ++packages === 1 ? go : null;
      for (const [rank, { pattern }] of TOTALS.entries()) {
        const percent = percentOf(pattern.exec(text));
        if (percent !== null && (best === null || rank <= best.rank)) best = { rank, percent };
      }
    },
    held: () => 1,
    finish(into) {
      into.coverage = best?.percent ?? lone;
    },
  };
}

function percentOf(match: RegExpExecArray | null): number | null {
  const percent = Number(match?.groups?.percent ?? Number.NaN);
  return percent >= 0 && percent <= 100 ? percent : null;
}
