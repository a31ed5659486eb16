import type { OutcomesDocument } from "#core/documents/outcomes/outcomes.ts";
import { decimalUsd } from "#core/pricing/money.ts";
import type { CsvColumn } from "#core/render/csv.ts";

type Row = Omit<OutcomesDocument["agents"][number], "agent" | "part"> & {
  agent: string | null;
  part: string;
};

const usd = (nano: number | null) => (nano === null ? null : decimalUsd(nano));

/** A row for each agent and part, and last one without an agent for all pull requests, each once. */
export function outcomeRows({ all, agents }: OutcomesDocument): Row[] {
  return [...agents, { ...all, agent: null, part: "all" }];
}

export const OUTCOME_COLUMNS: readonly CsvColumn<Row>[] = [
  { name: "agent", value: (row) => row.agent },
  { name: "part", value: (row) => row.part },
  { name: "pull_requests", value: (row) => row.opened },
  { name: "merged", value: (row) => row.merged },
  { name: "reverted", value: (row) => row.reverted },
  { name: "closed", value: (row) => row.closed },
  { name: "open", value: (row) => row.open },
  { name: "abandoned", value: (row) => row.abandoned },
  { name: "completion", value: (row) => row.completion.value },
  { name: "completion_n", value: (row) => row.completion.n },
  { name: "completion_low", value: (row) => row.completion.low },
  { name: "completion_high", value: (row) => row.completion.high },
  { name: "time_to_merge_p50_seconds", value: (row) => row.time_to_merge.p50 },
  { name: "time_to_merge_p90_seconds", value: (row) => row.time_to_merge.p90 },
  { name: "approved", value: (row) => row.reviews.approved },
  { name: "changes_requested", value: (row) => row.reviews.changes_requested },
  { name: "commented", value: (row) => row.reviews.commented },
  { name: "thumbs_up", value: (row) => row.reactions.up },
  { name: "thumbs_down", value: (row) => row.reactions.down },
  { name: "cost", value: (row) => usd(row.cost.nano_usd) },
  { name: "cost_each_merged", value: (row) => usd(row.cost.each_merged_nano_usd) },
  { name: "currency", value: () => "USD" },
  { name: "attempts", value: (row) => row.cost.coverage.n },
  { name: "attempts_with_known_cost", value: (row) => row.cost.coverage.part },
];
