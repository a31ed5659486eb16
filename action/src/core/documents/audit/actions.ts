import { authoringAgent } from "#core/agents/pull-agent.ts";
import type { Context } from "#core/attempts/context.ts";
import type { Invocation } from "#core/attempts/invocation.ts";
import { type Where, whereOf } from "#core/attempts/where.ts";
import { pushedTo, type Sensitive, sensitiveAction, sensitiveIn } from "#core/audit/sensitive.ts";
import type { AuditAction } from "#core/documents/audit/rows.ts";
import { entry } from "#core/entry.ts";
import type { StoredEvent } from "#core/records/event.ts";
import type { Execution } from "#core/records/execution.ts";
import type { Pull } from "#core/records/pull.ts";
import { toUtc, type Utc } from "#core/time.ts";

const FAILED: ReadonlySet<string> = new Set(["failure", "denied", "timeout", "cancelled"]);

/** What an agent's own telemetry tells of it, summed by tool. */
export function actionsOf(
  { run, at, execution, agent, user }: Invocation,
  defaultBranch: string | null,
): AuditAction[] {
  if (execution === null) return [];
  const base = { ...whereOf({ run, at }), agent, user, trust: execution.trust };
  const rows = new Map<string, AuditAction>();
  const add = (
    { kind, what, told_by, to }: Pick<AuditAction, "kind" | "what" | "told_by"> & { to: boolean | null },
    times: number,
    failed: number,
  ) => {
    const row = entry(rows, JSON.stringify([kind, what, told_by, to]), () => ({
      ...{ ...base, kind, what, told_by, times: 0, failed: 0, default_branch: to },
    }));
    row.times += times;
    row.failed += failed;
  };
  for (const tool of execution.tools)
    for (const kind of sensitiveIn(tool)) {
      const to = kind === "push" && defaultBranch !== null ? pushedTo(defaultBranch, tool.input) : null;
      const failed = FAILED.has(tool.status) ? tool.calls : 0;
      add({ kind, what: tool.name, told_by: "tool", to }, tool.calls, failed);
    }
  for (const { type, count } of unreported(execution)) {
    const kind = sensitiveAction(type);
    if (kind !== null) add({ kind, what: type, told_by: "action", to: null }, count, 0);
  }
  return [...rows.values()];
}

/** What a tool's calls tell already is no second action. */
function unreported({ actions, tools }: Execution): Execution["actions"] {
  const called = new Set(tools.flatMap(({ name }) => [name, name.split("__").at(-1) ?? name]));
  return actions.filter(({ type }) => !called.has(type));
}

const EVENT_KINDS: readonly [pattern: RegExp, kind: Sensitive][] = [
  [/^custom\.deploy/, "deployment"],
  [/^custom\.releas/, "release"],
];

/** `custom.deployed` and `custom.released`, which a job told itself. */
export function actionOfEvent(event: StoredEvent, runs: ReadonlyMap<number, Where>): AuditAction[] {
  const kind = EVENT_KINDS.find(([pattern]) => pattern.test(event.type))?.[1];
  const run = event.run_id === null ? undefined : runs.get(event.run_id);
  const at = toUtc(event.timestamp);
  if (kind === undefined || run === undefined || at === null) return [];
  return [
    {
      ...{ ...run, at, kind, what: event.type, told_by: "event", times: 1, failed: 0, default_branch: null },
      ...{ agent: event.agent_id ?? null, user: event.user_id ?? null, trust: event.trust },
    },
  ];
}

/** Of agents' pull requests, those that nobody had approved when they were merged. */
export function mergesWithoutReview(
  pulls: readonly Pull[],
  from: Utc,
  touched: ReadonlyMap<number, Where>,
  { config, repository }: Pick<Context, "config" | "repository">,
): AuditAction[] {
  return pulls.flatMap((pull): AuditAction[] => {
    const { number, merged_at, reviews } = pull;
    const run = touched.get(number);
    if (merged_at === null || merged_at < from || reviews.approved > 0 || run === undefined) return [];
    const agent = authoringAgent(pull, repository.full_name, config.agents);
    if (agent === null) return [];
    return [
      {
        ...{ ...run, at: merged_at, kind: "merge without review", what: `#${number}` },
        ...{ told_by: "pull request", times: 1, failed: 0, default_branch: null },
        ...{ agent, user: pull.author, trust: "own" },
      },
    ];
  });
}
