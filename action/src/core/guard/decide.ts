import { breakGlass, type Glass } from "#core/guard/break-glass.ts";
import { budgetReason, type Headroom, headrooms } from "#core/guard/budget-check.ts";
import { circuitReasons } from "#core/guard/circuit-check.ts";
import type { GuardTable } from "#core/guard/guard-table.ts";
import { guardedWorkflow } from "#core/guard/guarded-workflow.ts";
import type { OwnRun } from "#core/guard/own-run.ts";
import { checkPolicies } from "#core/guard/policy-check.ts";
import type { Reason } from "#core/guard/reason.ts";
import { type Listed, type Unseen, unseenAttempts, whyUncertain } from "#core/guard/unseen.ts";
import { workKey } from "#core/guard/work-key.ts";
import { GUARD_ANSWERS, type GuardAnswer } from "#core/records/guard-verdict.ts";
import type { Utc } from "#core/time.ts";

/** What the step asks for. */
export type Asked = {
  /** What becomes of a run of which nothing certain is known. */
  onUnknown: "allow" | "block";
  /** The environment whose reviewers are asked about what is escalated; null: there is none. */
  environment: string | null;
  /** Why the glass is to be broken; empty: it is not. */
  breakGlass: string;
};

export type GuardDecision = {
  answer: GuardAnswer;
  allowed: boolean;
  /** The strongest first. */
  reasons: Reason[];
  glass: Glass;
  /** Of the budget with the least headroom, in nano-dollars, never below 0; null: no budget counts this run. */
  remaining: number | null;
  suggestedModel: string | null;
  escalateModel: string | null;
  /** Globs of what policies let the agent use; null: none says. */
  allowedTools: readonly string[] | null;
  /** A run that succeeded with just the same work; null: none is known. */
  reuseRun: number | null;
  asOf: Utc | null;
  config: string | null;
  /** Attempts that the records do not know yet. */
  unseen: number;
};

/**
 * Decides about a run before its agent starts. What is certain stops it even where other things are not known: a budget
 * that is spent is spent.
 *
 * @param table null: `problem` says why there is none
 */
export function decide(
  { table, problem }: { table: GuardTable; problem?: null } | { table: null; problem: string },
  listed: Listed,
  own: OwnRun,
  asked: Asked,
  now: Utc,
): GuardDecision {
  if (table === null) {
    const reason: Reason = {
      ...{
        answer: "unknown",
        by: "records",
        text: problem ?? "",
        todo: "run the sync, then see its Data health",
      },
    };
    return concluded([reason], asked, breakGlass(asked.breakGlass, own, []), NOTHING);
  }
  const unseen = unseenAttempts(table, listed, own);
  const workflow = guardedWorkflow(table, own);
  const rooms = headrooms(table, unseen, own, now);
  const policies = checkPolicies(table, workflow, own, now);
  const reasons = [
    ...policies.reasons,
    ...circuitReasons(workflow, unseen, own, now),
    ...rooms.map(budgetReason),
    ...uncertainty(table, listed, unseen),
  ];
  return concluded(reasons, asked, breakGlass(asked.breakGlass, own, table.break_glass_actors), {
    remaining: remainingOf(rooms),
    allowedTools: policies.allowedTools,
    suggestedModel: workflow?.suggested_model ?? null,
    escalateModel: workflow?.escalate_model ?? null,
    reuseRun: reusable(table, listed, own),
    asOf: table.as_of,
    config: table.config,
    unseen: unseen.length,
  });
}

type Advice = Omit<GuardDecision, "answer" | "allowed" | "reasons" | "glass">;
const NOTHING: Advice = {
  ...{ remaining: null, allowedTools: null, suggestedModel: null, escalateModel: null, reuseRun: null },
  ...{ asOf: null, config: null, unseen: 0 },
};

function uncertainty(table: GuardTable, listed: Listed, unseen: readonly Unseen[]): Reason[] {
  const text = whyUncertain(table, listed, unseen);
  return text === null
    ? []
    : [{ answer: "unknown", by: "records", text, todo: "let a sync catch up: its schedule may be too rare" }];
}

function concluded(reasons: readonly Reason[], asked: Asked, glass: Glass, advice: Advice): GuardDecision {
  const rank = ({ answer }: Reason) => GUARD_ANSWERS.indexOf(answer);
  const sorted = reasons.toSorted((a, b) => rank(b) - rank(a));
  const answer = sorted[0]?.answer ?? "allow";
  return {
    answer,
    allowed: glass.kind === "broken" || lets(answer, asked),
    reasons: sorted,
    glass,
    ...advice,
  };
}

function lets(answer: GuardAnswer, { onUnknown, environment }: Asked): boolean {
  if (answer === "unknown") return onUnknown === "allow";
  if (answer === "escalate") return environment !== null;
  return answer !== "block";
}

function remainingOf([least]: readonly Headroom[]): number | null {
  return least === undefined ? null : Math.max(0, least.left);
}

/** GitHub's own row of this run says what it works on. */
function reusable(table: GuardTable, { since, running }: Listed, own: OwnRun): number | null {
  const row = [...(running?.runs ?? []), ...(since?.runs ?? [])].find(({ id }) => id === own.run_id);
  const key = row === undefined ? null : workKey(row);
  return table.succeeded.find(([known, run]) => known === key && run !== own.run_id)?.[1] ?? null;
}
