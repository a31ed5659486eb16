import type { Execution } from "#core/records/execution.ts";
import { attemptKey } from "#core/records/run.ts";
import { believedEvents, believedExecutions } from "#core/telemetry/believed.ts";
import { withoutExportedTwice } from "#core/telemetry/exported-twice.ts";
import type {
  CollectedFrom,
  ImportContext,
  Imported,
  Importer,
  ImportProblem,
  ImportReader,
  TextSink,
} from "#core/telemetry/importer.ts";
import { JOB_LOG } from "#core/telemetry/importers/job-log.ts";
import { IMPORTERS } from "#core/telemetry/importers.ts";
import { withCollectedJobs } from "#core/telemetry/of-collected-job.ts";
import { withOwnIds } from "#core/telemetry/own-ids.ts";
import { withOwnSteps } from "#core/telemetry/own-step.ts";
import { wordsOf } from "#core/telemetry/problems.ts";
import { ReadingBudget } from "#core/telemetry/reading-budget.ts";

/** How much of a file the importers see before one takes it. */
const HEAD = 4096;

/** The files of one run's attempt, one after the other. */
export type FileImport = {
  /** Begins a file; its text comes in pieces, cut anywhere. */
  file(path: string): TextSink;
  /** Names a file that could not be read. */
  problem(problem: ImportProblem): void;
  /** Whether the artifact of the last file has cost what it may: nothing more of it is read. */
  isSpent(): boolean;
  finish(): Imported;
};

/**
 * Offers files to the importers in the table's order and gathers what they make of them. Files that none accepts
 * are left out without a word: artifacts hold anything. Whatever an importer throws is a problem of its file, and
 * so is an execution or event that breaks the record's rules. Give files in the same order to get the same records.
 *
 * @param now seconds of any clock, for the time that an artifact may take
 */
export function importFiles(
  context: ImportContext,
  importers: readonly Importer[] = IMPORTERS,
  now?: () => number,
): FileImport {
  let artifact: string | undefined;
  let budget = new ReadingBudget(now);
  const reading = { ...context, budget: () => budget };
  const readers = new Map<Importer, ImportReader>();
  const problems: ImportProblem[] = [];

  function sinkFor(path: string, head: string): TextSink | null {
    const importer = importers.find((row) => row.accepts(path, head));
    if (importer === undefined) return null;
    const reader = readers.get(importer) ?? importer.open(reading);
    readers.set(importer, reader);
    return reader.file(path);
  }

  function failed(path: string, error: unknown) {
    problems.push({ file: path, line: null, message: `It could not be read: ${wordsOf(error)}` });
  }

  return {
    file(path) {
      const [of] = path.split("/");
      if (of !== artifact) budget = new ReadingBudget(now);
      artifact = of;
      let head = "";
      let sink: TextSink | null = null;
      let isOver = false;

      function guarded(work: () => void) {
        if (isOver) return;
        try {
          work();
        } catch (error) {
          isOver = true;
          failed(path, error);
        }
      }

      /** What was read until now is kept. */
      function isWithinBudget(text: string): boolean {
        if (budget.read(text.length)) return true;
        isOver = true;
        problems.push({ file: path, line: null, message: budget.spent ?? "" });
        sink?.end();
        return false;
      }

      function begin() {
        sink = sinkFor(path, head.replace(/^\uFEFF/, "").slice(0, HEAD));
        if (sink === null) isOver = true;
        else sink.push(head.replace(/^\uFEFF/, ""));
        head = "";
      }

      return {
        push: (text) =>
          guarded(() => {
            if (!isWithinBudget(text)) return;
            if (sink !== null) return sink.push(text);
            head += text;
            if (head.length >= HEAD) begin();
          }),
        end: () =>
          guarded(() => {
            if (sink === null) begin();
            sink?.end();
          }),
      };
    },
    problem: (problem) => problems.push(problem),
    isSpent: () => budget.spent !== null,
    finish() {
      const executions: Execution[] = [];
      const events: Imported["events"] = [];
      const jobs: CollectedFrom[] = [];
      for (const [importer, reader] of readers) {
        try {
          const told = reader.finish();
          executions.push(...told.executions);
          events.push(...told.events);
          jobs.push(...(told.jobs ?? []));
          problems.push(...told.problems);
        } catch (error) {
          failed(importer.name, error);
        }
      }
      const distinct = withCollectedJobs(withoutExportedTwice(best(executions)), jobs, context);
      return {
        problems,
        executions: believedExecutions(withOwnIds(distinct, context), context, problems),
        events: believedEvents(withOwnSteps(events, jobs), context, problems),
      };
    },
  };
}

/** Two files may tell of the same execution: the better source's telling stays, with the other's times. */
function best(executions: readonly Execution[]): Execution[] {
  const byId = new Map<string, Execution>();
  for (const execution of executions) {
    const known = byId.get(execution.execution_id);
    const isBetter = known === undefined || known.source.rank < execution.source.rank;
    const [better, other] = isBetter ? [execution, known] : [known, execution];
    byId.set(execution.execution_id, other === undefined ? better : withTimes(better, other));
  }
  return [...byId.values()];
}

/** Files without times (Claude's execution file, Codex' events) hold the same steps as those with them. */
function withTimes(better: Execution, other: Execution): Execution {
  if (better.started_at !== null || other.started_at === null) return better;
  const { started_at, completed_at, steps, tools } = other;
  const duration_ms = better.duration_ms ?? other.duration_ms;
  return { ...better, started_at, completed_at, duration_ms, steps, tools };
}

/**
 * Leaves out what a job's log tells where a better source of the same attempt told of the same agent, or of a gh-aw
 * workflow, which runs its agents itself: it is the same work told twice.
 */
export function withoutToldTwice(executions: readonly Execution[]): Execution[] {
  const better = new Set(
    executions
      .filter(({ source }) => source.importer !== JOB_LOG.name)
      .map(
        (execution) =>
          `${attemptKey(execution)}/${execution.agent_id.startsWith("gh-aw") ? "gh-aw" : execution.agent_id}`,
      ),
  );
  return executions.filter((execution) => {
    const attempt = attemptKey(execution);
    const isTold = better.has(`${attempt}/${execution.agent_id}`) || better.has(`${attempt}/gh-aw`);
    return execution.source.importer !== JOB_LOG.name || !isTold;
  });
}
