import * as z from "zod";
import type { Context } from "#core/attempts/context.ts";
import type { Fold } from "#core/attempts/fold.ts";
import { isListed } from "#core/attempts/period.ts";
import { Coverage, coverageOf, isComparable, noCoverage } from "#core/documents/errors/coverage.ts";
import { ErrorEntry } from "#core/documents/errors/entry.ts";
import { RECENT_DAYS, summarise } from "#core/documents/errors/summarise.ts";
import type { Failures } from "#core/documents/failures/failures.ts";
import { workflowNames } from "#core/documents/workflows/workflow-names.ts";
import type { KnownErrors } from "#core/failures/known-error.ts";
import { addSeconds, DAY_SECONDS } from "#core/time.ts";

export const ErrorsDocument = z.strictObject({
  /** Of all stored attempts. */
  coverage: Coverage,
  /** Of the last 14 days. */
  recent_coverage: Coverage,
  /** By impact: attempts of the last 14 days, minutes lost in them, then all attempts. */
  errors: z.array(ErrorEntry),
  /** Errors that the list leaves out, the least first, because nobody could look through more. */
  left_out: z.number().int(),
});
export type ErrorsDocument = z.infer<typeof ErrorsDocument>;

/** So many errors are listed, and have a page. */
const MOST_ERRORS = 2000;

/** The error knowledge base, made from what was gathered of the same attempts' failures. */
export function errorsFold(context: Context, known: KnownErrors) {
  const names = workflowNames(context);
  const kindOf = coverageOf(context);
  const recentFrom = addSeconds(context.now, -RECENT_DAYS * DAY_SECONDS);
  const previousFrom = addSeconds(recentFrom, -RECENT_DAYS * DAY_SECONDS);
  const whole = noCoverage();
  const recent = noCoverage();
  const previous = noCoverage();
  return {
    add(attempt) {
      const { run, at } = attempt;
      names.add(run);
      const kind = kindOf(attempt);
      if (kind === null) return;
      const within = at >= recentFrom ? recent : at >= previousFrom ? previous : null;
      for (const coverage of within === null ? [whole] : [whole, within]) {
        coverage.failures += 1;
        coverage[kind] += 1;
      }
    },
    finish({ failures: all }: { failures: Failures }): ErrorsDocument {
      const comparable = isListed(previousFrom, context) && isComparable(previous);
      const workflows = new Map(names.finish().map((workflow) => [workflow.id, workflow]));
      const surroundings = { context, all, workflows, known, comparable };
      const errors = [...all.failures.values()]
        .map((failure) => summarise(failure, surroundings))
        .sort(byImpact);
      return {
        coverage: whole,
        recent_coverage: recent,
        errors: withListed(errors.slice(0, MOST_ERRORS)),
        left_out: Math.max(0, errors.length - MOST_ERRORS),
      };
    },
  } satisfies Pick<Fold<unknown>, "add"> & { finish(needs: { failures: Failures }): ErrorsDocument };
}

function withListed(errors: readonly ErrorEntry[]): ErrorEntry[] {
  const listed = new Set(errors.map(({ signature }) => signature));
  return errors.map((error) => ({
    ...error,
    besides: error.besides.map((other) => ({ ...other, listed: listed.has(other.signature) })),
  }));
}

function byImpact(a: ErrorEntry, b: ErrorEntry): number {
  return (
    b.recent.attempts - a.recent.attempts ||
    (b.recent.minutes_lost ?? 0) - (a.recent.minutes_lost ?? 0) ||
    b.attempts - a.attempts ||
    (b.last_seen < a.last_seen ? -1 : b.last_seen > a.last_seen ? 1 : a.signature < b.signature ? -1 : 1)
  );
}
