import { splitScope } from "#core/budgets/scope.ts";
import { startOfLocalDay, type Zone } from "#core/calendar/zone.ts";
import type { DatedLine } from "#core/chargeback/adjustments.ts";
import { globs } from "#core/glob.ts";
import type { Utc } from "#core/time.ts";

/** What is added to the sum at an instant without being spent, in nano-dollars; below 0 it lowers the sum. */
export type Adjusted = { at: Utc; amount_nano_usd: number };

/** Of all of a repository's spending. */
const WHOLE: readonly string[] = ["global", "org", "repository"];

/**
 * The credits, discounts and corrections that a budget counts, from the first instant of their day on: those for whom it
 * is of, and one of everything counts all of them.
 *
 * @param repository `owner/name` of the records
 */
export function adjustmentsFor(
  scope: string,
  lines: readonly DatedLine[],
  { timezone, repository }: { timezone: Zone; repository: string },
): Adjusted[] {
  const [kind, pattern] = splitScope(scope);
  const matches = pattern === undefined ? () => true : globs([pattern]);
  const isFor = (line: DatedLine) => {
    if (WHOLE.includes(kind)) return matches(kind === "org" ? (repository.split("/")[0] ?? "") : repository);
    const [own, name] = splitScope(line.scope);
    return same(own) === same(kind) && name !== undefined && matches(name);
  };
  return lines
    .filter(isFor)
    .map(({ date, amount_nano_usd }) => ({ at: startOfLocalDay(date, timezone), amount_nano_usd }));
}

function same(kind: string): string {
  return kind === "flow" ? "workflow" : kind;
}
