import * as z from "zod";
import { ExecutionRow } from "#core/documents/executions/execution-row.ts";
import {
  type ExecutionDocuments,
  ExecutionsDocument,
  executionsFold,
} from "#core/documents/executions/executions.ts";
import { executionPages } from "#core/documents/executions/page.ts";
import { alone } from "#core/documents/row/places.ts";
import { declare } from "#core/documents/row/row.ts";
import { Execution } from "#core/records/execution.ts";
import { table } from "#core/render/api-file.ts";
import { EXECUTIONS } from "#core/render/columns/executions.ts";
import { executionDayFiles } from "#core/render/day-files.ts";
import { Day } from "#core/time.ts";

type Made = { executions: ExecutionDocuments };

export const executions = declare({
  name: "executions",
  schema: {
    executions: ExecutionsDocument,
    "executions-day": z.strictObject({
      day: Day,
      rows: z.array(ExecutionRow),
      executions: z.array(Execution),
    }),
  },
  needs: [],
  fold: executionsFold,
  navigation: { label: "Executions", path: "executions/", place: 5 },
  pages: { "executions/index": ({ executions: { list } }: Made) => alone("executions/", () => list) },
  dayPages: { "executions/[id]": executionPages },
  *files({ executions: { list } }: Made, json) {
    const about = "The newest executions of agents";
    yield json("executions.json", "executions", about, list, list.rows.length);
    yield table("executions.csv", "The same as a table", EXECUTIONS, list.rows);
  },
  dayFiles: executionDayFiles,
});
