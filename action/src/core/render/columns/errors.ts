import { errorPath, runsLink } from "#core/addresses/paths.ts";
import type { ErrorEntry } from "#core/documents/errors/entry.ts";
import { categoryWord } from "#core/failures/category-word.ts";
import { count, duration, money, signed, UNKNOWN } from "#core/format.ts";
import { usdCell } from "#core/pricing/money.ts";
import { type Column, headed } from "#core/render/columns/column.ts";
import { printableLine } from "#core/render/printable.ts";
import { share } from "#core/render/words/figure-text.ts";

const seconds = (minutes: number | null) => (minutes === null ? null : minutes * 60);

function changeOf({ recent: { attempts, previous_attempts } }: ErrorEntry): number | null {
  return previous_attempts === null ? null : attempts - previous_attempts;
}

function changeText(row: ErrorEntry): string {
  const change = changeOf(row);
  if (change === null) return UNKNOWN;
  return change === 0 ? "same" : `${change > 0 ? "↑" : "↓"} ${signed(change)}`;
}

export const ERRORS: readonly Column<ErrorEntry>[] = [
  { name: "signature", kind: "code", value: (row) => row.signature },
  { name: "domain", kind: "words", value: (row) => row.domain },
  { name: "category", kind: "words", value: (row) => row.category },
  {
    name: "title",
    heading: "Error",
    kind: "name",
    value: (row) => row.title,
    title: (row) => row.title,
    link: (row) => errorPath(row.signature),
    tags: (row) => (row.known ? ["cause known"] : []),
    below: (row) => [
      { text: `${categoryWord(row.category)} ·` },
      { text: printableLine(row.pattern), mono: true },
    ],
  },
  { name: "pattern", kind: "code", value: (row) => row.pattern },
  { name: "rule", kind: "words", value: (row) => row.rule },
  { name: "state", heading: "State", kind: "state", value: (row) => row.state },
  { name: "first_seen", kind: "time", value: (row) => row.first_seen },
  { name: "last_seen", heading: "Last seen", kind: "time", value: (row) => row.last_seen },
  {
    name: "runs",
    heading: "Runs",
    kind: "figure",
    value: (row) => row.runs,
    text: (row) => count(row.runs),
    link: (row) => runsLink({ period: "90d", signatures: [row.signature] }),
    title: (row) => `${count(row.attempts)} attempts; leads to the runs of the last 90 days`,
  },
  { name: "attempts", kind: "figure", value: (row) => row.attempts },
  { name: "inferred", kind: "figure", value: (row) => row.inferred },
  { name: "secondary", kind: "figure", value: (row) => row.secondary },
  {
    name: "passed_anyway",
    heading: "Passed anyway",
    kind: "figure",
    value: (row) => row.flaky.value,
    text: ({ flaky }) => (flaky.part === 0 ? "0" : share(flaky)),
    filed: (row) => row.flaky.part,
    title: ({ flaky }) => `${flaky.part} of ${flaky.n}: the commit passed in another attempt or run`,
    tone: ({ flaky }) => (flaky.part === 0 ? "muted" : null),
  },
  { name: "default_branch", kind: "figure", value: (row) => row.default_branch },
  { name: "other_branches", kind: "figure", value: (row) => row.other_branches },
  {
    name: "attempts_14d",
    heading: "14 days",
    kind: "share",
    value: (row) => row.recent.attempts,
    text: (row) => count(row.recent.attempts),
    role: "failure",
  },
  { name: "attempts_previous_14d", kind: "figure", value: (row) => row.recent.previous_attempts },
  {
    heading: "Trend",
    kind: "trend",
    value: () => null,
    series: ({ recent, histogram }) =>
      recent.attempts === 0 ? null : histogram.map((day) => day.default_branch + day.other_branches),
  },
  {
    heading: "Change",
    kind: "figure",
    value: changeOf,
    text: changeText,
    tone: (row) => {
      const change = changeOf(row) ?? 0;
      return change === 0 ? "muted" : change > 0 ? "worse" : "better";
    },
  },
  {
    name: "minutes_lost",
    heading: "Job time lost",
    kind: "figure",
    value: (row) => row.minutes_lost,
    text: (row) => duration(seconds(row.minutes_lost)),
  },
  {
    name: "cost_usd",
    heading: "Cost",
    kind: "figure",
    value: (row) => row.cost_nano_usd,
    text: (row) => money(row.cost_nano_usd),
    filed: (row) => usdCell(row.cost_nano_usd),
  },
  { name: "confidence", kind: "words", value: (row) => row.newest.confidence },
  {
    name: "workflows",
    heading: "Where",
    kind: "words",
    value: (row) => row.workflows.map(({ name }) => name).join(" · "),
    text: ({ workflows: [first] }) => first?.name ?? "",
    title: ({ workflows: [first] }) => first?.name ?? null,
    link: ({ workflows: [first] }) => (first ? `workflows/${first.slug}/` : null),
    below: ({ workflows: { length } }) => (length > 1 ? `and ${length - 1} more` : null),
  },
  { name: "agents", kind: "words", value: (row) => row.agents.map(({ name }) => name).join(" · ") },
  { name: "fix_run_id", kind: "figure", value: (row) => row.fix?.run_id ?? null },
  { name: "fix_sha", kind: "code", value: (row) => row.fix?.head_sha ?? null },
  { name: "known_cause", kind: "words", value: (row) => row.known?.title ?? null },
];

/** Where minutes are free and no agent failed, a column of $0.00 says nothing. */
export function errorColumns(errors: readonly ErrorEntry[]): Column<ErrorEntry>[] {
  const isPriced = errors.some(({ cost_nano_usd }) => (cost_nano_usd ?? 0) > 0);
  return headed(ERRORS, [
    "Error",
    "14 days",
    "State",
    "Trend",
    "Change",
    "Runs",
    "Job time lost",
    ...(isPriced ? ["Cost"] : []),
    "Where",
    "Passed anyway",
    "Last seen",
  ]);
}

/** What an error happened to, and how often. */
type Affected = { name: string; attempts: number; link?: string };

/** @param of all attempts, which bars are of */
export function affectedColumns(heading: string, of: number): Column<Affected>[] {
  return [
    {
      heading,
      kind: "name",
      value: (row) => row.name,
      title: (row) => row.name,
      link: (row) => row.link ?? null,
    },
    {
      heading: "Attempts",
      kind: "share",
      value: (row) => row.attempts,
      text: (row) => count(row.attempts),
      whole: Math.max(of, 1),
    },
  ];
}
