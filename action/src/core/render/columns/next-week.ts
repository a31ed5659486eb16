import type { NextWeek } from "#core/documents/forecast/next-week.ts";
import { count, duration, percent, UNKNOWN } from "#core/format.ts";
import type { Column } from "#core/render/columns/column.ts";
import { share } from "#core/render/words/figure-text.ts";

export const NEXT_WEEK: readonly Column<NextWeek>[] = [
  { name: "kind", heading: "Kind", kind: "words", value: ({ kind }) => kind },
  { name: "name", heading: "Name", kind: "name", value: ({ name }) => name },
  {
    name: "attempts",
    heading: "Attempts",
    kind: "figure",
    value: ({ attempts }) => attempts?.median ?? null,
    text: ({ attempts }) => count(attempts?.median ?? null),
  },
  {
    heading: "Four weeks of five",
    kind: "words",
    value: ({ attempts }) => attempts?.median ?? null,
    text: ({ attempts }) =>
      attempts === null ? UNKNOWN : `${count(attempts.low80)} to ${count(attempts.high80)}`,
  },
  { name: "attempts_low80", kind: "figure", value: ({ attempts }) => attempts?.low80 ?? null },
  { name: "attempts_high80", kind: "figure", value: ({ attempts }) => attempts?.high80 ?? null },
  {
    name: "success",
    heading: "Success",
    kind: "figure",
    value: ({ success }) => success.value,
    text: ({ success }) => share(success),
    note: ({ success_95: band }) => (band === null ? null : `${percent(band.low)} to ${percent(band.high)}`),
  },
  { name: "success_n", kind: "figure", value: ({ success }) => success.n },
  { name: "success_low95", kind: "figure", value: (row) => row.success_95?.low ?? null },
  { name: "success_high95", kind: "figure", value: (row) => row.success_95?.high ?? null },
  {
    name: "duration_p50_seconds",
    heading: "Duration, median",
    kind: "figure",
    value: (row) => row.duration_p50,
    text: (row) => duration(row.duration_p50),
    note: ({ duration_95: band }) =>
      band === null ? null : `${duration(band.low)} to ${duration(band.high)}`,
  },
  { name: "duration_low95_seconds", kind: "figure", value: (row) => row.duration_95?.low ?? null },
  { name: "duration_high95_seconds", kind: "figure", value: (row) => row.duration_95?.high ?? null },
];
