import type { Execution } from "#core/records/execution.ts";
import type { Importer } from "#core/telemetry/importer.ts";
import { agentEvents } from "#core/telemetry/importers/agent-events.ts";
import { claudeExecution } from "#core/telemetry/importers/claude/execution.ts";
import { claudeSession } from "#core/telemetry/importers/claude/session.ts";
import { codexExec } from "#core/telemetry/importers/codex/exec.ts";
import { codexRollout } from "#core/telemetry/importers/codex/rollout.ts";
import { collectedExecutions } from "#core/telemetry/importers/collected-executions.ts";
import { collectedJob } from "#core/telemetry/importers/collected-job.ts";
import { copilot } from "#core/telemetry/importers/copilot/copilot.ts";
import { gemini } from "#core/telemetry/importers/gemini/gemini.ts";
import { ghAw } from "#core/telemetry/importers/gh-aw/gh-aw.ts";
import { guardDecision } from "#core/telemetry/importers/guard-decision.ts";
import { otlp } from "#core/telemetry/importers/otlp/otlp.ts";

/** Every format we read, in the order in which files are offered; the first that accepts a file owns it. */
export const IMPORTERS: readonly Importer[] = [
  guardDecision,
  collectedJob,
  collectedExecutions,
  agentEvents,
  ghAw,
  otlp,
  gemini,
  copilot,
  codexRollout,
  codexExec,
  claudeSession,
  claudeExecution,
];

/** Whether the importer that made it makes more, or something else, of the same file today. */
export function isOutdated({ importer, version }: Execution["source"]): boolean {
  const now = IMPORTERS.find(({ name }) => name === importer)?.version ?? version;
  return version < now;
}
