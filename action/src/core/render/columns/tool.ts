import { runLink } from "#core/addresses/paths.ts";
import type { Sample, ToolTally } from "#core/documents/tools/tool-tally.ts";
import type { ToolsDocument } from "#core/documents/tools/tools.ts";
import { duration, moment } from "#core/format.ts";
import { type Column, figure, words } from "#core/render/columns/column.ts";
import { said } from "#core/render/printable.ts";

const at = (heading: string): Column<Sample> => ({
  heading,
  kind: "moment",
  value: (row) => row.at,
  text: (row) => moment(row.at),
});
const RUN: Column<Sample> = {
  heading: "Run",
  kind: "words",
  value: (row) => row.run_id,
  link: (row) => runLink(row.run_id),
};

/** The newest calls of a tool that failed. */
export const FAILED_CALLS: readonly Column<Sample>[] = [
  at("Newest"),
  RUN,
  words("What it said", (row) => said(row.text), "prose"),
];

export const SLOW_CALLS: readonly Column<Sample>[] = [
  at("At"),
  RUN,
  figure("Took", (row) => row.seconds, duration),
];

type Hour = ToolTally["hours"][number] & { hour: number };

export const CALL_HOURS: readonly Column<Hour>[] = [
  words("Hour", (row) => `${String(row.hour).padStart(2, "0")}:00`),
  figure("Calls", (row) => row.calls),
  figure("Failed", (row) => row.failures),
];

type Unused = ToolsDocument["unused"][number];

/** Tools that were offered and never called. */
export const UNUSED_TOOLS: readonly Column<Unused>[] = [
  words("Tool", (row) => row.name, "name"),
  words("Server", (row) => row.server),
  figure("Offered", (row) => row.loaded),
];
