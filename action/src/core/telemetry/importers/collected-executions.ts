import { faultText, firstFault } from "#core/first-fault.ts";
import { Execution } from "#core/records/execution.ts";
import { executionWithContents } from "#core/records/migrate-contents.ts";
import { reportedExecution } from "#core/records/migrate-telling.ts";
import { type Trust, trustOf } from "#core/records/trust.ts";
import { cleanedExecution } from "#core/telemetry/cleaned-execution.ts";
import type { Importer, ImportProblem } from "#core/telemetry/importer.ts";
import { lineFiles } from "#core/telemetry/importers/line-files.ts";
import { parseObject } from "#core/telemetry/loose-json.ts";

/** What a collect step of any version tells; whose it is and how far it is believed is not for the file to say. */
function asReported(reported: Record<string, unknown> | null, trust: Trust): unknown {
  return reported === null
    ? null
    : executionWithContents(reportedExecution({ ...reported, told_id: reported["execution_id"], trust }));
}

/** Above every file it may have been made of. */
const NAME = { name: "collected-executions", version: 2, rank: 100 } as const;
/** No job runs more agents; the rest of a forged file is left out. */
const MOST = 1000;

/**
 * What the collect Action read on the runner from the files that agents left there: an Execution a line. It is
 * believed as much as any file of a job: held to the schema, to this attempt, and cleaned like what we read ourselves.
 * Its id tells it from the attempt's others until all files are read (`withOwnIds`).
 */
export const collectedExecutions: Importer = {
  ...NAME,
  accepts: (path, head) => /(?:^|\/)agentops-executions\.jsonl$/.test(path) && /^\s*\{/.test(head),
  open(context) {
    const { run } = context;
    const executions: Execution[] = [];
    const problems: ImportProblem[] = [];

    function take(line: string, path: string): string | null {
      const object = asReported(parseObject(line), trustOf(run, "own"));
      const fault = object === null ? { path: [], message: "not JSON" } : firstFault(Execution, object);
      if (fault !== null) return `This is no execution: ${faultText(fault)}`;
      const reported = object as unknown as Execution;
      if (reported.run_id !== run.id || reported.run_attempt !== run.run_attempt)
        return "This is an execution of another run.";
      if (executions.length >= MOST) return `Only the first ${MOST} executions are kept.`;
      const source = {
        importer: NAME.name,
        version: NAME.version,
        rank: NAME.rank,
        file: path.slice(0, 300),
      };
      executions.push({ ...cleanedExecution(reported, context), job_id: context.jobId, source });
      return null;
    }

    return {
      file: lineFiles(context, problems, (path, about) => (text, number) => {
        const message = take(text, path);
        if (message !== null) about.add(number, message.slice(0, 300));
      }),
      finish: () => ({ executions, events: [], problems }),
    };
  },
};
