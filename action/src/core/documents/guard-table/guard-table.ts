import type { Attempt } from "#core/attempts/attempt.ts";
import type { Context } from "#core/attempts/context.ts";
import type { BudgetAccount } from "#core/budgets/budget-account.ts";
import type { UsualCost } from "#core/budgets/usual-cost.ts";
import { recentRuns } from "#core/documents/guard-table/recent-runs.ts";
import { watchedWorkflows } from "#core/documents/guard-table/watched-workflows.ts";
import { fitting, type Room } from "#core/guard/fitting.ts";
import {
  GUARD_VERSION,
  type GuardedBudget,
  type GuardedWorkflow,
  type GuardTable,
} from "#core/guard/guard-table.ts";
import { guardedBudget, withinRoom } from "#core/guard/guarded-budget.ts";
import type { AgentRow } from "#core/inventory/agent-row.ts";
import { pausesFold } from "#core/policies/pauses.ts";
import type { State } from "#core/records/state.ts";
import { contentId } from "#core/sha256.ts";

const MOST_PAUSES = 200;

type Needs = { usualCosts: UsualCost; budgetAccounts: readonly BudgetAccount[] };

/** The configuration in 12 hex digits, by which tables of the same one are told from others. */
export function configId(config: Context["config"]): string {
  return contentId("config", config).slice(0, 12);
}

/** @param rows agents where workflow files run them; none where those are not read */
export function guardTableFold(context: Context, rows: readonly AgentRow[] = []) {
  const { config, repository, state, now } = context;
  const { timezone, "week-start": weekStart } = config;
  const asOf = state.covered?.to ?? null;
  const folds = {
    watched: watchedWorkflows(config.guard.circuit, rows),
    paused: pausesFold(context),
    recent: recentRuns(asOf, now),
  };
  return {
    add(attempt: Attempt): void {
      for (const fold of Object.values(folds)) fold.add(attempt);
    },
    /** Null: nothing is known yet. */
    finish({ usualCosts, budgetAccounts }: Needs): GuardTable | null {
      if (asOf === null) return null;
      const accounts = budgetAccounts.filter(({ budget }) => budget.is_active);
      const workflows = folds.watched.finish();
      const light = { now, clock: { timezone, "week-start": weekStart }, usual: usualCosts };
      const budgets = accounts.map((account) => guardedBudget(account, workflows, light));
      const [listed, others] = byConcern(workflows, budgets);
      const recent = folds.recent.finish();
      const pauses = folds.paused.finish();
      return fitting((room) => ({
        guard_version: GUARD_VERSION,
        repository: repository.full_name,
        ...{ as_of: asOf, made_at: now, config: configId(config), timezone, "week-start": weekStart },
        max_unseen: config.guard["max-unseen"],
        break_glass_actors: config.guard["break-glass-actors"],
        incomplete: incomplete(state, recent, room),
        budgets: budgets.map((budget) => withinRoom(budget, roomOf(room, budgets.length))),
        policies: config.policies,
        pauses: pauses.slice(0, MOST_PAUSES),
        workflows: listed.slice(0, room.workflows),
        others: others.map(({ id }) => id).slice(0, room.workflows),
        in_flight: recent.in_flight.slice(-room.inFlight),
        seen: recent.seen.slice(-room.seen),
        succeeded: recent.succeeded.slice(0, room.succeeded),
      }));
    },
  };
}

/** Workflows that run agents, which come first, or cost what a budget counts; and others, only known to be no strangers. */
function byConcern(workflows: readonly GuardedWorkflow[], budgets: readonly GuardedBudget[]) {
  const sorted = workflows.toSorted((a, b) => b.agents.length - a.agents.length || a.id - b.id);
  const counted = new Set(budgets.flatMap(({ reserve }) => reserve.map(([id]) => id)));
  const matters = ({ agents, id }: GuardedWorkflow) => agents.length > 0 || counted.has(id);
  return [sorted.filter(matters), sorted.filter((workflow) => !matters(workflow))] as const;
}

/** Many budgets share the room: each has the less of it. */
function roomOf({ reserves, hours }: Room, budgets: number) {
  return { reserves: Math.ceil(reserves / Math.sqrt(Math.max(1, budgets))), hours };
}

function incomplete(
  { backfill, covered }: State,
  { in_flight, seen }: Pick<GuardTable, "in_flight" | "seen">,
  room: Room,
): string | null {
  const gap = backfill.find(({ to }) => to >= (covered?.from ?? ""));
  if (gap !== undefined) return `runs since ${gap.from} are still to be listed`;
  if (in_flight.length > room.inFlight)
    return `${in_flight.length} runs had not ended, more than the table has room for`;
  return seen.length > room.seen ? "more runs were seen at the last sync than the table has room for" : null;
}
