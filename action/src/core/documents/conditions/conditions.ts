import * as z from "zod";
import { budgetConditions } from "#core/alerts/budget-rules.ts";
import { limitsOf } from "#core/alerts/limits.ts";
import { watcherConditions } from "#core/alerts/watcher-rules.ts";
import type { Attempt } from "#core/attempts/attempt.ts";
import { type PeriodName, periodAt } from "#core/attempts/period.ts";
import type { UsualCost } from "#core/budgets/usual-cost.ts";
import type { BudgetsDocument } from "#core/documents/budgets/budgets.ts";
import { blockBursts } from "#core/documents/conditions/block-bursts.ts";
import { watchedFailures } from "#core/documents/conditions/watched-failures.ts";
import { watchedGuard } from "#core/documents/conditions/watched-guard.ts";
import { watchedMemory } from "#core/documents/conditions/watched-memory.ts";
import { watchedPolicies } from "#core/documents/conditions/watched-policies.ts";
import { watchedResponses } from "#core/documents/conditions/watched-responses.ts";
import { watchedSpend } from "#core/documents/conditions/watched-spend.ts";
import { watchedWork } from "#core/documents/conditions/watched-work.ts";
import { failingTools, slowerSteps } from "#core/documents/conditions/worse-rows.ts";
import { NO_EVENTS } from "#core/documents/events/reported-events.ts";
import type { Sources } from "#core/documents/sources/sources.ts";
import type { StepTimes } from "#core/documents/step-times/step-times.ts";
import type { ToolsDocument } from "#core/documents/tools/tools.ts";
import { workflowNames } from "#core/documents/workflows/workflow-names.ts";
import { Condition } from "#core/records/condition.ts";

/** What is wrong at `as_of`, by every rule that is asked. Alerts are the life that these lead. */
export const ConditionsDocument = z.strictObject({ conditions: z.array(Condition) });
export type ConditionsDocument = z.infer<typeof ConditionsDocument>;

type Needs = {
  usualCosts: UsualCost;
  budgets: BudgetsDocument;
  stepTimes: StepTimes;
  tools: Record<PeriodName, ToolsDocument>;
};

/** A repository that lets so much be wrong has other things to mend than to read on. */
const MOST = 500;

export function conditionsFold({ context, journal, sizes, events = NO_EVENTS }: Sources) {
  const { config, now } = context;
  const { enabled, off } = config.alerts;
  const limits = limitsOf(config.alerts);
  const isOff = new Set<string>(off);
  const folds = [
    watchedWork(context),
    watchedFailures(context),
    watchedResponses(context),
    watchedMemory(context),
    watchedPolicies(context),
    watchedGuard(context),
  ];
  const spend = watchedSpend(context);
  const names = workflowNames(context);
  return {
    add(attempt: Attempt): void {
      if (!enabled) return;
      names.add(attempt.run);
      for (const fold of folds) fold.add(attempt);
      if (attempt.run.status === "completed") spend.add(attempt.lines);
    },
    finish({ usualCosts, budgets, stepTimes, tools }: Needs): ConditionsDocument {
      if (!enabled) return { conditions: [] };
      const called = new Map(names.finish().map(({ id, name }) => [id, name]));
      const conditions = [
        ...folds.flatMap((fold) => fold.finish()),
        ...spend.finish(usualCosts),
        ...budgetConditions(budgets.budgets, config.budgets),
        ...slowerSteps(stepTimes, periodAt("7d", now), called),
        ...failingTools(tools["7d"].tools, limits.toolSuccess),
        ...blockBursts(events.governed.list, limits.blocks, now),
        ...watcherConditions(journal, sizes, limits.watcher),
      ];
      const wanted = conditions.filter(({ rule }) => !isOff.has(rule)).slice(0, MOST);
      // As it will be stored, field by field: what says the same must be the same.
      return { conditions: wanted.map((condition) => Condition.parse(condition)) };
    },
  };
}
