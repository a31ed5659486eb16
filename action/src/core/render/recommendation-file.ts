import * as z from "zod";
import { Recommendation } from "#core/documents/recommendations/recommendation.ts";
import { usdCell } from "#core/pricing/money.ts";
import type { CsvColumn } from "#core/render/csv.ts";
import type { Advice } from "#core/render/words/advice.ts";
import { adviceOn } from "#core/render/words/recommendation.ts";

const said = {
  /** What it is about, e.g. a tool's name. */
  subject: z.string(),
  /** What to do, and what was seen. */
  advice: z.string(),
  evidence: z.string(),
  /** How the saving was estimated, or why not. */
  basis: z.string(),
  /** Below the site's root. */
  link: z.string(),
};

/** Recommendations as a file: their figures, and the sentences in which pages and a terminal say them. */
export const RecommendationFile = z.array(z.union(Recommendation.options.map((one) => one.extend(said))));

type Row = Recommendation & Advice;

export function recommendationRows(recommendations: readonly Recommendation[]): Row[] {
  return recommendations.map((one) => ({ ...one, ...adviceOn(one) }));
}

export const RECOMMENDATION_COLUMNS: readonly CsvColumn<Row>[] = [
  { name: "rule", value: (row) => row.rule },
  { name: "area", value: (row) => row.area },
  { name: "subject", value: (row) => row.subject },
  { name: "advice", value: (row) => row.advice },
  { name: "evidence", value: (row) => row.evidence },
  { name: "n", value: (row) => row.n },
  { name: "saving", value: (row) => usdCell(row.saving_nano_usd) },
  { name: "currency", value: () => "USD" },
  { name: "saving_seconds", value: (row) => row.saving_seconds },
  { name: "basis", value: (row) => row.basis },
  { name: "link", value: (row) => row.link },
];
