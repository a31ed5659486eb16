import * as z from "zod";
import { type Invocation, isChild } from "#core/attempts/invocation.ts";
import { ExecutionFigures, executionFigures } from "#core/documents/executions/figures.ts";
import {
  compareExecutions,
  type ExecutionValues,
  executionValues,
} from "#core/documents/executions/values.ts";
import { entry } from "#core/entry.ts";
import { workflowOf } from "#core/records/run.ts";
import { compareRates, Difference } from "#core/statistics/compare.ts";
import { ENOUGH } from "#core/statistics/enough.ts";
import { isCommit } from "#core/telemetry/with-versions.ts";
import { Utc } from "#core/time.ts";

/** What may change between two executions of one agent in one workflow. */
export const DIMENSIONS = ["prompt_version", "model", "agent_version", "workflow_version"] as const;
type Dimension = (typeof DIMENSIONS)[number];

/** What versions are compared by, named with their units. */
export const METRICS = ["success", "duration_seconds", "cost_nano_usd", "tokens"] as const;
export type Metric = (typeof METRICS)[number];

/** What one version did. */
const VersionRow = z.strictObject({
  /** Text of strangers. */
  version: z.string(),
  first_seen: Utc,
  last_seen: Utc,
  figures: ExecutionFigures,
});
type VersionRow = z.infer<typeof VersionRow>;

/** Two versions that followed each other, of one agent in one workflow. */
export const VersionComparison = z.strictObject({
  dimension: z.enum(DIMENSIONS),
  workflow: z.string(),
  agent: z.string(),
  before: VersionRow,
  after: VersionRow,
  /** Both were in use at the same time, so that nothing else changed in between. */
  overlapping: z.boolean(),
  /** Versions of the same stretch that are not shown. */
  others: z.number().int(),
  metrics: z.record(z.enum(METRICS), Difference),
});
export type VersionComparison = z.infer<typeof VersionComparison>;

type Side = {
  version: string;
  first: Utc;
  last: Utc;
  figures: ReturnType<typeof executionFigures>;
  n: number;
  values: ReturnType<typeof executionValues>;
};
type Scope = { dimension: Dimension; workflow: string; agent: string; versions: Map<string, Side> };

/**
 * Compares, for every agent in every workflow, the newest version with the one before it, where both have enough
 * executions; else the newest two. Invocations come oldest first.
 */
export function versionsFold() {
  const scopes = new Map<string, Scope>();
  return {
    add(invocation: Invocation) {
      const { execution, run, agent } = invocation;
      if (execution === null || isChild(invocation)) return;
      for (const dimension of DIMENSIONS) {
        const version = execution[dimension];
        // Older records call the commit one, which every run has of its own.
        if (version === null || isCommit(version, run)) continue;
        const workflow = workflowOf(run);
        const key = JSON.stringify([dimension, run.workflow_id, agent]);
        const scope = entry(scopes, key, () => ({ dimension, workflow, agent, versions: new Map() }));
        scope.workflow = workflow;
        addTo(scope.versions, version, invocation);
      }
    },
    /** Most executions first. */
    finish(): VersionComparison[] {
      const found = [...scopes.values()].flatMap((scope) => compare(scope) ?? []);
      const n = ({ before, after }: VersionComparison) =>
        before.figures.executions + after.figures.executions;
      return found.sort((a, b) => n(b) - n(a) || (nameOf(a) < nameOf(b) ? -1 : 1));
    },
  };
}

function addTo(versions: Map<string, Side>, version: string, invocation: Invocation): void {
  const { startedAt: at } = invocation;
  const side = entry(versions, version, () => newSide(version, at));
  side.n += 1;
  side.figures.add(invocation);
  side.values.add(invocation);
  if (at < side.first) side.first = at;
  if (at > side.last) side.last = at;
}

function newSide(version: string, at: Utc): Side {
  return { version, first: at, last: at, n: 0, figures: executionFigures(), values: executionValues() };
}

function compare({ dimension, workflow, agent, versions }: Scope): VersionComparison | null {
  const inOrder = [...versions.values()].sort(
    (a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0) || (a.version < b.version ? -1 : 1),
  );
  const enough = inOrder.filter(({ n }) => n >= ENOUGH.comparison);
  const [before, after] = (enough.length >= 2 ? enough : inOrder).slice(-2);
  if (before === undefined || after === undefined) return null;
  const [one, two] = [rowOf(before), rowOf(after)];
  const [earlier, later] = [before.values.finish(), after.values.finish()];
  const of = (metric: keyof ExecutionValues) => compareExecutions(metric, earlier, later);
  return {
    dimension,
    workflow,
    agent,
    before: one,
    after: two,
    overlapping: before.last > after.first,
    others: inOrder.length - 2,
    metrics: {
      success: compareRates(one.figures.success, two.figures.success, "higher"),
      duration_seconds: of("duration_seconds"),
      cost_nano_usd: of("cost_nano_usd"),
      tokens: of("tokens"),
    },
  };
}

function rowOf({ version, first, last, figures }: Side): VersionRow {
  return { version, first_seen: first, last_seen: last, figures: figures.finish() };
}

function nameOf({ dimension, workflow, agent }: VersionComparison): string {
  return `${workflow}\n${agent}\n${dimension}`;
}
