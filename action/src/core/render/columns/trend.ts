import type { Column } from "#core/render/columns/column.ts";

/** One line or bar of a chart. */
export type Series = {
  name: string;
  /** A colour token without its dashes: `status-failure`, `cat-1`. */
  color: string;
  values: readonly (number | null)[];
  /** As the table writes them. */
  texts: readonly string[];
  /** Below the site's root, for each value; null where there is nothing behind it. */
  links?: readonly (string | null)[];
};

/** One stretch of a chart's time axis. */
type Bucket = { label: string; index: number };
type Flag = { number: number; buckets: readonly number[] };

/** @param flags what happened, by the first bucket of each */
export function trendColumns(series: readonly Series[], flags: ReadonlyMap<number, Flag>): Column<Bucket>[] {
  return [
    {
      heading: "From (UTC)",
      kind: "name",
      value: (row) => row.label,
      flag: ({ index }) => flags.get(index) ?? null,
    },
    ...series.map(
      ({ name, color, values, texts, links }): Column<Bucket> => ({
        heading: name,
        color,
        kind: "figure",
        value: ({ index }) => values[index] ?? null,
        text: ({ index }) => texts[index] ?? "",
        ...(links && { link: ({ index }: Bucket) => links[index] ?? null }),
      }),
    ),
  ];
}
