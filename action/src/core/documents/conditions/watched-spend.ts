import { limitsOf } from "#core/alerts/limits.ts";
import { findSpendSpike } from "#core/alerts/spend-spike.ts";
import type { Context } from "#core/attempts/context.ts";
import { groupBy, grouped } from "#core/attempts/grouped.ts";
import type { Line } from "#core/attempts/ledger.ts";
import { Spending, sumOf } from "#core/budgets/spending.ts";
import type { UsualCost } from "#core/budgets/usual-cost.ts";
import { daysBetween, isWeekend } from "#core/calendar/calendar-period.ts";
import { localDay, startOfLocalDay } from "#core/calendar/zone.ts";
import { firstKnownDay } from "#core/forecast/known-days.ts";
import { fnv1aNumber } from "#core/hash.ts";
import { BARE, type Condition, type Subject, subjectOf } from "#core/records/condition.ts";
import { addDays, addSeconds, DAY_SECONDS } from "#core/time.ts";

const KEPT_DAYS = 80;
const MOST_AGENTS = 100;

/** What is spent a day, by the repository and by each agent, against what its past explains. */
export function watchedSpend({ config, repository, state, now }: Context) {
  const { timezone } = config;
  const since = addSeconds(now, -KEPT_DAYS * DAY_SECONDS);
  const whole: Subject = { kind: "repository", id: repository.full_name, name: repository.full_name };
  const all = new Spending(timezone, since);
  const agents = grouped(MOST_AGENTS, (_: string) => new Spending(timezone, since));
  return {
    add(lines: readonly Line[]): void {
      all.add(lines);
      for (const [agent, own] of groupBy(lines, (line) => line.agent))
        if (agent !== null) agents.of(agent)?.add(own);
    },
    finish(usual: UsualCost): Condition[] {
      const today = localDay(now, timezone);
      const known = firstKnownDay(state.covered?.from, today, timezone);
      if (known === null) return [];
      const first = [known, addDays(today, -KEPT_DAYS + 1)].sort()[1] ?? known;
      const days = daysBetween(first, today);
      const floor = limitsOf(config.alerts).spendExcess;
      const judge = (spending: Spending, subject: Subject): Condition[] => {
        const amounts = days.map((day) => ({
          amount: sumOf(spending.on(day, usual)),
          weekend: isWeekend(day),
        }));
        const spike = findSpendSpike(amounts, { floor, seed: fnv1aNumber(`${subject.id} ${today}`) });
        if (spike === null) return [];
        const length = { day: 1, week: 7, fortnight: 14 }[spike.over];
        return [
          {
            ...BARE,
            ...{ rule: "spend-spike", subject, fires: spike.fires, unit: "nano_usd", n: length },
            ...{
              value: Math.round(spike.spent),
              limit: Math.round(spike.limit),
              baseline: Math.round(spike.expected),
            },
            since: startOfLocalDay(addDays(today, -length), timezone),
          },
        ];
      };
      // The only agent's spending is the repository's.
      const single = agents.groups.size === 1;
      return [
        ...judge(all, whole),
        ...(single ? [] : [...agents.groups].flatMap(([id, own]) => judge(own, subjectOf("agent", id)))),
      ];
    },
  };
}
