import { Execution } from "#core/records/execution.ts";
import { attemptKey } from "#core/records/run.ts";
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

/** How much of a file the importers see before one takes it. */
const HEAD = 4096;

/** The files of one run's attempt, one after the other. */
export type FileImport = {
  /** Begins a file; its text comes in pieces, cut anywhere. */
  file(path: string): TextSink;
  /** Names a file that could not be read. */
  problem(problem: ImportProblem): void;
  finish(): Imported;
};

/**
 * Offers files to the importers in the table's order and gathers what they make of them. Files that none accepts
 * are left out without a word: artifacts hold anything. Whatever an importer throws is a problem of its file, and
 * so is an execution that breaks the record's rules. Give files in the same order to get the same records.
 */
export function importFiles(context: ImportContext, importers: readonly Importer[] = IMPORTERS): FileImport {
  const readers = new Map<Importer, ImportReader>();
  const problems: ImportProblem[] = [];

  function sinkFor(path: string, head: string): TextSink | null {
    const importer = importers.find((row) => row.accepts(path, head));
    if (importer === undefined) return null;
    const reader = readers.get(importer) ?? importer.open(context);
    readers.set(importer, reader);
    return reader.file(path);
  }

  function failed(path: string, error: unknown) {
    problems.push({ file: path, line: null, message: `It could not be read: ${wordsOf(error)}` });
  }

  return {
    file(path) {
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

      function begin() {
        sink = sinkFor(path, head.replace(/^\uFEFF/, "").slice(0, HEAD));
        if (sink === null) isOver = true;
        else sink.push(head.replace(/^\uFEFF/, ""));
        head = "";
      }

      return {
        push: (text) =>
          guarded(() => {
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
    finish() {
      const all = { executions: [] as Execution[], events: [] as Imported["events"] };
      const jobs: CollectedFrom[] = [];
      for (const [importer, reader] of readers) {
        try {
          const { executions, events, problems: found, jobs: from = [] } = reader.finish();
          all.executions.push(...executions.flatMap((execution) => checked(execution, problems)));
          all.events.push(...events);
          jobs.push(...from);
          problems.push(...found);
        } catch (error) {
          failed(importer.name, error);
        }
      }
      const executions = withoutExportedTwice(best(all.executions));
      return {
        problems,
        executions: withOwnIds(withCollectedJobs(executions, jobs, context), context),
        events: withOwnSteps(all.events, jobs),
      };
    },
  };
}

/** The fields in the schema's order; none where they break its rules. */
function checked(execution: Execution, problems: ImportProblem[]): Execution[] {
  const parsed = Execution.safeParse(execution);
  if (parsed.success) return [parsed.data];
  const issue = parsed.error.issues[0];
  const message = `What it tells breaks the record's rules: ${issue?.path.map(String).join(".")}: ${issue?.message}`;
  problems.push({
    file: execution.source.file ?? execution.source.importer,
    line: null,
    message: message.slice(0, 300),
  });
  return [];
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

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 200) : "an unknown error";
}
