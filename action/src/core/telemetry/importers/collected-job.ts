import { faultText, firstFault } from "#core/first-fault.ts";
import { CollectedJob } from "#core/telemetry/collected-job.ts";
import type { CollectedFrom, Importer, ImportProblem } from "#core/telemetry/importer.ts";
import { smallFile } from "#core/telemetry/importers/small-file.ts";
import { parseObject } from "#core/telemetry/loose-json.ts";

/**
 * The note that the collect Action leaves beside the telemetry of a job: what the runner used, and the names that
 * the job gave its environment and service.
 */
export const collectedJob: Importer = {
  ...{ name: "collected-job", version: 1, rank: 0 },
  accepts: (path, head) => /(?:^|\/)agentops-job\.json$/.test(path) && /^\s*\{/.test(head),
  open({ run, isLocal }) {
    const jobs: CollectedFrom[] = [];
    const problems: ImportProblem[] = [];

    function take(text: string, path: string): string | null {
      const reported = parseObject(text);
      const fault =
        reported === null ? { path: [], message: "not JSON" } : firstFault(CollectedJob, reported);
      if (fault !== null) return `This is no note of the collect Action: ${faultText(fault)}`;
      const job = CollectedJob.parse(reported);
      const { run_id, run_attempt } = job;
      const isOurs = isLocal ? run_id === null : run_id === run.id && run_attempt === run.run_attempt;
      if (!isOurs) return "It is the note of another run.";
      jobs.push({ artifact: path.slice(0, path.indexOf("/")), job });
      return null;
    }

    return {
      file: (path) => smallFile({ file: path, what: "note", problems }, (text) => take(text, path)),
      finish: () => ({ executions: [], events: [], problems, jobs }),
    };
  },
};
