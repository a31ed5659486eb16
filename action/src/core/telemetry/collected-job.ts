import * as z from "zod";
import { Resources } from "#core/records/resources.ts";

/** Names of the files in the artifact that `collect` uploads. */
export const COLLECTED = {
  job: "agentops-job.json",
  otlp: "agentops-otlp.jsonl",
  events: "agentops-events.jsonl",
  /** What programs and `agentops emit` append themselves. */
  emitted: "agentops-emitted.jsonl",
  /** What the files that agents left on the runner tell: an Execution a line. */
  executions: "agentops-executions.jsonl",
} as const;

const Text = z.string().max(300);

/** `agentops-job.json`: which job the telemetry beside it comes from, and what the runner used meanwhile. */
export const CollectedJob = z.object({
  collected_job: z.literal(1),
  repository: Text.nullable(),
  run_id: z.number().int().positive().nullable(),
  run_attempt: z.number().int().positive().nullable(),
  /** The job's key in the workflow file, which is not its name. */
  job: Text.nullable(),
  workflow_sha: Text.nullable(),
  actor: Text.nullable(),
  environment: Text.nullable(),
  service_name: Text.nullable(),
  started_at: z.iso.datetime(),
  /** Null while it runs, and for a receiver that was killed. */
  ended_at: z.iso.datetime().nullable(),
  resources: Resources.nullable(),
  accepted: z.number().int(),
  refused: z.number().int(),
  dropped: z.number().int(),
  redactions: z.record(z.string(), z.number().int()),
});
export type CollectedJob = z.infer<typeof CollectedJob>;
