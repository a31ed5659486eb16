import { runLink } from "#core/addresses/paths.ts";
import type { Attempt } from "#core/attempts/attempt.ts";
import type { Context } from "#core/attempts/context.ts";
import type { ErrorsDocument } from "#core/documents/errors/errors.ts";
import type { ExecutionDocuments } from "#core/documents/executions/executions.ts";
import type { Place } from "#core/documents/row/places.ts";
import type { RunRelations } from "#core/documents/run-relations/run-relations.ts";
import { type RunDetail, runDetail } from "#core/documents/runs/run-detail.ts";
import { entry } from "#core/entry.ts";

type Made = { runRelations: RunRelations; errors: ErrorsDocument; executions: ExecutionDocuments };

/** The pages of a day's runs at their latest attempts. */
export function* latestRunPages(
  day: readonly Attempt[],
  made: Made,
  context: Context,
): Iterable<Place<RunDetail>> {
  yield* runPages(day, made, context, true);
}

/** The pages of their attempts before those. */
export function* earlierRunPages(
  day: readonly Attempt[],
  made: Made,
  context: Context,
): Iterable<Place<RunDetail>> {
  yield* runPages(day, made, context, false);
}

function* runPages(
  day: readonly Attempt[],
  { runRelations, errors, executions }: Made,
  context: Context,
  latest: boolean,
): Iterable<Place<RunDetail>> {
  const histories = new Map(errors.errors.map((entry) => [entry.signature, entry]));
  const history = (signature: string) => histories.get(signature) ?? null;
  const runs = new Map<number, Attempt[]>();
  for (const attempt of day) entry(runs, attempt.run.id, () => []).push(attempt);
  for (const ofRun of runs.values()) {
    const attempts = ofRun.map(({ run }) => run);
    const newest = Math.max(...attempts.map((run) => run.run_attempt));
    for (const attempt of ofRun) {
      const { id, run_attempt } = attempt.run;
      if (!runRelations.hasPage(id) || (run_attempt === newest) !== latest) continue;
      yield {
        path: runLink(id, latest ? null : run_attempt),
        document: () => runDetail(attempt, attempts, runRelations, context, history, executions.pages),
      };
    }
  }
}
