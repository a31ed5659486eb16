import type { Store } from "#app/effects.ts";
import type { StoredEvent } from "#core/records/event.ts";
import type { Execution } from "#core/records/execution.ts";
import type { Run } from "#core/records/run.ts";
import type { UserMetric } from "#core/records/user-metric.ts";
import { addSeconds, DAY_SECONDS } from "#core/time.ts";
import { aJournalEntry, anEvent, anExecution, aRepositoryRecord, aState, aUsage } from "../../builders.ts";
import { memoryStore } from "../../memory-store.ts";
import { FLEET_WORKFLOWS, fleetRuns, HOSTILE } from "../fleet.ts";
import { NOW } from "../rendered.ts";

const PEOPLE = ["mona", "hubot", "lee", "dependabot[bot]", HOSTILE];

/** The fleet with several people, agents that tell metrics, and programs that tell events, hostile ones among them. */
export function tellingStore(): Store {
  const runs = fleetRuns().map((run) => ({
    ...run,
    triggering_actor: run.actor === null ? null : (PEOPLE[run.id % 7] ?? "mona"),
  }));
  return memoryStore({
    repository: aRepositoryRecord({ workflows: FLEET_WORKFLOWS }),
    state: aState({ own_workflow_id: 14 }),
    journal: [aJournalEntry()],
    runs,
    executions: runs.filter(({ workflow_id }) => workflow_id === 12).map(executionOf),
    events: events(),
  });
}

function executionOf(run: Run, index: number): Execution {
  return anExecution({
    execution_id: `${run.id.toString(16)}${run.run_attempt}`.padStart(16, "0"),
    run_id: run.id,
    run_attempt: run.run_attempt,
    status: run.conclusion === "failure" ? "failure" : "success",
    usage: index % 4 === 0 ? [] : [aUsage()],
    team: index % 9 === 0 ? HOSTILE : null,
    metrics: [
      metric({ name: "packages.checked", kind: "counter", value: 40 + (index % 12), unit: null }),
      metric({ name: "queue.depth", value: index % 8, unit: "jobs" }),
      ...(index % 2 === 0
        ? [
            metric({
              name: "answer.time",
              kind: "histogram",
              value: 5400,
              count: 4,
              min: 300,
              max: 3000,
              unit: "ms",
            }),
          ]
        : []),
      ...(index % 5 === 0
        ? [metric({ name: HOSTILE, kind: "counter", value: 1, unit: HOSTILE.slice(0, 50) })]
        : []),
    ],
  });
}

function metric(over: Partial<UserMetric>): UserMetric {
  return {
    name: "m",
    kind: "gauge",
    unit: null,
    labels: {},
    buckets: null,
    value: 1,
    count: 1,
    min: over.value ?? 1,
    max: over.value ?? 1,
    ...over,
  };
}

/** A deployment every second day, two at once, a hostile one, and reactions too frequent to be drawn. */
function events(): StoredEvent[] {
  const reported = Array.from({ length: 9 }, (_, index) => ({
    timestamp: addSeconds(NOW, -index * 2 * DAY_SECONDS - 7200),
    attributes: { version: 40 - index, target: "production" },
  }));
  const reactions = Array.from({ length: 60 }, (_, index) => ({
    type: "custom.reaction" as const,
    timestamp: addSeconds(NOW, -index * 7200 - 60),
    run_id: null,
    run_attempt: null,
  }));
  const others = [
    { type: "custom.release" as const, timestamp: addSeconds(NOW, -7500), attributes: { tag: "v7.0.0" } },
    {
      type: "custom.note" as const,
      timestamp: addSeconds(NOW, -3 * DAY_SECONDS),
      attributes: { [HOSTILE.slice(0, 90)]: HOSTILE },
    },
    {
      type: "custom.metric" as const,
      timestamp: addSeconds(NOW, -DAY_SECONDS),
      attributes: { name: "coverage", value: 0.8125, kind: "gauge" },
    },
  ];
  return [...reported, ...others, ...reactions].map((over, index) =>
    anEvent({
      event_id: (index + 1).toString(16).padStart(16, "0"),
      run_id: 2000 + (index % 8),
      agent_id: index % 3 === 0 ? HOSTILE : "steward",
      ...over,
    }),
  );
}
