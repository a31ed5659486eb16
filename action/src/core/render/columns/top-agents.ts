import { agentPath } from "#core/addresses/paths.ts";
import { periodPath } from "#core/addresses/period-path.ts";
import type { OverviewDocument } from "#core/documents/overview/overview.ts";
import { count, money, tokens } from "#core/format.ts";
import type { Column } from "#core/render/columns/column.ts";
import { printableLine } from "#core/render/printable.ts";
import { atLeast } from "#core/render/words/cost-text.ts";
import { known, share } from "#core/render/words/figure-text.ts";

/** The agents that the first page names. */
export const TOP_AGENTS: readonly Column<OverviewDocument["agents"]["top"][number]>[] = [
  {
    heading: "Agent",
    kind: "name",
    value: (row) => row.agent,
    text: (row) => printableLine(row.agent),
    link: (row, period) => periodPath(agentPath(row.slug), period),
  },
  {
    heading: "Executions",
    kind: "share",
    value: (row) => row.executions,
    text: (row) => count(row.executions),
  },
  {
    heading: "Success",
    kind: "figure",
    value: (row) => row.success.value,
    text: (row) => share(row.success),
  },
  { heading: "Tokens", kind: "figure", value: (row) => row.tokens, text: (row) => tokens(row.tokens) },
  {
    heading: "Cost",
    kind: "figure",
    value: (row) => row.cost_nano_usd,
    text: ({ cost_nano_usd: nano, cost_coverage: { part, n } }) =>
      nano !== null && part < n ? atLeast(nano) : money(nano),
    title: (row) => known(row.cost_coverage),
  },
];
