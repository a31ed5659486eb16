import type { AgentStep, Execution } from "#core/records/execution.ts";
import type { TokenUsage } from "#core/records/token-usage.ts";

/** The one request that a work made; null where it made several, or none tells its id. */
export function onlyRequest(
  { model_calls }: Pick<Execution, "model_calls">,
  steps: readonly AgentStep[],
): string | null {
  return model_calls === 1 ? only(steps) : null;
}

/** Rows of a single request, with the id of the step that has just their tokens. */
export function withRequestIds(rows: readonly TokenUsage[], steps: readonly AgentStep[]): TokenUsage[] {
  return rows.map((row) => {
    if (row.requests !== 1 || row.fee !== null || row.request_id !== null) return row;
    const same = steps.filter(
      ({ model, prompt, completion }) =>
        model === row.model && prompt === row.prompt && completion === row.completion,
    );
    return { ...row, request_id: only(same) };
  });
}

function only(steps: readonly AgentStep[]): string | null {
  const [id = null, another] = new Set(steps.flatMap(({ request_id }) => request_id ?? []));
  return another === undefined ? id : null;
}
