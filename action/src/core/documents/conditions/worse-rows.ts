import type { Period } from "#core/attempts/period.ts";
import { toolName } from "#core/attempts/tool-name.ts";
import { type AttemptStart, type Execution, executions } from "#core/documents/step-times/step-samples.ts";
import type { StepTimes } from "#core/documents/step-times/step-times.ts";
import type { ToolRow } from "#core/documents/tools/tools.ts";
import { isDecided } from "#core/outcome.ts";
import { BARE, type Condition, subjectOf } from "#core/records/condition.ts";
import { ENOUGH } from "#core/statistics/enough.ts";
import { wilson, Z_99 } from "#core/statistics/interval.ts";

/** Steps that ran in the period and take longer since a commit, as the Steps page says. */
export function slowerSteps(
  times: StepTimes,
  { from, to }: Period,
  names: ReadonlyMap<number, string>,
): Condition[] {
  return times.slowerSteps().flatMap(({ samples, slower }) => {
    const { workflow_id, job, step } = samples;
    const ran = [...executions(samples, from, to)];
    const workflow = names.get(workflow_id);
    if (ran.length === 0 || workflow === undefined) return [];
    const { since, sha, last_fast_sha, before_seconds, after_seconds, before_n, after_n } = slower;
    const slowest = slowestOf(ran);
    return [
      {
        ...BARE,
        ...{ rule: "step-slower", severity: "notice", since, unit: "seconds" },
        subject: subjectOf(
          "step",
          JSON.stringify([workflow_id, job, step]),
          `${workflow} / ${job} / ${step}`,
        ),
        ...{ value: after_seconds, baseline: before_seconds, n: after_n, baseline_n: before_n },
        runs: slowest === null ? [] : [{ run_id: slowest.run_id, run_attempt: slowest.run_attempt }],
        cause: { before_sha: last_fast_sha, sha },
      } satisfies Condition,
    ];
  });
}

function slowestOf(ran: readonly Execution[]): AttemptStart | null {
  const ended = ran.filter(({ role }) => isDecided(role));
  return ended.length === 0 ? null : ended.reduce((a, b) => (b.seconds > a.seconds ? b : a)).attempt;
}

/** Tools of the last seven days of whose calls fewer succeed than must, beyond doubt. */
export function failingTools(tools: readonly ToolRow[], limit: number): Condition[] {
  return tools.flatMap(({ slug, name, server, current: { success } }) => {
    const { part, n, value } = success;
    if (value === null || n < ENOUGH.limit) return [];
    const fires = wilson(part, n, Z_99).high < limit;
    if (!fires && value >= limit) return [];
    return [
      {
        ...BARE,
        ...{ rule: "tool-failing", fires, value, unit: "share", limit, n },
        subject: subjectOf("tool", slug, toolName({ name, server })),
      } satisfies Condition,
    ];
  });
}
