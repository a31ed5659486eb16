import type { Store } from "#app/effects.ts";
import { type RecordFile, recordPath } from "#core/records/files.ts";
import { JournalEntry, type JournalShard } from "#core/records/journal.ts";
import { mergeJournal, mergeRuns } from "#core/records/merge.ts";
import { canonicalState } from "#core/records/merge-state.ts";
import { parseRecords } from "#core/records/parse.ts";
import { Repository } from "#core/records/repository.ts";
import { Run } from "#core/records/run.ts";
import { runShardTexts } from "#core/records/shard.ts";
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

  async function partsOf(day: Day) {
    const files = (await folder.list())
      .filter((file) => file.kind === "runs")
      .filter((file) => file.day === day);
    return Promise.all(files.map(async (file) => ({ file, ...(await load(file)) })));
  }

  /** A writer killed between two parts leaves a record in both; merging makes it one again. */
  function runsOf(parts: Awaited<ReturnType<typeof partsOf>>): Run[] {
    return mergeRuns(
      [],
      parts.flatMap((part) => part.records?.runs ?? []),
    ).runs;
  }

  async function replaceDay(day: Day, parts: Awaited<ReturnType<typeof partsOf>>, runs: readonly Run[]) {
    const was = new Map(parts.map((part) => [recordPath(part.file), part.text]));
    const texts = [...runShardTexts(day, runs)];
    // Last part first: a record that moves to the next part is there before it leaves this one.
    for (const [path, text] of texts.reverse()) await folder.write(path, text, was.get(path) ?? null);
    const kept = new Set(texts.map(([path]) => path));
    for (const path of was.keys()) if (!kept.has(path)) await folder.remove(path);
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
    async runDays() {
      return [...new Set((await folder.list()).flatMap((file) => (file.kind === "runs" ? [file.day] : [])))];
    },
    async readRuns(day) {
      return runsOf(await partsOf(day));
    },
    mergeRuns: (day, runs) =>
      inTurn(async () => {
        const stray = runs.find((run) => dayOf(run.created_at) !== day);
        if (stray) throw new Error(`run ${stray.id} was created at ${stray.created_at}, not on ${day}`);
        const parts = await partsOf(day);
        const observed = runs.map((run) => Run.parse(run));
        const merged = mergeRuns(runsOf(parts), observed);
        await replaceDay(day, parts, merged.runs);
        return { added: merged.added, updated: merged.updated, total: merged.runs.length };
      }),
    dropJobs: (day) =>
      inTurn(async () => {
        const parts = await partsOf(day);
        const runs = runsOf(parts);
        const full = runs.filter((run) => run.jobs !== null);
        const rows = runs.map(
          (run): Run => (run.jobs === null ? run : { ...run, detail: "summary", jobs: null }),
        );
        if (full.length > 0) await replaceDay(day, parts, rows);
        return full;
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
