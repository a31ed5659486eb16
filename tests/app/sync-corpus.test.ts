import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Config } from "#core/config.ts";
import type { Job, Run } from "#core/records/run.ts";
import { readArtifact } from "#core/sync/payload/artifact.ts";
import { readJob } from "#core/sync/payload/job.ts";
import { toUtc } from "#core/time.ts";
import type { ArtifactPayload, JobPayload, RunPayload } from "#simulator/model.ts";
import { replayFolder } from "#simulator/replay.ts";
import { aWorld } from "./sync-world.ts";

/** Objects that GitHub really served, where they are at hand; they are not ours to copy. */
const CORPUS = join(import.meta.dirname, "../../../shared/corpus/api");

/** The fields a record shares with its source, as the source says them. */
function runFields(run: RunPayload): Partial<Run> {
  return {
    id: run.id,
    run_number: run.run_number,
    run_attempt: run.run_attempt ?? 1,
    workflow_id: run.workflow_id,
    workflow_name: run.name || null,
    display_title: run.display_title || null,
    event: run.event,
    status: run.status,
    conclusion: run.conclusion || null,
    head_branch: run.head_branch || null,
    head_sha: run.head_sha,
    head_repository: run.head_repository?.full_name ?? null,
    actor: run.actor?.login ?? null,
    triggering_actor: run.triggering_actor?.login ?? null,
    created_at: toUtc(run.created_at) ?? "",
    run_started_at: toUtc(run.run_started_at),
    updated_at: toUtc(run.updated_at),
    html_url: run.html_url,
    ...(run.path && { workflow_file: run.path.split("@")[0] ?? null }),
    ...(run.head_commit && {
      head_commit: {
        message: run.head_commit.message.split(/\r?\n/)[0] ?? "",
        author: run.head_commit.author?.name ?? null,
      },
    }),
  };
}

function jobFields(job: JobPayload) {
  return {
    id: job.id,
    name: job.name,
    status: job.status,
    conclusion: job.conclusion || null,
    created_at: toUtc(job.created_at),
    started_at: toUtc(job.started_at),
    completed_at: toUtc(job.completed_at),
    labels: job.labels,
    runner_name: job.runner_name || null,
    runner_group_name: job.runner_group_name || null,
    steps: (job.steps ?? []).map((step) => ({
      number: step.number,
      name: step.name,
      status: step.status,
      conclusion: step.conclusion || null,
      started_at: toUtc(step.started_at),
      completed_at: toUtc(step.completed_at),
    })),
  };
}

function objects<T>(file: string): T[] {
  return readFileSync(join(CORPUS, "objects", file), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line).object);
}

/** Some of these runs are years old. */
const KEPT = Config.parse({
  ...{ telemetry: { artifacts: 0, logs: 0 } },
  retention: { "detail-days": 3650, "telemetry-days": 3650, "excerpts-days": 3650 },
});

describe.skipIf(!existsSync(CORPUS))("sync of recorded GitHub objects", () => {
  it("stores every attempt with every kept field as its source has it", async () => {
    for (const repository of await replayFolder(CORPUS)) {
      const world = await aWorld(repository);
      const result = await world.sync({ lookbackDays: 7300, config: KEPT });
      const stored = await world.runs();
      const truth = repository.runs.flatMap(({ attempts }) => attempts);
      expect(result).toMatchObject({ stopped: null, entry: { parse_errors: 0 } });
      expect(stored).toHaveLength(truth.length);
      for (const { run, jobs } of truth) {
        const record = stored.find(
          ({ id, run_attempt }) => id === run.id && run_attempt === (run.run_attempt ?? 1),
        );
        expect(record).toMatchObject(runFields(run));
        if (record?.detail === "full") {
          expect(record.jobs).toHaveLength(jobs.length);
          expect(record.jobs).toEqual(
            expect.arrayContaining(jobs.map((job) => expect.objectContaining({ id: job.id }))),
          );
          for (const job of jobs)
            expect(record.jobs?.find(({ id }: Job) => id === job.id)).toMatchObject(jobFields(job));
        } else expect(run.status).not.toBe("completed");
      }
    }
  }, 120_000);

  it("reads every recorded job, step and artifact as it is, those without their run too", () => {
    for (const payload of objects<JobPayload>("jobs.ndjson"))
      expect(readJob(payload, 1).value).toMatchObject(jobFields(payload));
    for (const payload of objects<ArtifactPayload>("artifacts.ndjson")) {
      const { id, name, size_in_bytes, url, expired } = payload;
      expect(readArtifact(payload).value?.artifact).toMatchObject({ id, name, size_in_bytes, url, expired });
    }
  });
});
