import type { Store } from "#app/effects.ts";
import type { StoredAnalysis } from "#core/records/analysis.ts";
import type { StoredEvent } from "#core/records/event.ts";
import type { Execution } from "#core/records/execution.ts";
import { type DayKind, type RecordFile, recordPath } from "#core/records/files.ts";
import { JournalEntry, type JournalShard } from "#core/records/journal.ts";
import { mergeJournal, mergeRuns } from "#core/records/merge.ts";
import { mergeAnalyses } from "#core/records/merge-analyses.ts";
import { mergeEvents } from "#core/records/merge-events.ts";
import { mergeExecutions } from "#core/records/merge-executions.ts";
import { canonicalState } from "#core/records/merge-state.ts";
import { parseRecords } from "#core/records/parse.ts";
import { mergePulls } from "#core/records/pull.ts";
import { Repository } from "#core/records/repository.ts";
import { Run } from "#core/records/run.ts";
import {
  AnalysisShard,
  analysisShardTexts,
  EventShard,
  ExecutionShard,
  eventShardTexts,
  executionShardTexts,
  PullShard,
  pullShardText,
  runShardTexts,
} from "#core/records/shard.ts";
import { State } from "#core/records/state.ts";
import { canonicalText } from "#core/records/text.ts";
import { SCHEMA_VERSION } from "#core/records/version.ts";
import { type Day, dayOf, monthOf } from "#core/time.ts";
import { recordFolder } from "#io/record-folder.ts";

/**
 * The records of one repository as files under `root/<owner>/<repo>/`. Every write is atomic, and none when the
 * bytes are equal. A file that is corrupt, foreign or newer than this code throws a UserError that names it and
 * says how to recover; it is never overwritten. One store a folder and process: its own writes wait for each
 * other, those of others do not (across machines the data branch merges).
 */
export function directoryStore(root: string, repository: string): Store {
  const folder = recordFolder(root, repository);
  const inTurn = queue();

  async function load<File extends RecordFile>(file: File) {
    const text = await folder.read(file);
    return {
      text,
      records: text === null ? null : parseRecords(file, text, folder.nameOf(recordPath(file))),
    };
  }

  /** Replaces a file of one record; what is there must be ours. */
  async function replace(file: RecordFile, value: object): Promise<void> {
    const { text } = await load(file);
    await folder.write(recordPath(file), canonicalText(value), text);
  }

  async function partsOf<Kind extends DayKind>(kind: Kind, day: Day) {
    const files = (await folder.list(kind)).filter(
      (file): file is Extract<RecordFile, { kind: Kind }> =>
        file.kind === kind && "day" in file && file.day === day,
    );
    return Promise.all(files.map(async (file) => ({ file, ...(await load(file)) })));
  }

  async function daysOf(kind: DayKind): Promise<Day[]> {
    return [...new Set((await folder.list(kind)).flatMap((file) => (file.kind === kind ? [file.day] : [])))];
  }

  /** A writer killed between two parts leaves a record in both; merging makes it one again. */
  function runsOf(parts: Awaited<ReturnType<typeof partsOf<"runs">>>): Run[] {
    return mergeRuns(
      [],
      parts.flatMap((part) => part.records?.runs ?? []),
    ).runs;
  }

  function analysesOf(parts: Awaited<ReturnType<typeof partsOf<"analyses">>>): StoredAnalysis[] {
    return mergeAnalyses(
      [],
      parts.flatMap((part) => part.records?.analyses ?? []),
    ).analyses;
  }

  function executionsOf(parts: Awaited<ReturnType<typeof partsOf<"executions">>>): Execution[] {
    return mergeExecutions(
      [],
      parts.flatMap((part) => part.records?.executions ?? []),
    ).executions;
  }

  function eventsOf(parts: Awaited<ReturnType<typeof partsOf<"events">>>): StoredEvent[] {
    return mergeEvents(
      [],
      parts.flatMap((part) => part.records?.events ?? []),
    ).events;
  }

  /** Replaces all parts of a day. Last part first: a record that moves to the next is there before it leaves this one. */
  async function replaceDay(
    texts: ReadonlyMap<string, string>,
    parts: readonly { file: RecordFile; text: string | null }[],
  ): Promise<void> {
    const was = new Map(parts.map((part) => [recordPath(part.file), part.text]));
    for (const [path, text] of [...texts].reverse()) await folder.write(path, text, was.get(path) ?? null);
    for (const path of was.keys()) if (!texts.has(path)) await folder.remove(path);
  }

  return {
    async readRepository() {
      return (await load({ kind: "repository" })).records;
    },
    writeRepository: (repository) =>
      inTurn(() => replace({ kind: "repository" }, Repository.parse(repository))),
    async readState() {
      return (await load({ kind: "state" })).records;
    },
    writeState: (state) => inTurn(() => replace({ kind: "state" }, canonicalState(State.parse(state)))),
    runDays: () => daysOf("runs"),
    async readRuns(day) {
      return runsOf(await partsOf("runs", day));
    },
    mergeRuns: (day, runs) =>
      inTurn(async () => {
        const stray = runs.find((run) => dayOf(run.created_at) !== day);
        if (stray) throw new Error(`run ${stray.id} was created at ${stray.created_at}, not on ${day}`);
        const parts = await partsOf("runs", day);
        const observed = runs.map((run) => Run.parse(run));
        const merged = mergeRuns(runsOf(parts), observed);
        await replaceDay(runShardTexts(day, merged.runs), parts);
        return { added: merged.added, updated: merged.updated, total: merged.runs.length };
      }),
    dropJobs: (day) =>
      inTurn(async () => {
        const parts = await partsOf("runs", day);
        const runs = runsOf(parts);
        const full = runs.filter((run) => run.jobs !== null);
        const rows = runs.map(
          (run): Run => (run.jobs === null ? run : { ...run, detail: "summary", jobs: null }),
        );
        if (full.length > 0) await replaceDay(runShardTexts(day, rows), parts);
        return full;
      }),
    analysisDays: () => daysOf("analyses"),
    async readAnalyses(day) {
      return analysesOf(await partsOf("analyses", day));
    },
    mergeAnalyses: (day, analyses) =>
      inTurn(async () => {
        const parts = await partsOf("analyses", day);
        const read = AnalysisShard.shape.analyses.parse(analyses);
        const merged = mergeAnalyses(analysesOf(parts), read);
        await replaceDay(analysisShardTexts(day, merged.analyses), parts);
        return { changed: merged.changed };
      }),
    executionDays: () => daysOf("executions"),
    async readExecutions(day) {
      return executionsOf(await partsOf("executions", day));
    },
    mergeExecutions: (day, executions) =>
      inTurn(async () => {
        const parts = await partsOf("executions", day);
        const told = ExecutionShard.shape.executions.parse(executions);
        const merged = mergeExecutions(executionsOf(parts), told);
        await replaceDay(executionShardTexts(day, merged.executions), parts);
        return { changed: merged.changed };
      }),
    eventDays: () => daysOf("events"),
    async readEvents(day) {
      return eventsOf(await partsOf("events", day));
    },
    appendEvents: (day, events) =>
      inTurn(async () => {
        const parts = await partsOf("events", day);
        const merged = mergeEvents(eventsOf(parts), EventShard.shape.events.parse(events));
        await replaceDay(eventShardTexts(day, merged.events), parts);
        return { changed: merged.changed };
      }),
    async pullMonths() {
      return (await folder.list()).flatMap((file) => (file.kind === "pulls" ? [file.month] : []));
    },
    async readPulls(month) {
      return (await load({ kind: "pulls", month })).records?.pulls ?? [];
    },
    mergePulls: (month, fresh) =>
      inTurn(async () => {
        const { text, records } = await load({ kind: "pulls", month });
        const shard = PullShard.parse({ schema_version: SCHEMA_VERSION, month, pulls: fresh });
        const { pulls, changed } = mergePulls(records?.pulls ?? [], shard.pulls);
        if (changed)
          await folder.write(recordPath({ kind: "pulls", month }), pullShardText(month, pulls), text);
        return { changed };
      }),
    async journalMonths() {
      return (await folder.list()).flatMap((file) => (file.kind === "journal" ? [file.month] : []));
    },
    async readJournal(month) {
      return (await load({ kind: "journal", month })).records?.syncs ?? [];
    },
    appendJournal: (entry) =>
      inTurn(async () => {
        const month = monthOf(entry.started_at);
        const { text, records } = await load({ kind: "journal", month });
        const syncs = mergeJournal(records?.syncs ?? [], [JournalEntry.parse(entry)]);
        const shard: JournalShard = { schema_version: SCHEMA_VERSION, month, syncs };
        await folder.write(recordPath({ kind: "journal", month }), canonicalText(shard), text);
      }),
    async sizes() {
      const files = await folder.list();
      return Promise.all(
        files.map(async (file) => ({ path: recordPath(file), bytes: await folder.bytes(recordPath(file)) })),
      );
    },
  };
}

/** Runs one piece of work after the other, in the order they were asked for. */
function queue(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = last.then(work, work);
    last = result;
    return result;
  };
}
