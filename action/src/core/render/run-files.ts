import type { RunDays } from "#core/documents/run-days/run-days.ts";
import { encodeRunSteps, type RunSteps } from "#core/documents/run-steps/run-steps.ts";
import { encodeRunIndex } from "#core/documents/runs/run-index-file.ts";
import type { RunTable } from "#core/documents/runs/run-table.ts";
import { encodeRunTexts } from "#core/documents/runs/run-texts.ts";
import type { ApiFile } from "#core/render/api-file.ts";

/** What the Runs page and the 404 page load, below the API's folder. */
export const RUN_FILES = {
  index: "runs/index.json",
  texts: (month: string) => `runs/texts/${month}.json`,
  steps: (month: string) => `runs/steps/${month}.json`,
  days: "runs/days.json",
  day: (day: string) => `runs/${day}.json`,
} as const;

/** The index of runs with its texts and steps by month, and the table that finds the day of a run's id. */
export function* runFiles({
  runs,
  runSteps,
  runDays,
}: {
  runs: RunTable;
  runSteps: RunSteps;
  runDays: RunDays;
}): Iterable<ApiFile> {
  yield file(
    RUN_FILES.index,
    "Every attempt, as columns, for the Runs page",
    encodeRunIndex(runs),
    runs.rows,
  );
  for (const month of runs.months) {
    const { month: name, rows } = month;
    const texts = encodeRunTexts(runs, month);
    const steps = encodeRunSteps(runSteps, runs, month);
    yield file(RUN_FILES.texts(name), `Titles and commits of the index's runs of ${name}`, texts, rows);
    yield file(RUN_FILES.steps(name), `Jobs and steps of the index's runs of ${name}`, steps, rows);
  }
  yield file(RUN_FILES.days, "The span of run ids of each day", runDays, runDays.days.length);
}

function file(path: string, about: string, value: unknown, rows: number): ApiFile {
  return { path, text: `${JSON.stringify(value)}\n`, about, rows, schema: null };
}
