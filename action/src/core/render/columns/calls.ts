import type { CallFigures } from "#core/documents/tools/call-figures.ts";
import { count, duration, money, percent } from "#core/format.ts";
import type { Column } from "#core/render/columns/column.ts";

type Row = { name: string; figures: CallFigures };

const failing = ({ figures: { success } }: Row) => (success.value === null ? null : 1 - success.value);

/**
 * Calls by what they asked: servers, hosts.
 *
 * @param heading of the names
 * @param priced whether such calls have prices
 */
export function callColumns(heading: string, priced: boolean): Column<Row>[] {
  const cost: Column<Row> = {
    heading: "Cost",
    kind: "figure",
    value: (row) => row.figures.nano_usd,
    text: (row) => money(row.figures.nano_usd),
  };
  return [
    { heading, kind: "name", value: (row) => row.name, title: (row) => row.name },
    {
      heading: "Calls",
      kind: "figure",
      value: (row) => row.figures.calls,
      text: (row) => count(row.figures.calls),
    },
    {
      heading: "Failed",
      kind: "figure",
      value: failing,
      text: (row) => `${percent(failing(row))} of ${count(row.figures.success.n)}`,
    },
    ...(["p50", "p95"] as const).map(
      (percentile): Column<Row> => ({
        heading: percentile,
        kind: "figure",
        value: (row) => row.figures.latency[percentile],
        text: (row) => duration(row.figures.latency[percentile]),
      }),
    ),
    {
      heading: "Time",
      kind: "figure",
      value: (row) => row.figures.total_seconds,
      text: (row) => duration(row.figures.total_seconds),
    },
    ...(priced ? [cost] : []),
  ];
}
