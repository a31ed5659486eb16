import type { OutcomesDocument } from "#core/documents/outcomes/outcomes.ts";
import { ago, count, duration, money, percent, plural, UNKNOWN } from "#core/format.ts";
import type { RepositoryLinks } from "#core/links.ts";
import { usdCell } from "#core/pricing/money.ts";
import { type Column, figure, headed, words } from "#core/render/columns/column.ts";
import { epoch, type Utc } from "#core/time.ts";

type PullRow = OutcomesDocument["newest"][number];

type Row = Omit<OutcomesDocument["agents"][number], "agent" | "part"> & {
  agent: string | null;
  part: string;
};

/** A row for each agent and part, and last one without an agent for all pull requests, each once. */
export function outcomeRows({ all, agents }: OutcomesDocument): Row[] {
  return [...agents, { ...all, agent: null, part: "all" }];
}

const PARTS: Readonly<Record<string, string>> = { author: "opened", helper: "worked on" };

const counted = (
  name: string,
  key: "opened" | "merged" | "reverted" | "closed" | "open" | "abandoned",
  heading: string,
): Column<Row> => ({ ...figure<Row>(heading, (row) => row[key]), name });

export const OUTCOMES: readonly Column<Row>[] = [
  {
    name: "agent",
    heading: "Agent",
    kind: "name",
    value: (row) => row.agent,
    text: (row) => row.agent ?? "All, each once",
    below: (row) => PARTS[row.part] ?? null,
  },
  { name: "part", kind: "words", value: (row) => row.part },
  counted("pull_requests", "opened", "Pull requests"),
  counted("merged", "merged", "Merged"),
  counted("reverted", "reverted", "Taken back"),
  counted("closed", "closed", "Closed"),
  counted("open", "open", "Open"),
  counted("abandoned", "abandoned", "Abandoned"),
  {
    name: "completion",
    heading: "Completed",
    kind: "figure",
    value: (row) => row.completion.value,
    text: ({ completion }) => `${percent(completion.value)} of ${count(completion.n)}`,
    below: ({ completion: { low, high } }) => (low === null ? null : `${percent(low)} to ${percent(high)}`),
  },
  { name: "completion_n", kind: "figure", value: (row) => row.completion.n },
  { name: "completion_low", kind: "figure", value: (row) => row.completion.low },
  { name: "completion_high", kind: "figure", value: (row) => row.completion.high },
  {
    name: "time_to_merge_p50_seconds",
    heading: "Time to merge",
    kind: "figure",
    value: (row) => row.time_to_merge.p50,
    text: (row) => duration(row.time_to_merge.p50),
    title: ({ time_to_merge: { n, p90 } }) => `median of ${n}; p90 ${duration(p90)}`,
  },
  { name: "time_to_merge_p90_seconds", kind: "figure", value: (row) => row.time_to_merge.p90 },
  {
    name: "approved",
    heading: "Approved / changes asked",
    kind: "figure",
    value: (row) => row.reviews.approved,
    text: ({ reviews }) => `${count(reviews.approved)} / ${count(reviews.changes_requested)}`,
  },
  { name: "changes_requested", kind: "figure", value: (row) => row.reviews.changes_requested },
  { name: "commented", kind: "figure", value: (row) => row.reviews.commented },
  {
    name: "thumbs_up",
    heading: "Thumbs up / down",
    kind: "figure",
    value: (row) => row.reactions.up,
    text: ({ reactions }) => `${count(reactions.up)} / ${count(reactions.down)}`,
  },
  { name: "thumbs_down", kind: "figure", value: (row) => row.reactions.down },
  { name: "cost", kind: "figure", value: (row) => usdCell(row.cost.nano_usd) },
  {
    name: "cost_each_merged",
    heading: "Cost each merged",
    kind: "figure",
    value: (row) => row.cost.each_merged_nano_usd,
    text: (row) => money(row.cost.each_merged_nano_usd),
    filed: (row) => usdCell(row.cost.each_merged_nano_usd),
    below: ({ cost: { coverage } }) => `${percent(coverage.value)} of ${plural(coverage.n, "attempt")} known`,
  },
  { name: "currency", kind: "words", value: () => "USD" },
  { name: "attempts", kind: "figure", value: (row) => row.cost.coverage.n },
  { name: "attempts_with_known_cost", kind: "figure", value: (row) => row.cost.coverage.part },
];

export const OUTCOMES_SHOWN = headed(OUTCOMES, [
  "Agent",
  "Pull requests",
  "Merged",
  "Taken back",
  "Closed",
  "Open",
  "Abandoned",
  "Completed",
  "Time to merge",
  "Approved / changes asked",
  "Thumbs up / down",
  "Cost each merged",
]);

const BECAME: Readonly<Record<PullRow["outcome"], string>> = {
  merged: "merged",
  reverted: "taken back",
  closed: "closed",
  open: "open",
  abandoned: "abandoned",
};

/** Single pull requests, as of a time. */
export function pullColumns(github: RepositoryLinks, now: Utc): Column<PullRow>[] {
  return [
    {
      heading: "Pull request",
      kind: "name",
      value: (row) => row.number,
      text: (row) => `#${row.number}`,
      link: (row) => github.pull(row.number),
    },
    words("Opened by", (row) => row.author_agent ?? "a person"),
    words("Helped", (row) => row.helpers.join(", ") || UNKNOWN),
    {
      heading: "Became",
      kind: "words",
      value: (row) => row.outcome,
      parts: ({ outcome, reverted_by: by }) => [
        { text: BECAME[outcome] },
        ...(by === null ? [] : [{ text: "by" }, { text: `#${by}`, link: github.pull(by) }]),
      ],
    },
    {
      heading: "Opened",
      kind: "figure",
      value: (row) => epoch(row.created_at),
      text: (row) => ago(epoch(now) - epoch(row.created_at)),
    },
  ];
}
