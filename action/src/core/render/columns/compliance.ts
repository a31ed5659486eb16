import type { ComplianceCheck } from "#core/documents/compliance/check.ts";
import type { Column } from "#core/render/columns/column.ts";
import { printableLine, said } from "#core/render/printable.ts";

const TONES = { pass: "better", fail: "worse", unknown: "muted" } as const;

export const COMPLIANCE: readonly Column<ComplianceCheck>[] = [
  { name: "id", kind: "code", value: ({ id }) => id },
  { name: "title", heading: "Check", kind: "prose", value: ({ title }) => title },
  { name: "group", heading: "About", kind: "words", value: ({ group }) => group },
  {
    ...{ name: "state", heading: "Answer", kind: "words" },
    value: ({ state }) => state,
    tone: ({ state }) => TONES[state],
  },
  {
    ...{ name: "evidence", heading: "Evidence", kind: "prose" },
    value: ({ evidence }) => evidence,
    text: ({ evidence }) => printableLine(evidence, 500),
  },
  {
    ...{ name: "fix", heading: "What to do", kind: "prose" },
    value: ({ fix }) => fix,
    text: ({ fix }) => (fix === null ? "" : said(fix, 300)),
  },
];
