import type { Config } from "#core/config.ts";
import type { Run } from "#core/records/run.ts";
import type { Need } from "#core/records/state.ts";
import { telemetrySources } from "#core/telemetry/artifact-choice.ts";

/** What costs a sync more than a request, and is therefore limited by the configuration. */
export type Resource = "readings" | "artifacts" | "logs";
export type Limits = Readonly<Record<Resource, number>>;
export type Cost = Partial<Record<Resource, number>>;

export function limitsOf({ analysis, telemetry }: Pick<Config, "analysis" | "telemetry">): Limits {
  return { readings: analysis.downloads, artifacts: telemetry.artifacts, logs: telemetry.logs };
}

/** What it costs at most to fetch what an attempt lacks: by this a stage stops, and what is left is counted. */
export function costOf(need: Need, run: Run, config: Pick<Config, "agents" | "telemetry">): Cost {
  if (need === "reading") return run.conclusion === "cancelled" ? {} : { readings: 1 };
  if (need !== "telemetry") return {};
  const sources = telemetrySources(run, config.agents);
  if (sources === null) return {};
  // With `artifacts: 0` only logs are asked.
  const artifacts = config.telemetry.artifacts === 0 ? 0 : sources.artifacts.length;
  return artifacts > 0 ? { artifacts } : sources.log ? { logs: 1 } : {};
}

/** What one sync may still take of what is limited. */
export class Allowance {
  readonly #limits: Limits;
  readonly #taken: Record<Resource, number> = { readings: 0, artifacts: 0, logs: 0 };

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  /** Takes so many, of an attempt all or none. More than a whole sync may have is taken by the first that asks. */
  take(resource: Resource, count = 1): boolean {
    if (count === 0) return true;
    const [taken, limit] = [this.#taken[resource], this.#limits[resource]];
    if (limit === 0 || (taken > 0 && taken + count > limit)) return false;
    this.#taken[resource] = taken + count;
    return true;
  }
}

/** How many syncs it takes to pay so much, within the limits of each. */
export function syncsFor(costs: readonly Cost[], limits: Limits): number {
  const resources = Object.keys(limits) as Resource[];
  return Math.max(
    0,
    ...resources.map((resource) => {
      const total = costs.reduce((sum, cost) => sum + (cost[resource] ?? 0), 0);
      return Math.ceil(total / Math.max(1, limits[resource]));
    }),
  );
}
