import type { Store } from "#app/effects.ts";
import type { SyncResult } from "#app/sync/result.ts";
import type { SyncSession } from "#app/sync/session.ts";
import type { JournalEntry } from "#core/records/journal.ts";
import { toBeFetched } from "#core/records/state.ts";
import { allowance } from "#core/sync/budget.ts";
import { type Estimate, estimate } from "#core/sync/estimate.ts";
import { type Cost, costOf, limitsOf } from "#core/sync/limits.ts";
import { isOtherName } from "#core/sync/payload/home.ts";
import { epoch, monthOf } from "#core/time.ts";

/** What the sync did and left, said and (when it changed anything) written into the journal. */
export async function conclude(session: SyncSession): Promise<SyncResult> {
  const { store } = session.effects;
  await session.checkpoints.settle();
  const runsTotal = session.changed
    ? (session.runsTotal ?? (await countRuns(store)))
    : await lastTotal(store);
  const entry = journalEntry(session, runsTotal);
  if (session.changed) await keepEntry(store, entry);
  const left = await whatIsLeft(session, runsTotal);
  say(session, runsTotal, left);
  return {
    changed: session.changed,
    complete: left.syncs === 0,
    runsAdded: entry.runs_added,
    runsUpdated: entry.runs_updated,
    runsTotal,
    pending: entry.pending,
    syncsRemaining: left.syncs,
    stopped: session.stopped,
    moved:
      session.home !== null && isOtherName(session.home.full_name, session.options.repository)
        ? session.home
        : null,
    news: session.news.failures,
    spent: session.news.spent,
    entry,
  };
}

/** Most of it we have counted ourselves; what others told is left out where the store does not take it. */
async function keepEntry(store: Store, entry: JournalEntry): Promise<void> {
  const month = monthOf(entry.started_at);
  const [refusal] = (await store.merge("journal", month, [entry])).refused;
  if (refusal === undefined) return;
  const ours = { ...entry, requests: [], rate_limit: null, waited_seconds: 0, stopped: null };
  await store.merge("journal", month, [{ ...ours, not_believed: `not stored: ${refusal.reason}` }]);
}

function journalEntry(session: SyncSession, runsTotal: number): JournalEntry {
  const { clock, github } = session.effects;
  const usage = github.usage();
  const { counts } = session;
  return {
    started_at: session.startedAt,
    duration_seconds: Math.max(0, epoch(clock.now()) - epoch(session.startedAt)),
    trigger: session.options.trigger,
    run_id: session.options.ownRunId,
    requests: usage.requests,
    rate_limit: usage.rateLimit,
    waited_seconds: usage.waitedSeconds,
    runs_added: session.attempts.added,
    runs_updated: session.attempts.updated,
    runs_total: runsTotal,
    jobs_requested: counts.jobsRequested,
    jobs_fetched: counts.jobsFetched,
    artifacts_added: counts.artifactsAdded,
    parse_errors: counts.parseErrors,
    runs_with_missing_fields: session.lacking.size,
    pending: toBeFetched(session.backlog.pending).length,
    ...readingsOf(session),
    ...telemetryOf(session),
    ...(session.options.dataTip !== null && { data_tip: session.options.dataTip }),
    stopped: session.stopped,
  };
}

/** Absent where no attempt had anything to tell. */
function telemetryOf({ counts, backlog }: SyncSession): Pick<JournalEntry, "telemetry"> {
  const telemetry = { executions: counts.executions, pending: backlog.lacking("telemetry").length };
  return telemetry.executions + telemetry.pending === 0 ? {} : { telemetry };
}

function readingsOf({ counts, backlog, options }: SyncSession): Pick<JournalEntry, "readings"> {
  if (options.analyzeFailures === "off") return {};
  const { read, inferred, recorded } = counts;
  return { readings: { read, inferred, recorded, pending: backlog.lacking("reading").length } };
}

async function whatIsLeft(session: SyncSession, stored: number): Promise<Estimate> {
  const { options, effects } = session;
  const limit = effects.github.usage().rateLimit?.limit ?? null;
  const pending = toBeFetched(session.backlog.pending);
  const costs: Cost[] = [];
  for (const entry of pending) {
    if (!entry.needs.some((need) => need === "reading" || need === "telemetry")) continue;
    const run = await session.stored(entry);
    if (run) costs.push(...entry.needs.map((need) => costOf(need, run, options.config)));
  }
  return estimate(
    { ...session.state, pending },
    {
      stored,
      requestsPerSync: allowance(options, limit),
      runsPerWorkflow: options.maxRunsPerWorkflow,
      withJobs: options.jobs !== "false",
      costs,
      limits: limitsOf(options.config),
    },
  );
}

function say(session: SyncSession, runsTotal: number, left: Estimate): void {
  const { report } = session.effects;
  if (session.stopped !== null) report.warn(`The sync stopped early: ${session.stopped}`);
  if (left.syncs === 0) return;
  const syncs = left.syncs === null ? "more syncs" : `${left.syncs} more sync${left.syncs === 1 ? "" : "s"}`;
  const pending = toBeFetched(session.backlog.pending).length;
  report.info(
    `${runsTotal} of about ${left.runs} runs are stored, ${pending} still lack something; about ${syncs} to go`,
  );
}

async function countRuns(store: Store): Promise<number> {
  let total = 0;
  for (const day of await store.days("runs")) total += (await store.read("runs", day)).length;
  return total;
}

async function lastTotal(store: Store): Promise<number> {
  const month = (await store.days("journal")).at(-1);
  const last = month === undefined ? undefined : (await store.read("journal", month)).at(-1);
  return last?.runs_total ?? (await countRuns(store));
}
