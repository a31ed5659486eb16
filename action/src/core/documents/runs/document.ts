import * as z from "zod";
import { alone } from "#core/documents/row/places.ts";
import { declare } from "#core/documents/row/row.ts";
import { earlierRunPages, latestRunPages } from "#core/documents/runs/page.ts";
import { runIndexFold } from "#core/documents/runs/run-index.ts";
import type { RunTable } from "#core/documents/runs/run-table.ts";
import { StoredAnalysis } from "#core/records/analysis.ts";
import { Run } from "#core/records/run.ts";
import { runDayFiles } from "#core/render/day-files.ts";
import { runFiles } from "#core/render/run-files.ts";
import { Day } from "#core/time.ts";

/** Every attempt, for the Runs page and the links between runs. */
export const runs = declare({
  name: "runs",
  schema: {
    "runs-day": z.strictObject({ day: Day, runs: z.array(Run), readings: z.array(StoredAnalysis) }),
  },
  needs: [],
  reads: ["analyses"],
  fold: (sources) => runIndexFold(sources),
  navigation: { label: "Runs", path: "runs/", place: 2 },
  pages: { "runs/index": ({ runs: made }: { runs: RunTable }) => alone("runs/", () => made) },
  dayPages: { "runs/[id]/index": latestRunPages, "runs/[id]/attempts/[attempt]": earlierRunPages },
  files: runFiles,
  dayFiles: runDayFiles,
});
