import type { MergeResult, Store } from "#app/effects.ts";
import { inHalves } from "#app/sync/in-halves.ts";
import type { SyncSession } from "#app/sync/session.ts";
import { attribute } from "#core/agents/attribution.ts";
import type { Pull } from "#core/records/pull.ts";
import type { LedgerEntry } from "#core/records/state.ts";
import { attemptOf } from "#core/sync/backlog.ts";
import { duePulls } from "#core/sync/due-pulls.ts";
import { PULLS_PER_QUERY, pullsQuery, readPullOutcomes } from "#core/sync/payload/pull-outcomes.ts";
import { RequestFailed } from "#core/sync/request-failed.ts";
import { dayOf, monthOf } from "#core/time.ts";

/** Queries of one sync; what is left waits for the next that finds something new. */
const MOST_QUERIES = 20;

/** A pull request, and an attempt that touched it. */
type Touched = ReadonlyMap<number, Pick<LedgerEntry, "run_id" | "run_attempt" | "day">>;

/**
 * Learns what became of the pull requests that agents' runs touched. A sync that learned nothing else asks nothing,
 * so that an idle one stays idle; what is due follows from the records alone, so a stopped one loses nothing.
 */
export async function learnOutcomes(session: SyncSession): Promise<void> {
  if (!session.changed || session.stopped !== null) return;
  const { store, report } = session.effects;
  const known: Pull[] = [];
  for (const month of await store.days("pulls")) known.push(...(await store.read("pulls", month)));
  const touched = await touchedPulls(session);
  const due = duePulls(touched.keys(), known, session.backlog.lostPulls, dayOf(session.startedAt));
  const asked = due.slice(0, MOST_QUERIES * PULLS_PER_QUERY);
  for (let start = 0; start < asked.length; start += PULLS_PER_QUERY) {
    const refusal = await refusalOf(session, asked.slice(start, start + PULLS_PER_QUERY), touched);
    if (refusal === null) continue;
    if (session.stopped === null)
      report.warn(`What became of agents' pull requests is not known: ${refusal}`);
    break;
  }
  await session.save();
}

/** @returns why nothing more is to be asked, and what helps; null: go on */
async function refusalOf(
  session: SyncSession,
  numbers: readonly number[],
  touched: Touched,
): Promise<string | null> {
  const permission = "Give the job `pull-requests: read`.";
  try {
    const refusals = await inHalves(numbers, (some) => ask(session, some, touched));
    const refused = refusals.find((refusal) => refusal !== null) ?? null;
    return refused === null ? null : `${refused}. ${permission}`;
  } catch (error) {
    if (!(error instanceof RequestFailed) || error.failure === "unauthorized") throw error;
    if (error.failure === "stopped") session.stop(error.message);
    const isPassing = error.failure === "failed";
    return `${error.message}. ${isPassing ? "The next sync that finds something new asks again." : permission}`;
  }
}

async function ask(
  session: SyncSession,
  numbers: readonly number[],
  touched: Touched,
): Promise<string | null> {
  const { repository } = session.options;
  const { query, variables } = pullsQuery(repository, numbers);
  const body = await session.effects.github.graphql(query, variables);
  const answer = readPullOutcomes(body, repository, dayOf(session.startedAt));
  const lose = (pull: number, reason: LedgerEntry["reason"], why: string): void => {
    const attempt = touched.get(pull);
    const message = `#${pull}: ${why}`;
    if (attempt) session.backlog.miss({ ...attempt, missing: "outcome", pull, reason, message });
  };
  for (const { number, problem } of answer.unreadable) lose(number, "unreadable", problem);
  for (const { record, reason } of await keep(session.effects.store, answer.pulls))
    lose(record.number, "not_believed", `not stored: ${reason}`);
  if (answer.exhausted !== null) session.stop(`GraphQL: ${answer.exhausted}`);
  return answer.exhausted ?? answer.refused;
}

/** @returns what the store does not take */
async function keep(store: Store, pulls: readonly Pull[]): Promise<MergeResult<Pull>["refused"]> {
  const refused: MergeResult<Pull>["refused"] = [];
  for (const month of new Set(pulls.map(({ created_at }) => monthOf(created_at)))) {
    const ofMonth = pulls.filter(({ created_at }) => monthOf(created_at) === month);
    refused.push(...(await store.merge("pulls", month, ofMonth)).refused);
  }
  return refused;
}

/** Those that GitHub lists on runs that an agent did or caused; on the way the runs are counted for the journal. */
async function touchedPulls(session: SyncSession): Promise<Touched> {
  const { store } = session.effects;
  const { agents } = session.options.config;
  const touched = new Map<number, ReturnType<typeof attemptOf>>();
  let total = 0;
  for (const day of await store.days("runs"))
    for (const run of await store.read("runs", day)) {
      total += 1;
      if (run.pull_requests?.length && attribute(run, agents) !== null)
        for (const { number } of run.pull_requests) touched.set(number, attemptOf(run));
    }
  session.runsTotal = total;
  return touched;
}
