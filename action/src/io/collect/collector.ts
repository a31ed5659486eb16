import { join } from "node:path";
import type { Previews } from "#core/records/previews.ts";
import type { RedactOptions } from "#core/redact/redact.ts";
import { COLLECTED, type CollectedJob } from "#core/telemetry/collected-job.ts";
import { ResourceSamples } from "#core/telemetry/resource-samples.ts";
import { writeText } from "#io/atomic-file.ts";
import { startReceiver } from "#io/collect/receiver.ts";
import { systemSampler } from "#io/collect/system-sampler.ts";
import { telemetryFile } from "#io/collect/telemetry-file.ts";

export type CollectorOptions = {
  /** Where the files go; they are what the artifact will hold. */
  directory: string;
  /** 0: any free one. */
  port: number;
  job: Pick<
    CollectedJob,
    | "repository"
    | "run_id"
    | "run_attempt"
    | "job"
    | "workflow_sha"
    | "actor"
    | "environment"
    | "service_name"
  >;
  redact: RedactOptions;
  /** How much of what agents were asked, said and did is kept. */
  previews: Previews;
  debug(message: string): void;
};

export type Collector = { url: string; port: number; stop(timeoutMs: number): Promise<CollectedJob> };

const SAMPLE_MS = 2000;
/** What is known so far is written so often, for a collector that is killed. */
const SAMPLES_PER_NOTE = 10;
/** Above this a job's telemetry is dropped, and counted. */
const MOST_BYTES = 512 * 1024 * 1024;

/** Receives telemetry and samples the machine until it is stopped; everything is in files at any time. */
export async function startCollector(options: CollectorOptions): Promise<Collector> {
  const { directory } = options;
  const startedAt = new Date().toISOString();
  const otlp = await telemetryFile(join(directory, COLLECTED.otlp), MOST_BYTES);
  const events = await telemetryFile(join(directory, COLLECTED.events), MOST_BYTES);
  const receiver = await startReceiver({ ...options, otlp, events });
  const samples = new ResourceSamples();
  const sample = systemSampler(directory);
  let taken = 0;

  const noteOf = (endedAt: string | null): CollectedJob => ({
    collected_job: 1,
    ...options.job,
    started_at: startedAt,
    ended_at: endedAt,
    resources: samples.finish(),
    accepted: receiver.counts.accepted,
    refused: receiver.counts.refused,
    dropped: receiver.counts.dropped,
    redactions: receiver.counts.redactions,
  });
  const write = async (note: CollectedJob) => {
    await writeText(join(directory, COLLECTED.job), `${JSON.stringify(note, null, 2)}\n`);
    return note;
  };

  let sampling: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    sampling = sampling
      .then(async () => {
        samples.add(await sample());
        taken += 1;
        if (taken % SAMPLES_PER_NOTE === 0) await write(noteOf(null));
      })
      .catch((error: unknown) => options.debug(`sampling: ${String(error)}`));
  }, SAMPLE_MS);
  await sample();
  await write(noteOf(null));

  return {
    url: receiver.url,
    port: receiver.port,
    async stop(timeoutMs) {
      clearInterval(timer);
      await receiver.close(timeoutMs);
      await sampling;
      await otlp.close();
      await events.close();
      return write(noteOf(new Date().toISOString()));
    },
  };
}
