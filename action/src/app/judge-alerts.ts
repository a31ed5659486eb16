import { buildDocuments, type DocumentOptions, readAlerts } from "#app/documents.ts";
import type { Clock, Store } from "#app/effects.ts";
import { evaluate } from "#core/alerts/life.ts";
import { ruleOf } from "#core/alerts/rules.ts";
import { groupBy } from "#core/attempts/grouped.ts";
import { conditions } from "#core/documents/conditions/document.ts";
import type { Alert, Transition } from "#core/records/alert.ts";
import { monthOf, type Utc } from "#core/time.ts";

/** A change of an alert's state that this evaluation brought. */
type Change = { alert: Alert; transition: Transition };

export type Judged = {
  at: Utc;
  /** In the order of their keys, quiet ones included. */
  changes: Change[];
  firing: number;
  /** Whether a record of theirs did. */
  changed: boolean;
};

/** What no rule needs to look further back than: the longest budgets, and what forecasts learn from. */
const DAYS = 130;

/**
 * Judges what the records say now, and stores what came of it. Records that did not change say what they said before:
 * a sync that learned nothing need not ask.
 */
export async function judgeAlerts(
  { store, clock }: { store: Store; clock: Clock },
  options: DocumentOptions,
): Promise<Judged> {
  const { documents, sources } = await buildDocuments({ store, clock }, options, "alerts", {
    rows: [conditions],
    periods: ["7d"],
    days: Math.max(DAYS, ...options.config.budgets.map(({ period_days = 0 }) => period_days + 1)),
  });
  const { now } = sources.context;
  const known = await newestEpisodes(store);
  const changed = evaluate(known, documents.conditions.conditions, now, (rule) => ({
    evaluations: ruleOf(rule)?.evaluations ?? 1,
  }));
  await storeAlerts(store, changed);
  const before = new Map(known.map((alert) => [`${alert.key} ${alert.episode}`, alert.transitions.length]));
  const changes = changed.flatMap((alert) =>
    alert.transitions
      .slice(before.get(`${alert.key} ${alert.episode}`) ?? 0)
      .map((transition): Change => ({ alert, transition })),
  );
  const newest = await newestEpisodes(store);
  return {
    ...{ at: now, changes, changed: changed.length > 0 },
    firing: newest.filter(({ state }) => state === "firing").length,
  };
}

/** The newest episode of each key. */
export async function newestEpisodes(store: Store): Promise<Alert[]> {
  const newest = new Map<string, Alert>();
  for (const alert of await readAlerts(store))
    if (alert.episode >= (newest.get(alert.key)?.episode ?? 0)) newest.set(alert.key, alert);
  return [...newest.values()];
}

export async function storeAlerts(store: Store, alerts: readonly Alert[]): Promise<void> {
  for (const [month, of] of groupBy(alerts, ({ since }) => monthOf(since)))
    await store.merge("alerts", month, of);
}
