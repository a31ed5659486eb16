import type { AgentEvent } from "#core/records/event.ts";
import { GuardFile } from "#core/telemetry/guard-file.ts";
import type { Importer, ImportProblem, ReportedEvent } from "#core/telemetry/importer.ts";
import { smallFile } from "#core/telemetry/importers/small-file.ts";
import { parseObject } from "#core/telemetry/loose-json.ts";

/** What the guard decided before an agent, as its step left it. Whether that step was ours is for `withOwnSteps` to say. */
export const guardDecision: Importer = {
  ...{ name: "guard-decision", version: 1, rank: 0 },
  accepts: (path, head) => /^[^/]+\/agentops-guard\.json$/.test(path) && /^\s*\{/.test(head),
  open({ run }) {
    const events: ReportedEvent[] = [];
    const problems: ImportProblem[] = [];

    function take(text: string, file: string): string | null {
      const { data } = GuardFile.safeParse(parseObject(text));
      if (data === undefined) return "This is no decision of the guard.";
      if (data.run_id !== run.id || data.run_attempt !== run.run_attempt)
        return "It is the decision about another run.";
      // Held to the schema of events like any other that is told.
      events.push({ ...(data.event as AgentEvent), file });
      return null;
    }

    return {
      file: (path) => smallFile({ file: path, what: "decision", problems }, (text) => take(text, path)),
      finish: () => ({ executions: [], events, problems }),
    };
  },
};
