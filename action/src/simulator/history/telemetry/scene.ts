import { epoch } from "#core/time.ts";
import { CAUSES, type CauseName } from "#simulator/history/causes.ts";
import type { Fate, Occasion } from "#simulator/history/occasion.ts";
import { type Random, seeded } from "#simulator/history/random.ts";
import type { Story } from "#simulator/history/story.ts";
import type { JobPayload, RunPayload, SimulatedAttempt, StepPayload } from "#simulator/model.ts";

/** Where and when an agent worked, and how that ended. */
export type Scene = {
  /** Its own, so that what one agent does changes nothing elsewhere. */
  random: Random;
  story: Story;
  run: RunPayload;
  job: JobPayload;
  step: StepPayload;
  /** Epoch seconds. */
  at: number;
  /** Epoch milliseconds. */
  from: number;
  to: number;
  /** The number of the issue or pull request. */
  topic: number | null;
  /** Why the agent's step failed; null when it did not. */
  cause: CauseName | null;
};

/** The step of an attempt that an agent ran; null where it was skipped, cut off or still runs. */
export function sceneOf(
  story: Story,
  { topic, pull }: Occasion,
  { run, jobs }: SimulatedAttempt,
  fate: Fate,
  place: { job: string; step: string },
): Scene | null {
  const job = jobs.find(({ name }) => name === place.job);
  const step = job?.steps?.find(({ name }) => name === place.step);
  if (!job || !step?.started_at || !step.completed_at) return null;
  if (step.conclusion !== "success" && step.conclusion !== "failure") return null;
  const failed = step.conclusion === "failure" && "mishap" in fate;
  return {
    random: seeded(job.id % 2 ** 32),
    story,
    run,
    job,
    step,
    at: epoch(step.started_at),
    from: Date.parse(step.started_at) + 800,
    to: Math.max(Date.parse(step.completed_at), Date.parse(step.started_at) + 2000) - 200,
    topic: topic ?? pull?.number ?? null,
    cause: failed ? fate.mishap.cause : null,
  };
}

/** What the step prints when it fails. */
export function lastWords({ cause }: Scene): readonly string[] {
  return cause === null ? ["Done."] : [...CAUSES[cause].output, `##[error]${CAUSES[cause].error}`];
}

export function within({ from, to }: { from: number; to: number }, at: number): boolean {
  return at >= from && at < to;
}

export function uuid(random: Random): string {
  const hex = random.hex(32);
  return [8, 12, 16, 20].reduceRight((id, place) => `${id.slice(0, place)}-${id.slice(place)}`, hex);
}

export function iso(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
