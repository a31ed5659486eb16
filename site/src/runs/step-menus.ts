/** The menus of jobs and steps. Their names come with the steps of the months that are looked at. */

import type { RunQuery } from "#core/addresses/run-query.ts";
import { baseJobName } from "#core/documents/step-times/job-name.ts";
import { find } from "./element.ts";
import { FacetMenu, type Option } from "./facet-menu.ts";
import type { RunData } from "./run-data.ts";
import type { Explorer } from "./runs-toolbar.ts";
import { stretchOf } from "./select.ts";

export function stepMenus(root: HTMLElement, data: RunData, explorer: Explorer): FacetMenu[] {
  return (["jobs", "steps"] as const).map((kind) => {
    const details = find<HTMLDetailsElement>(root, `[data-facet="${kind === "jobs" ? "job" : "step"}"]`);
    const chosen = () => explorer.query().step[kind];
    const menu = new FacetMenu(details, {
      excludes: false,
      options: () => options(data, explorer.query(), kind),
      choice: () => ({ include: chosen(), exclude: [] }),
      toggle: (_, name) => {
        const { step } = explorer.query();
        const names = chosen().includes(name)
          ? chosen().filter((other) => other !== name)
          : [...chosen(), name];
        explorer.change({ ...explorer.query(), step: { ...step, [kind]: names } });
      },
    });
    details.addEventListener("toggle", async () => {
      if (!details.open) return;
      await data.loadSteps(...stretchOf(data.table, explorer.query())).catch(() => undefined);
      if (details.open) menu.open();
    });
    return menu;
  });
}

/** Steps are those of the chosen jobs. */
function options(data: RunData, { step }: RunQuery, kind: "jobs" | "steps"): Option[] {
  const names = new Set<string>(step[kind]);
  for (const { file } of data.steps)
    for (const [job, name] of file.names) {
      const base = baseJobName(job);
      if (kind === "jobs") names.add(base);
      else if (
        name !== null &&
        (step.jobs.length === 0 || step.jobs.includes(base) || step.jobs.includes(job))
      )
        names.add(name);
    }
  return [...names].map((name) => ({ value: name, word: name, count: null }));
}
