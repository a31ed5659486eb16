import * as z from "zod";
import type { Artifact } from "#core/records/run.ts";
import { Count, Id, Name, type Reading, read, Text, Time } from "#core/sync/payload/tolerant.ts";

const Payload = z.object({
  id: Id,
  name: Name,
  size_in_bytes: Count,
  url: z.string(),
  digest: Text,
  created_at: Time,
  expires_at: Time,
  expired: z.boolean().catch(false),
  workflow_run: z.object({ id: Id }).nullish().catch(null),
});

/** An artifact, and the run it belongs to where GitHub says so (per-run lists need not). */
export function readArtifact(payload: unknown): Reading<{ artifact: Artifact; runId: number | null }> {
  const reading = read(Payload, payload);
  if (reading.value === null) return reading;
  const { workflow_run, ...artifact } = reading.value;
  return { value: { artifact, runId: workflow_run?.id ?? null }, problem: null };
}
