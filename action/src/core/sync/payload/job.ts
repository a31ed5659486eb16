import * as z from "zod";
import type { Job, Step } from "#core/records/run.ts";
import {
  atMost,
  Id,
  NameOrNull,
  type Reading,
  read,
  ShortName,
  Text,
  Time,
} from "#core/sync/payload/tolerant.ts";
import { secondsBetween, type Utc } from "#core/time.ts";

/** GitHub takes fewer; a job that says more is kept to these. */
const MOST_STEPS = 1_000;
const MOST_LABELS = 100;

const StepPayload = z.object({
  number: z.number().int(),
  name: ShortName,
  status: Text,
  conclusion: Text,
  started_at: Time,
  completed_at: Time,
});

/** The part of GitHub's `job` that we keep. */
const Payload = z.object({
  id: Id,
  run_attempt: Id.nullish().catch(null),
  name: ShortName,
  status: Text,
  conclusion: Text,
  created_at: Time,
  started_at: Time,
  completed_at: Time,
  labels: atMost(MOST_LABELS, ShortName).nullish().catch([]),
  runner_name: NameOrNull,
  runner_group_name: NameOrNull,
  // Absent on queued jobs and on those cancelled before they started.
  steps: atMost(MOST_STEPS, StepPayload).nullish(),
});

/** @param attempt of the list it stands in, for payloads that do not say */
export function readJob(payload: unknown, attempt: number): Reading<Job> {
  const reading = read(Payload, payload);
  return reading.value === null ? reading : { value: toJob(reading.value, attempt), problem: null };
}

/** In these states `started_at` is not a start: GitHub fills it with the creation. */
const NOT_STARTED: ReadonlySet<string> = new Set(["queued", "waiting", "requested", "pending"]);

function toJob(payload: z.infer<typeof Payload>, attempt: number): Job {
  const status = payload.status ?? "unknown";
  const started = payload.conclusion !== "skipped" && !NOT_STARTED.has(status);
  return {
    id: payload.id,
    run_attempt: payload.run_attempt ?? attempt,
    name: payload.name,
    status,
    conclusion: payload.conclusion,
    created_at: payload.created_at,
    started_at: payload.started_at,
    completed_at: payload.completed_at,
    duration_seconds: durationOf(payload),
    // Until somebody is asked what held it (`core/sync/waits.ts`).
    approval_seconds: null,
    queued_seconds: started ? secondsBetween(payload.created_at, payload.started_at) : null,
    labels: payload.labels ?? [],
    runner_name: payload.runner_name,
    runner_group_name: payload.runner_group_name,
    steps: (payload.steps ?? []).map(toStep),
  };
}

function toStep(payload: z.infer<typeof StepPayload>): Step {
  return {
    number: payload.number,
    name: payload.name,
    status: payload.status ?? "unknown",
    conclusion: payload.conclusion,
    started_at: payload.started_at,
    completed_at: payload.completed_at,
    duration_seconds: durationOf(payload),
  };
}

/** Skipped jobs and steps carry dates too, some of them years apart. */
function durationOf(part: {
  conclusion: string | null;
  started_at: Utc | null;
  completed_at: Utc | null;
}): number | null {
  return part.conclusion === "skipped" ? null : secondsBetween(part.started_at, part.completed_at);
}
