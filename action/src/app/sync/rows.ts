import { plan } from "#app/sync/plan.ts";
import { refreshRepository } from "#app/sync/repository.ts";
import type { SyncSession } from "#app/sync/session.ts";
import { hasEnded } from "#core/records/ended.ts";
import type { Run } from "#core/records/run.ts";
import { attemptOf } from "#core/sync/backlog.ts";
import { fateOf } from "#core/sync/detail.ts";
import { isNews, lacksFields } from "#core/sync/news.ts";
import { homeOfRun } from "#core/sync/payload/home.ts";
import { identify } from "#core/sync/payload/identity.ts";
import { readRun, withWorkflow } from "#core/sync/payload/run.ts";
import { dayOf, type Utc } from "#core/time.ts";

/** Run objects of one answer: those that tell something new, and when all of them were created. */
export type Rows = { news: Run[]; created: Utc[] };

const SAMPLED = "only the newest runs are kept in full (full-detail-runs, summary-runs)";

/**
 * Reads run objects without storing them. What cannot be read goes into the ledger. Runs from before the synced
 * stretch and of workflows nobody asked for are left out.
 *
 * @returns null when the sync had to stop before their workflows were known
 */
export async function readRows(session: SyncSession, payloads: readonly unknown[]): Promise<Rows | null> {
  for (const payload of payloads) session.meet(homeOfRun(payload));
  const parsed = payloads.flatMap((payload) => parse(session, payload) ?? []);
  if (!(await learnWorkflows(session, parsed))) return null;
  const workflows = new Map(session.repository?.workflows.map((workflow) => [workflow.id, workflow]));
  const news: Run[] = [];
  for (const row of parsed) {
    const run = withWorkflow(row, workflows.get(row.workflow_id));
    if (!session.scope.holds(run)) continue;
    session.seen.add(run.id);
    session.scope.recogniseOwn(run);
    if (lacksFields(run)) session.lacking.add(`${run.id}/${run.run_attempt}`);
    const stored = await session.stored(attemptOf(run));
    if (isLeftOut(session, run, stored)) continue;
    if (isNews(run, stored)) news.push(run);
    else if (stored) await plan(session, stored);
  }
  return { news, created: parsed.map((run) => run.created_at) };
}

/** Whether nothing more of it is to be kept, or can be. */
function isLeftOut({ backlog }: SyncSession, run: Run, stored: Run | undefined): boolean {
  if (backlog.isForgotten(run.id)) return true;
  const reason = backlog.reasonOf(run.id, run.run_attempt, "run");
  return reason === "not_believed" || (reason === "sampled" && stored === undefined);
}

/** Stores news: the rows, what they still lack, and what they will never have. */
export async function accept(session: SyncSession, news: readonly Run[]): Promise<void> {
  if (news.length > 0) session.keepNumber();
  for (const run of news) {
    await session.attempts.of(dayOf(run.created_at));
    session.backlog.found(run.id, run.run_attempt, "run");
    session.ranking.add(run);
    const fate = hasEnded(run) ? fateOf(run, session.ranking.rankOf(run), session.detailPolicy) : "full";
    if (fate === "full") session.put(run);
    else if (fate === "dropped")
      session.backlog.miss({ ...attemptOf(run), missing: "run", reason: "sampled", message: SAMPLED });
    else {
      session.put({ ...run, detail: "summary" });
      const message = fate === "sampled" ? SAMPLED : "jobs of this run are not fetched (enable-jobs-fetch)";
      session.backlog.miss({ ...attemptOf(run), missing: "jobs", reason: fate, message });
    }
    const stored = await session.stored(attemptOf(run));
    if (stored) await plan(session, stored);
  }
}

/**
 * A sync's own run is always new, so on its own it is no news: it waits for something worth a commit. Otherwise
 * watching a quiet repository would make a commit and a deployment every two hours.
 */
export function isOnlyOwn(session: SyncSession, news: readonly Run[]): boolean {
  return !session.isFirst && news.every((run) => run.workflow_id === session.scope.ownWorkflowId);
}

function parse(session: SyncSession, payload: unknown): Run | null {
  const { value, problem } = readRun(payload, session.home?.full_name ?? session.options.repository);
  if (value !== null) return value;
  session.counts.parseErrors += 1;
  const identity = identify(payload, dayOf(session.startedAt));
  if (identity === null) session.effects.report.warn(`GitHub sent a run that could not be read: ${problem}`);
  else session.backlog.miss({ ...identity, missing: "run", reason: "unreadable", message: problem });
  return null;
}

/**
 * A run of a workflow that we have not heard of makes us ask for the list again, once.
 *
 * @returns false when there was no budget for that
 */
async function learnWorkflows(session: SyncSession, rows: readonly Run[]): Promise<boolean> {
  const known = new Set(session.repository?.workflows.map((workflow) => workflow.id));
  for (const run of rows) {
    if (known.has(run.workflow_id)) continue;
    known.add(run.workflow_id);
    const stored = await session.stored(attemptOf(run));
    if (stored === undefined) return refreshRepository(session);
  }
  return true;
}
