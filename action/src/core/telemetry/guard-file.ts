import * as z from "zod";
import type { Artifact, Job, Run, Step } from "#core/records/run.ts";

/** What a guard step leaves for the sync: one artifact with one file. */
export const GUARD_ARTIFACT = "agentops-guard";
export const GUARD_FILE = "agentops-guard.json";
const NAME = /^agentops-guard-[0-9a-f]{8}$/;

/** `agentops-guard.json`: of which attempt it is; the event itself is held to its own schema. */
export const GuardFile = z.object({
  guard: z.literal(1),
  run_id: z.number().int().positive(),
  run_attempt: z.number().int().positive(),
  event: z.record(z.string(), z.unknown()),
});
export type GuardFile = z.infer<typeof GuardFile>;

/** What a step that asks the guard is called: by GitHub after its action, or by people. */
const STEP = /\bagentops\b|\bguard\b/i;

/**
 * Artifacts of an attempt that a guard step left, by their names. Whatever runs in a job can leave an artifact of any
 * name, so none is believed by what it says: GitHub tells when it was made, and it must have been while a step ran that
 * is called after the guard; what runs before the agent's step ends before it begins. Two in the time of one step are
 * none. An agent can neither choose the names of steps nor make anything in the past.
 */
export function guardArtifacts(run: Pick<Run, "from_fork" | "artifacts" | "jobs" | "run_attempt">): string[] {
  if (run.from_fork) return [];
  const artifacts = (run.artifacts ?? []).filter(({ name }) => NAME.test(name));
  const steps = (run.jobs ?? []).filter((job) => job.run_attempt === run.run_attempt).flatMap(guardSteps);
  const isMadeBy = (artifact: Artifact, step: Step) => {
    if (!isDuring(artifact, step)) return false;
    // Guards of several jobs may ask at the same time, and leave one each.
    const makers = steps.filter((other) => overlap(step, other)).length;
    return artifacts.filter((other) => isDuring(other, step)).length <= makers;
  };
  return artifacts
    .filter((artifact) => steps.some((step) => isMadeBy(artifact, step)))
    .map(({ name }) => name);
}

function guardSteps({ steps }: Job): Step[] {
  return steps.filter(({ name, conclusion }) => STEP.test(name) && conclusion !== "skipped");
}

function isDuring({ created_at: at }: Artifact, { started_at, completed_at }: Step): boolean {
  return (
    at !== null && started_at !== null && completed_at !== null && started_at <= at && at <= completed_at
  );
}

function overlap(a: Step, b: Step): boolean {
  return (a.started_at ?? "") <= (b.completed_at ?? "") && (b.started_at ?? "") <= (a.completed_at ?? "");
}
