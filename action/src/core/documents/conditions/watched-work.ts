import { limitsOf } from "#core/alerts/limits.ts";
import { errorRate, failuresInRow, successDrop } from "#core/alerts/outcome-rules.ts";
import { runaway } from "#core/alerts/runaway-rule.ts";
import { Series, sampleOf } from "#core/alerts/series.ts";
import { SHIFTS, shift } from "#core/alerts/shift-rules.ts";
import type { Context } from "#core/attempts/context.ts";
import type { Fold } from "#core/attempts/fold.ts";
import { grouped } from "#core/attempts/grouped.ts";
import { type Condition, type Subject, subjectOf } from "#core/records/condition.ts";
import { workflowOf } from "#core/records/run.ts";

/** Anybody can make up names in telemetry. */
const MOST_AGENTS = 100;
const MOST_WORKFLOWS = 1000;

type Watched = { subject: Subject; series: Series };

/** How workflows and agents fare, and what they take: the rules that need samples of attempts. */
export function watchedWork({ config, now }: Context): Fold<Condition[]> {
  const limits = limitsOf(config.alerts);
  const workflows = grouped(MOST_WORKFLOWS, (id: number) => watched("workflow", String(id)));
  const agents = grouped(MOST_AGENTS, (name: string) => ({
    ...watched("agent", name),
    workflows: new Set<number>(),
  }));
  return {
    add(attempt) {
      const sample = sampleOf(attempt);
      if (sample === null) return;
      const { run } = attempt;
      const workflow = workflows.of(run.workflow_id);
      if (workflow !== null) {
        workflow.subject = subjectOf("workflow", String(run.workflow_id), workflowOf(run));
        workflow.series.add(sample);
      }
      for (const name of attempt.agents) {
        const agent = agents.of(name);
        agent?.series.add(sample);
        agent?.workflows.add(run.workflow_id);
      }
    },
    finish() {
      // An agent of a single workflow fails and costs as that does: one cause, one alert.
      const several = [...agents.groups.values()].filter((agent) => agent.workflows.size > 1);
      const all: Watched[] = [...workflows.groups.values(), ...several];
      return all.flatMap(({ subject, series }) => {
        const samples = series.newest();
        return [
          ...failuresInRow(samples, subject),
          ...errorRate(samples, subject, limits.errorRate),
          ...successDrop(samples, subject),
          ...SHIFTS.flatMap((shifting) => shift(samples, subject, shifting, all.length)),
          ...runaway(samples, subject, { now, floor: limits.runaway }),
        ];
      });
    },
  };
}

function watched(kind: "workflow" | "agent", id: string): Watched {
  return { subject: subjectOf(kind, id), series: new Series() };
}
