import { describe, expect, it } from "vitest";
import { addSeconds } from "#core/time.ts";
import { aJob, aRun, emptyRepository } from "#simulator/builders.ts";
import { aWorld, NOW } from "./sync-world.ts";

const START = addSeconds(NOW, -86_400);

/** A run whose second job waited so long, after somebody approved or without. */
function waiting(id: number, seconds: number) {
  const run = aRun({ id, created_at: START, run_started_at: START, updated_at: addSeconds(START, 40_000) });
  const job = (n: number, name: string, created: number, wait: number) =>
    aJob(run, {
      id: id * 10 + n,
      name,
      created_at: addSeconds(START, created),
      started_at: addSeconds(START, created + wait),
      completed_at: addSeconds(START, created + wait + 30),
    });
  return { attempts: [{ run, jobs: [job(1, "build", 0, 4), job(2, "production", 34, seconds)] }] };
}

function approved(name: string) {
  return [{ state: "approved", comment: "", user: aRun().actor, environments: [{ id: 1, name }] }] as never;
}

async function synced(reviewed: boolean, seconds: number) {
  const approvals = new Map(reviewed ? [[1, approved("production")]] : []);
  const world = await aWorld(emptyRepository(undefined, { runs: [waiting(1, seconds)], approvals }));
  const { entry } = await world.sync();
  const asked = entry.requests.filter(({ endpoint }) => endpoint.includes("approvals"));
  const [run] = await world.runs();
  return {
    asked: asked.reduce((sum, { requests }) => sum + requests, 0),
    waits: run?.jobs?.map(({ queued_seconds, approval_seconds }) => [queued_seconds, approval_seconds]),
  };
}

describe("a job that waited long", () => {
  it("waited for the approval that GitHub tells of, which costs one request", async () => {
    expect(await synced(true, 10_740)).toEqual({
      asked: 1,
      waits: [
        [4, 0],
        [null, 10_740],
      ],
    });
  });

  it("waited for a runner where GitHub tells of none", async () => {
    expect(await synced(false, 10_740)).toEqual({
      asked: 1,
      waits: [
        [4, 0],
        [10_740, 0],
      ],
    });
  });

  it("is asked about alone: of others GitHub is asked nothing more", async () => {
    expect(await synced(true, 20)).toMatchObject({ asked: 0 });
  });
});
