import { type Asked, decide, type GuardDecision } from "#core/guard/decide.ts";
import type { OwnRun } from "#core/guard/own-run.ts";
import { type ParsedTable, parseTable } from "#core/guard/parse-table.ts";
import { readPage } from "#core/guard/read-page.ts";
import type { Listed, RunPage } from "#core/guard/unseen.ts";
import type { Utc } from "#core/time.ts";

/** What the guard asks: one file, and two lists at most. Each rejects with what it may say about why. */
export type GuardSources = {
  /** The text of `guard.json`; null: there is none. */
  table(): Promise<string | null>;
  /** The newest page of the runs created since then, as GitHub sent it. */
  runsSince(created: Utc): Promise<unknown>;
  /** Of those in progress. */
  runsInProgress(): Promise<unknown>;
};

/** Decides before an agent runs. Never rejects: what cannot be learnt is unknown, and said. */
export async function guard(
  sources: GuardSources,
  repository: string,
  own: OwnRun,
  asked: Asked,
  now: () => Utc,
): Promise<GuardDecision> {
  const page = async (ask: () => Promise<unknown>) => readPage(await ask(), repository);
  // What does not hang together is asked at once.
  const [parsed, running] = await Promise.all([
    tableOf(sources, repository),
    settled(page(() => sources.runsInProgress())),
  ]);
  if (parsed.table === null) return decide(parsed, NOT_ASKED, own, asked, now());
  const since = await settled(page(() => sources.runsSince(parsed.table.as_of)));
  return decide(parsed, listedOf(since, running), own, asked, now());
}

const NOT_ASKED: Listed = { since: null, running: null, problem: null };

async function tableOf(sources: GuardSources, repository: string): Promise<ParsedTable> {
  const text = await settled(sources.table());
  return "problem" in text ? { table: null, problem: text.problem } : parseTable(text.value, repository);
}

type Settled<T> = { value: T } | { problem: string };

function settled<T>(work: Promise<T>): Promise<Settled<T>> {
  return work.then(
    (value) => ({ value }),
    (error: unknown) => ({ problem: error instanceof Error ? error.message : String(error) }),
  );
}

function listedOf(since: Settled<RunPage>, running: Settled<RunPage>): Listed {
  const problem = [since, running].flatMap((each) => ("problem" in each ? each.problem : []))[0] ?? null;
  const pageOf = (each: Settled<RunPage>) => ("value" in each ? each.value : null);
  return { since: pageOf(since), running: pageOf(running), problem };
}
