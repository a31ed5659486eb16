import type { Execution } from "#core/records/execution.ts";
import { attemptKey } from "#core/records/run.ts";
import { JOB_LOG } from "#core/telemetry/importers/job-log.ts";

/** Two files may report the same execution: the better source's stays, with the other's times. */
export function bestReported(executions: readonly Execution[]): Execution[] {
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
 * workflow, which runs its agents itself: it is the same work reported twice.
 */
export function withoutReportedTwice(executions: readonly Execution[]): Execution[] {
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
    const isReported = better.has(`${attempt}/${execution.agent_id}`) || better.has(`${attempt}/gh-aw`);
    return execution.source.importer !== JOB_LOG.name || !isReported;
  });
}
