import { percentileBreach, type Timing } from "#core/alerts/percentile-rule.ts";
import type { Attempt } from "#core/attempts/attempt.ts";
import type { Context } from "#core/attempts/context.ts";
import type { Fold } from "#core/attempts/fold.ts";
import { grouped } from "#core/attempts/grouped.ts";
import { isChild } from "#core/attempts/invocation.ts";
import type { AlertsConfig } from "#core/config/alerts.ts";
import { globs } from "#core/glob.ts";
import { type Condition, type Subject, subjectOf } from "#core/records/condition.ts";
import { addSeconds, DAY_SECONDS } from "#core/time.ts";

const DAYS = 7;
const MOST_NAMES = 500;

type Limited = AlertsConfig["responses"][number];
type Named = { name: string; seconds: number };

/** How fast agents, models, providers, tools and steps answered in the last seven days, against configured limits. */
export function watchedResponses({ config, now }: Context): Fold<Condition[]> {
  const from = addSeconds(now, -DAYS * DAY_SECONDS);
  const limits = config.alerts.responses.map((limit) => ({
    limit,
    matches: globs([limit.match]),
    timings: grouped(MOST_NAMES, (_: string): Timing[] => []),
  }));
  return {
    add(attempt) {
      if (limits.length === 0 || attempt.own || attempt.at < from || attempt.at > now) return;
      const { id: run_id, run_attempt } = attempt.run;
      for (const { limit, matches, timings } of limits)
        for (const { name, seconds } of responses(attempt, limit.of))
          if (matches(name)) timings.of(name)?.push({ run_id, run_attempt, seconds });
    },
    finish: () =>
      limits.flatMap(({ limit, timings }) =>
        [...timings.groups].flatMap(([name, of]) =>
          percentileBreach(of, respondent(limit, name), {
            percentile: limit.percentile ?? null,
            limit: limit.seconds,
          }),
        ),
      ),
  };
}

function respondent({ of, percentile }: Limited, name: string): Subject {
  const figure = percentile === undefined ? "mean" : `p${percentile}`;
  return subjectOf("row", `${of} ${figure} ${name}`, `${of} ${name} (${figure})`);
}

function responses({ invocations, jobs }: Attempt, of: Limited["of"]): Named[] {
  switch (of) {
    case "agent":
      return invocations.flatMap((invocation) =>
        invocation.duration === null || isChild(invocation)
          ? []
          : { name: invocation.agent, seconds: invocation.duration },
      );
    case "tool":
      return invocations.flatMap(({ execution }) =>
        (execution?.tools ?? []).flatMap(({ name, calls, duration_ms }) =>
          calls === 1 && duration_ms !== null ? { name, seconds: duration_ms / 1000 } : [],
        ),
      );
    case "step":
      return jobs.flatMap(({ steps }) =>
        steps.flatMap(({ name, duration_seconds }) =>
          duration_seconds === null ? [] : { name, seconds: duration_seconds },
        ),
      );
    case "model":
    case "provider":
      return invocations.flatMap(({ execution, lines }) => {
        const providers = new Map(lines.map(({ item, provider }) => [item, provider]));
        return (execution?.steps ?? []).flatMap(({ operation, model, duration_ms }) => {
          const asked = model ?? execution?.model ?? null;
          const name = of === "model" ? asked : (providers.get(asked) ?? null);
          if (operation !== "llm_request" || duration_ms === null || name === null) return [];
          return { name, seconds: duration_ms / 1000 };
        });
      });
  }
}
