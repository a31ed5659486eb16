import type { Execution } from "#core/records/execution.ts";
import type { TokenUsage } from "#core/records/token-usage.ts";
import { filledIn } from "#core/telemetry/importers/fill-in.ts";
import { JOB_LOG } from "#core/telemetry/importers/job-log.ts";
import { otlp } from "#core/telemetry/importers/otlp/otlp.ts";

/** What agents and programs sent while they worked, as against the files that they kept for themselves. */
const SENT: readonly string[] = [otlp.name, "agent-events", JOB_LOG.name];

/**
 * An agent that exports OpenTelemetry also keeps files of the same work. Where both are here the files count, which
 * are the agent's own bookkeeping; the export adds what only it tells, such as scores and the user's own metrics.
 * The same work is: the same session of the same agent; or, where one of the two tells no session, the same agent in
 * the same artifact at the same time.
 */
export function withoutExportedTwice(executions: readonly Execution[]): Execution[] {
  const kept = new Map(executions.map((execution) => [execution.execution_id, execution]));
  const files = executions.filter(({ source }) => !SENT.includes(source.importer));
  for (const exported of executions.filter(({ source }) => source.importer === otlp.name)) {
    const file = files.find((one) => isSame(one, exported));
    if (file === undefined) continue;
    kept.delete(exported.execution_id);
    kept.set(file.execution_id, withExport(kept.get(file.execution_id) ?? file, exported));
  }
  return [...kept.values()];
}

function isSame(file: Execution, exported: Execution): boolean {
  if (file.agent_id !== exported.agent_id) return false;
  if (hasTokens(exported) && !hasTokens(file)) return false;
  if (file.session_id !== null && exported.session_id !== null)
    return file.session_id === exported.session_id;
  return artifactOf(file) === artifactOf(exported) && overlap(file, exported);
}

function withExport(file: Execution, exported: Execution): Execution {
  const filled = filledIn(file, exported);
  const longer = <Item>(one: Item[], other: Item[]) => (one.length > 0 ? one : other);
  return {
    ...filled,
    execution_id: file.execution_id,
    evals: longer(file.evals, exported.evals),
    metrics: longer(file.metrics, exported.metrics),
    decisions: longer(file.decisions, exported.decisions),
    steps: longer(file.steps, exported.steps),
    tools: longer(file.tools, exported.tools),
  };
}

function artifactOf({ source }: Execution): string | null {
  return source.file?.split("/")[0] ?? null;
}

/** Times that are not told may be any. */
function overlap(a: Execution, b: Execution): boolean {
  const before = (one: Execution, other: Execution) =>
    one.completed_at !== null && other.started_at !== null && one.completed_at < other.started_at;
  return !before(a, b) && !before(b, a);
}

function hasTokens({ usage }: Execution): boolean {
  const isReported = ({ prompt, completion, total }: TokenUsage) => (prompt ?? completion ?? total) !== null;
  return usage.some(isReported);
}
