import type { Documents } from "#core/documents/documents.ts";
import { encodeRunIndex } from "#core/documents/run-index-file.ts";
import { encodeRunSteps } from "#core/documents/run-steps.ts";
import { encodeRunTexts } from "#core/documents/run-texts.ts";

/** What the Runs page and the 404 page load, below the site's root. */
export const RUN_FILES = {
  index: "api/v1/runs/index.json",
  texts: (month: string) => `api/v1/runs/texts/${month}.json`,
  steps: (month: string) => `api/v1/runs/steps/${month}.json`,
  day: (day: string) => `api/v1/runs/${day}.json`,
  days: "api/v1/runs/days.json",
} as const;

/** The index of runs, its texts and steps by month, and the table that finds the day of a run id. */
export function* runFiles({
  runs,
  runSteps,
  runDays,
}: Pick<Documents, "runs" | "runSteps" | "runDays">): Iterable<{ path: string; content: string }> {
  yield file(RUN_FILES.index, encodeRunIndex(runs));
  for (const month of runs.months) {
    yield file(RUN_FILES.texts(month.month), encodeRunTexts(runs, month));
    yield file(RUN_FILES.steps(month.month), encodeRunSteps(runSteps, runs, month));
  }
  yield file(RUN_FILES.days, runDays);
}

function file(path: string, value: unknown): { path: string; content: string } {
  return { path, content: `${JSON.stringify(value)}\n` };
}
