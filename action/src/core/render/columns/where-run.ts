import { runLink } from "#core/addresses/paths.ts";
import type { Column } from "#core/render/columns/column.ts";
import { said } from "#core/render/printable.ts";
import type { Utc } from "#core/time.ts";

type Where = { at: Utc; run_id: number; run_attempt: number; run_number: number; workflow: string | null };

/** When and in which run something was, for lists of agents' works. */
export function whereRun<Row extends Where>(): Column<Row>[] {
  return [
    { name: "at", heading: "When", kind: "time", value: ({ at }) => at },
    { name: "run_id", kind: "code", value: ({ run_id }) => run_id },
    { name: "run_attempt", kind: "code", value: ({ run_attempt }) => run_attempt },
    {
      heading: "Run",
      kind: "words",
      value: ({ run_number }) => run_number,
      text: ({ run_number, run_attempt }) =>
        `#${run_number}${run_attempt > 1 ? `, attempt ${run_attempt}` : ""}`,
      link: ({ run_id, run_attempt }) => runLink(run_id, run_attempt > 1 ? run_attempt : null),
    },
    {
      ...{ name: "workflow", heading: "Workflow", kind: "words" },
      value: ({ workflow }) => workflow,
      text: ({ workflow }) => said(workflow),
    },
  ];
}
