import { type DayKind, type RecordFile, recordFile, recordPath } from "#core/records/files.ts";
import { mergeJournal, mergeRuns } from "#core/records/merge.ts";
import { mergeAnalyses } from "#core/records/merge-analyses.ts";
import { mergeEvents } from "#core/records/merge-events.ts";
import { mergeExecutions } from "#core/records/merge-executions.ts";
import { mergeState } from "#core/records/merge-state.ts";
import { parseRecords } from "#core/records/parse.ts";
import { mergePulls } from "#core/records/pull.ts";
import {
  analysisShardTexts,
  eventShardTexts,
  executionShardTexts,
  pullShardText,
  runShardTexts,
} from "#core/records/shard.ts";
import { canonicalText } from "#core/records/text.ts";

/** Texts by path under `<owner>/<repo>/`: one stored file, or all parts of one day. */
export type Texts = ReadonlyMap<string, string>;

/**
 * What to store when somebody else changed the same file since `base`. Pure merging of parsed records: lines are
 * never merged, so there is no conflict to resolve.
 *
 * @param file which file; of a day any part
 * @param where names the other side's copy in messages
 * @throws UserError when a text is damaged or newer than this code
 */
export function reapply(file: RecordFile, base: Texts, ours: Texts, theirs: Texts, where: string): Texts {
  switch (file.kind) {
    case "runs":
      return runShardTexts(
        file.day,
        mergeRuns(
          all("runs", theirs, where).flatMap((shard) => shard.runs),
          all("runs", ours, where).flatMap((shard) => shard.runs),
        ).runs,
      );
    case "analyses":
      return analysisShardTexts(
        file.day,
        mergeAnalyses(
          all("analyses", theirs, where).flatMap((shard) => shard.analyses),
          all("analyses", ours, where).flatMap((shard) => shard.analyses),
        ).analyses,
      );
    case "executions":
      return executionShardTexts(
        file.day,
        mergeExecutions(
          all("executions", theirs, where).flatMap((shard) => shard.executions),
          all("executions", ours, where).flatMap((shard) => shard.executions),
        ).executions,
      );
    case "events":
      return eventShardTexts(
        file.day,
        mergeEvents(
          all("events", theirs, where).flatMap((shard) => shard.events),
          all("events", ours, where).flatMap((shard) => shard.events),
        ).events,
      );
    case "pulls": {
      const shards = [theirs, ours].map((texts) => one(file, texts, where)?.pulls ?? []);
      const { pulls } = mergePulls(shards[0] ?? [], shards[1] ?? []);
      return new Map([[recordPath(file), pullShardText(file.month, pulls)]]);
    }
    case "journal": {
      const shards = [ours, theirs].map((texts) => one(file, texts, where));
      const syncs = mergeJournal(shards[0]?.syncs ?? [], shards[1]?.syncs ?? []);
      return stored(file, { ...(shards[0] ?? shards[1]), syncs });
    }
    case "state": {
      const [mine, other] = [one(file, ours, where), one(file, theirs, where)];
      if (mine === null || other === null) return mine === null ? theirs : ours;
      return stored(file, mergeState(one(file, base, where), mine, other));
    }
    case "repository":
      return ours;
  }
}

/** The shards of one kind among the texts. */
function all<Kind extends DayKind>(kind: Kind, texts: Texts, where: string) {
  return [...texts].flatMap(([path, text]) => {
    const file = recordFile(path);
    if (file?.kind !== kind) return [];
    return [parseRecords(file as Extract<RecordFile, { kind: Kind }>, text, `${where}${path}`)];
  });
}

function one<File extends RecordFile>(file: File, texts: Texts, where: string) {
  const text = texts.get(recordPath(file));
  return text === undefined ? null : parseRecords(file, text, `${where}${recordPath(file)}`);
}

function stored(file: RecordFile, value: object): Texts {
  return new Map([[recordPath(file), canonicalText(value)]]);
}
