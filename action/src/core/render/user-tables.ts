import type { EventRow } from "#core/documents/events/events.ts";
import type { ExecutionFigures } from "#core/documents/executions/figures.ts";
import type { MetricRow } from "#core/documents/metrics/metrics.ts";
import type { Activity } from "#core/documents/users/activity.ts";
import type { UsersDocument } from "#core/documents/users/users.ts";
import { FIGURES } from "#core/render/columns/agents.ts";
import { filed, within } from "#core/render/columns/column.ts";
import type { CsvColumn } from "#core/render/csv.ts";

type Named = Activity & { kind: "person" | "bot" | "team"; name: string | null; teams: readonly string[] };

/** People, apps and teams one after the other: the same work counts once for who did it and once for the team. */
export function userRows({ people, bots, teams, nobody, no_team }: UsersDocument): Named[] {
  const rest = (kind: Named["kind"], activity: Activity | null): Named[] =>
    activity === null ? [] : [{ kind, name: null, teams: [], ...activity }];
  return [
    ...people.map(({ user, ...row }) => ({ kind: "person" as const, name: user, ...row })),
    ...bots.map(({ user, ...row }) => ({ kind: "bot" as const, name: user, ...row })),
    ...rest("person", nobody),
    ...teams.map(({ team, ...row }) => ({ kind: "team" as const, name: team, teams: [], ...row })),
    ...rest("team", no_team),
  ];
}

export const USER_COLUMNS: readonly CsvColumn<Named>[] = [
  { name: "kind", value: (row) => row.kind },
  { name: "name", value: (row) => row.name },
  { name: "teams", value: (row) => row.teams.join(" · ") },
  { name: "last_seen", value: (row) => row.last_seen },
  { name: "active_days", value: (row) => row.active_days },
  { name: "all_runs", value: (row) => row.runs },
  { name: "agents", value: (row) => row.agents.map(({ agent }) => agent).join(" · ") },
  ...filed(within<Named, ExecutionFigures>(FIGURES, (row) => row.figures)),
];

export const METRIC_COLUMNS: readonly CsvColumn<MetricRow>[] = [
  { name: "metric", value: (row) => row.name },
  { name: "kind", value: (row) => row.kind },
  { name: "unit", value: (row) => row.unit },
  { name: "told", value: (row) => row.told },
  { name: "values", value: (row) => row.values },
  { name: "sum", value: (row) => row.sum },
  { name: "last", value: (row) => row.last },
  { name: "last_at", value: (row) => row.last_at },
  { name: "mean", value: (row) => row.mean },
  { name: "min", value: (row) => row.min },
  { name: "max", value: (row) => row.max },
  {
    name: "buckets",
    value: ({ buckets }) => buckets?.map(({ le, count }) => `${le ?? "+Inf"}:${count}`).join(" ") ?? null,
  },
];

export const EVENT_COLUMNS: readonly CsvColumn<EventRow>[] = [
  { name: "event_id", value: (row) => row.event_id },
  { name: "type", value: (row) => row.type },
  { name: "at", value: (row) => row.at },
  { name: "trust", value: (row) => row.trust },
  { name: "run_id", value: (row) => row.run_id },
  { name: "run_attempt", value: (row) => row.run_attempt },
  { name: "agent", value: (row) => row.agent },
  { name: "user", value: (row) => row.user },
  { name: "environment", value: (row) => row.environment },
  { name: "policy", value: (row) => row.policy.id },
  { name: "policy_result", value: (row) => row.policy.result },
  { name: "tool", value: (row) => row.policy.tool },
  {
    name: "attributes",
    value: (row) =>
      JSON.stringify(Object.fromEntries(row.attributes.map(({ name, value }) => [name, value]))),
  },
];
