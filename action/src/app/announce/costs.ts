import { isClosedToUs, upsertComment } from "#app/announce/comment.ts";
import { readAttempts } from "#app/day-facts.ts";
import type { GitHubIssues, Report, Store } from "#app/effects.ts";
import type { Context } from "#core/attempts/context.ts";
import type { Config } from "#core/config.ts";
import { runCost } from "#core/documents/costs/run-cost.ts";
import { entry } from "#core/entry.ts";
import { repositoryLinks } from "#core/links.ts";
import { compare } from "#core/records/order.ts";
import { listedPulls, type Run, startedAt } from "#core/records/run.ts";
import { type CostNoteRow, costNote } from "#core/render/cost-note.ts";
import { RequestFailed } from "#core/sync/request-failed.ts";
import type { Utc } from "#core/time.ts";

export type AnnounceEffects = { github: GitHubIssues; store: Store; report: Report };

/** `server`: `https://github.com` or the Enterprise host. */
export type AnnounceOptions = { config: Config; server: string; now: Utc };

/** Notes of one sync; the other pull requests get theirs when a run of them ends again. */
const MOST_NOTES = 30;

/**
 * Writes what the runs of a pull request cost, as one note on it that is replaced whenever it changes. Only pull
 * requests that GitHub itself lists on a run count, never a number from a text or a guess by commit.
 *
 * @param runs those whose costs have just become known, newest first
 */
export async function announceCosts(
  effects: AnnounceEffects,
  runs: readonly Run[],
  options: AnnounceOptions,
): Promise<void> {
  const { store, report } = effects;
  const numbers = [...new Set(runs.flatMap(listedPulls))].slice(0, MOST_NOTES);
  const [repository, state] = [await store.readRepository(), await store.readState()];
  if (numbers.length === 0 || repository === null || state === null) return;
  const rows = await rowsOf(store, new Set(numbers), { ...options, repository, state });
  const links = repositoryLinks(options.server, repository.full_name);
  for (const number of numbers)
    try {
      await upsertComment(effects.github, number, "cost", costNote(rows.get(number) ?? [], links));
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
      if (isClosedToUs(error)) report.warn(`No costs on #${number}: ${error.message}`);
      else return refused(report, error);
    }
}

/** Said once: the others would be refused as well. */
function refused(report: Report, { failure, message }: RequestFailed): void {
  const hint = failure === "forbidden" ? " Give the job `pull-requests: write`." : "";
  report.warn(`Costs are not announced on every pull request (comment-on: cost): ${message}.${hint}`);
}

/** Every stored attempt of these pull requests, newest first. */
async function rowsOf(
  store: Store,
  numbers: ReadonlySet<number>,
  context: Context,
): Promise<Map<number, CostNoteRow[]>> {
  const rows = new Map<number, CostNoteRow[]>();
  const isWanted = (run: Run) => listedPulls(run).some((number) => numbers.has(number));
  for (const day of await store.days("runs")) {
    if (!(await store.read("runs", day)).some(isWanted)) continue;
    for (const attempt of await readAttempts(store, day, context)) {
      const { run } = attempt;
      if (!isWanted(run)) continue;
      const row = { run, cost: runCost(attempt) };
      for (const number of listedPulls(run)) entry(rows, number, () => []).push(row);
    }
  }
  for (const list of rows.values()) list.sort((a, b) => compare(startedAt(b.run), startedAt(a.run)));
  return rows;
}
