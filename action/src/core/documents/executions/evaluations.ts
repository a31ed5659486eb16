import * as z from "zod";
import type { InvocationFold } from "#core/attempts/fold.ts";
import { entry } from "#core/entry.ts";
import { mean } from "#core/statistics/distribution.ts";
import { Rate, rate } from "#core/statistics/rate.ts";

const Count = z.number().int();

/** What evaluations, guardrails and people said about the quality of a set of executions. */
export const Evaluations = z.strictObject({
  /** Executions with telemetry that anything said anything about. */
  scored: Rate,
  /** Of the answers of guardrails, those that found a violation. */
  violations: Rate,
  /** Of all answers that passed or did not. */
  passed: Rate,
  /** By name, most answers first. */
  by_name: z.array(
    z.strictObject({
      name: z.string(),
      kind: z.enum(["evaluation", "guardrail", "score"]),
      answers: Count,
      mean_score: z.number().nullable(),
      passed: Rate,
    }),
  ),
});
export type Evaluations = z.infer<typeof Evaluations>;

type Tally = {
  kind: "evaluation" | "guardrail" | "score";
  n: number;
  scores: number[];
  passed: number;
  judged: number;
};

/** More names than this are noise. */
const MOST_NAMES = 50;

export function evaluations(): InvocationFold<Evaluations> {
  const names = new Map<string, Tally & { name: string }>();
  const n = { told: 0, scored: 0, guards: 0, violations: 0, judged: 0, passed: 0 };
  return {
    add({ execution }) {
      if (execution === null) return;
      n.told += 1;
      if (execution.evals.length > 0) n.scored += 1;
      for (const { name, kind, score, passed } of execution.evals) {
        const key = `${kind} ${name}`;
        const tally = entry(names, key, () => ({ name, kind, n: 0, scores: [], passed: 0, judged: 0 }));
        tally.n += 1;
        if (score !== null) tally.scores.push(score);
        if (passed === null) continue;
        tally.judged += 1;
        n.judged += 1;
        if (passed) tally.passed += 1;
        if (passed) n.passed += 1;
        if (kind === "guardrail") n.guards += 1;
        if (kind === "guardrail" && !passed) n.violations += 1;
      }
    },
    finish: () => ({
      scored: rate(n.scored, n.told),
      violations: rate(n.violations, n.guards),
      passed: rate(n.passed, n.judged),
      by_name: [...names.values()]
        .sort((a, b) => b.n - a.n || (a.name < b.name ? -1 : 1))
        .slice(0, MOST_NAMES)
        .map(({ name, kind, n: answers, scores, passed, judged }) => ({
          name,
          kind,
          answers,
          mean_score: mean(scores),
          passed: rate(passed, judged),
        })),
    }),
  };
}
