import { COLLECTED, type CollectedJob } from "#core/telemetry/collected-job.ts";
import { ResourceSamples } from "#core/telemetry/resource-samples.ts";
import type { Random } from "#simulator/history/random.ts";
import type { Files } from "#simulator/history/telemetry/archive.ts";
import { iso, type Scene } from "#simulator/history/telemetry/scene.ts";

const GB = 1e9;
const SAMPLE_MS = 2000;

/** An artifact of the collect step: what came, and its note of the job. */
export function collectedFiles(scene: Scene, service: string, reported: Files): Files {
  const { run, job, from, to } = scene;
  const note: CollectedJob = {
    collected_job: 1,
    repository: run.repository.full_name,
    run_id: run.id,
    run_attempt: run.run_attempt ?? 1,
    job: job.name,
    workflow_sha: run.head_sha,
    actor: run.actor?.login ?? null,
    ...{ environment: "production", service_name: service },
    ...{ started_at: iso(from - 6000), ended_at: iso(to + 900) },
    resources: sampled(scene).finish(),
    ...{ accepted: Object.keys(reported).length * 40, refused: 0, dropped: 0, redactions: {} },
  };
  return { [COLLECTED.job]: JSON.stringify(note, null, 2), ...reported };
}

/** What the runner and the agent's process used, every two seconds; some programs leak. */
function sampled({ random, from, to }: Scene): ResourceSamples {
  const samples = new ResourceSamples();
  const leak = random.chance(0.15) ? 2.4 : 0.1;
  const base = (0.18 + 0.1 * random.next()) * GB;
  for (let time = from; time < to; time += SAMPLE_MS) {
    const part = (time - from) / (to - from);
    const processMemoryBytes = Math.round(base * (1 + leak * part + wobble(random, 0.05)));
    samples.add({
      time,
      cpuPercent: round(22 + 30 * Math.abs(wobble(random, 1))),
      memoryBytes: Math.round(1.9 * GB + processMemoryBytes + wobble(random, 0.1) * GB),
      diskUsedBytes: Math.round(21 * GB + part * 0.2 * GB),
      processMemoryBytes,
      processCpuPercent: round(35 + 40 * Math.abs(wobble(random, 1))),
    });
  }
  return samples;
}

function wobble(random: Random, most: number): number {
  return (random.next() - 0.5) * 2 * most;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
