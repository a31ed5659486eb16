import * as z from "zod";
import { RunRow, recentRunsFold } from "#core/documents/recent-runs/run-row.ts";
import { declare } from "#core/documents/row/row.ts";
import { table } from "#core/render/api-file.ts";
import { RUN_COLUMNS } from "#core/render/api-tables.ts";

/** Newest first; for programs, as the Runs page has them all. */
export const recentRuns = declare({
  name: "recentRuns",
  schema: { "runs-recent": z.array(RunRow) },
  needs: [],
  reads: ["analyses"],
  fold: recentRunsFold,
  *files({ recentRuns: made }: { recentRuns: RunRow[] }, json) {
    yield json("runs/recent.json", "runs-recent", "The newest attempts", made, made.length);
    yield table("runs/recent.csv", "The same as a table", RUN_COLUMNS, made);
  },
});
