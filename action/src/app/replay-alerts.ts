import { buildDocuments, type DocumentOptions } from "#app/documents.ts";
import type { Clock, Report, Store } from "#app/effects.ts";
import { evaluate } from "#core/alerts/life.ts";
import { ruleOf } from "#core/alerts/rules.ts";
import { conditions } from "#core/documents/conditions/document.ts";
import type { Alert } from "#core/records/alert.ts";
import type { KindName, Stored } from "#core/records/kinds.ts";
import { addSeconds, DAY_SECONDS, type Day, dayOf, HOUR_SECONDS, type Month, type Utc } from "#core/time.ts";

export type Replayed = {
  from: Utc;
  to: Utc;
  /** When it would have judged: the ends of past syncs, thinned where they are many; every six hours where there were few. */
  evaluations: number;
  alerts: Alert[];
};

/** Documents are made anew at each of them. */
const MOST_EVALUATIONS = 360;
const JUDGED_DAYS = 130;

/**
 * What would have fired: judges the records as they were at past syncs, by today's rules and configuration. Nothing is
 * stored or told. Records say when something ended and not when we learned of it, so a sync that came late is taken to
 * have known at once.
 */
export async function replayAlerts(
  effects: { store: Store; clock: Clock; report: Report },
  options: DocumentOptions,
  days: number,
): Promise<Replayed> {
  const { store, clock, report } = effects;
  const past = await PastStore.open(store);
  const to = options.now ?? past.lastSync() ?? clock.now();
  const from = addSeconds(to, -days * DAY_SECONDS);
  const synced = past.syncsWithin(from, to);
  const instants = synced.length < days ? everySixHours(from, to) : thinned(synced);
  const newest = new Map<string, Alert>();
  const all = new Map<string, Alert>();
  for (const [index, at] of instants.entries()) {
    report.progress("evaluations", index, instants.length);
    const asOf = { store: past.asOf(at), clock };
    const { documents } = await buildDocuments(asOf, { ...options, now: at }, "alerts", {
      rows: [conditions],
      periods: ["7d"],
      days: JUDGED_DAYS,
    });
    const holding = (rule: string) => ({ evaluations: ruleOf(rule)?.evaluations ?? 1 });
    for (const alert of evaluate([...newest.values()], documents.conditions.conditions, at, holding)) {
      newest.set(alert.key, alert);
      all.set(`${alert.key} ${alert.episode}`, alert);
    }
  }
  const fired = [...all.values()].filter(({ transitions }) => transitions.length > 0);
  return { from, to, evaluations: instants.length, alerts: fired };
}

/** As if somebody had synced: a history that one sync fetched was never judged on the way. */
function everySixHours(from: Utc, to: Utc): Utc[] {
  const all: Utc[] = [];
  for (let at = to; at > from; at = addSeconds(at, -6 * HOUR_SECONDS)) all.unshift(at);
  return thinned(all);
}

function thinned(instants: readonly Utc[]): Utc[] {
  const step = Math.ceil(instants.length / MOST_EVALUATIONS);
  return instants.filter((_, index) => (instants.length - 1 - index) % Math.max(1, step) === 0);
}

/** All records, read once, as they were at any moment since. */
class PastStore {
  readonly #store: Store;
  readonly #kinds: ReadonlyMap<KindName, ReadonlyMap<string, readonly unknown[]>>;

  private constructor(store: Store, kinds: ReadonlyMap<KindName, ReadonlyMap<string, readonly unknown[]>>) {
    this.#store = store;
    this.#kinds = kinds;
  }

  static async open(store: Store): Promise<PastStore> {
    const kinds = new Map<KindName, ReadonlyMap<string, readonly unknown[]>>();
    for (const kind of ["runs", "analyses", "executions", "events", "journal"] as const) {
      const days = new Map<string, readonly unknown[]>();
      for (const day of await store.days(kind)) days.set(day, await store.read(kind, day));
      kinds.set(kind, days);
    }
    return new PastStore(store, kinds);
  }

  lastSync(): Utc | null {
    return this.#syncs().at(-1) ?? null;
  }

  syncsWithin(from: Utc, to: Utc): Utc[] {
    return this.#syncs().filter((at) => at >= from && at <= to);
  }

  asOf(at: Utc): Store {
    const stored = <Name extends KindName>(kind: Name, day: string) =>
      (this.#kinds.get(kind)?.get(day) ?? []) as Stored[Name][];
    return {
      ...this.#store,
      days: async (kind) => [...(this.#kinds.get(kind)?.keys() ?? [])] as (Day | Month)[],
      read: async <Name extends KindName>(kind: Name, day: Day | Month) => {
        if (kind === "runs" && day > dayOf(at)) return [];
        const all = stored(kind, day);
        if (kind === "runs")
          return (all as Stored["runs"][]).filter(
            ({ updated_at, created_at }) => (updated_at ?? created_at) <= at,
          ) as Stored[Name][];
        if (kind === "journal")
          return (all as Stored["journal"][]).filter((entry) => endOf(entry) <= at) as Stored[Name][];
        return all;
      },
      sizes: async () => [],
    };
  }

  #syncs(): Utc[] {
    const months = [...(this.#kinds.get("journal")?.values() ?? [])] as Stored["journal"][][];
    return months.flat().map(endOf).sort();
  }
}

function endOf({ started_at, duration_seconds }: Stored["journal"]): Utc {
  return addSeconds(started_at, Math.ceil(duration_seconds));
}
