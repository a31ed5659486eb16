import { describe, expect, it } from "vitest";
import { aUser } from "#simulator/accounts.ts";
import { aJob, aRun, aWorkflow, emptyRepository } from "#simulator/builders.ts";
import { aPull } from "#simulator/conversations.ts";
import { uniformHistory } from "#simulator/history/uniform.ts";
import type { RunPayload, SimulatedRepository } from "#simulator/model.ts";
import { links, type Reply, simulated } from "./client.ts";

const FREE = { perHour: null, secondary: false };
const ids = ({ body }: Reply) => body.workflow_runs.map((run: RunPayload) => run.id);
const withRuns = (...runs: RunPayload[]): SimulatedRepository =>
  emptyRepository("octo-org/agent-fleet", {
    workflows: [aWorkflow(), aWorkflow({ id: 2, name: "Deploy", path: ".github/workflows/deploy.yml" })],
    runs: runs.map((run) => ({ attempts: [{ run, jobs: [aJob(run)] }] })),
  });

describe("listing runs", () => {
  it("goes newest first, whatever the order they were stored in", async () => {
    const { api } = await simulated({
      repositories: [
        withRuns(
          aRun({ id: 1, created_at: "2026-11-02T00:00:00Z" }),
          aRun({ id: 2, created_at: "2026-11-03T00:00:00Z" }),
          aRun({ id: 3, created_at: "2026-11-01T00:00:00Z" }),
        ),
      ],
    });
    expect(ids(await api("/actions/runs"))).toEqual([2, 1, 3]);
  });

  it.each([
    ["actor=mona", [1, 2, 3]],
    ["actor=Hubot", [4]],
    ["branch=feature", [2]],
    ["event=schedule", [3]],
    ["status=failure", [2]],
    ["status=completed", [1, 2, 4]],
    ["status=in_progress", [3]],
    ["status=startup_failure", []],
    ["head_sha=abc", [4]],
    ["check_suite_id=77", [1]],
    ["branch=feature&status=success", []],
    ["branch=", [1, 2, 3, 4]],
  ])("filters by %s", async (query, expected) => {
    const { api } = await simulated({
      repositories: [
        withRuns(
          aRun({ id: 1, check_suite_id: 77 }),
          aRun({ id: 2, head_branch: "feature", conclusion: "failure" }),
          aRun({ id: 3, event: "schedule", status: "in_progress", conclusion: null }),
          aRun({ id: 4, actor: aUser("hubot"), head_sha: "abc", conclusion: "startup_failure" }),
        ),
      ],
    });
    expect(ids(await api(`/actions/runs?${query}`)).sort()).toEqual(expected);
  });

  it("survives runs of people who are gone", async () => {
    const { api } = await simulated({
      repositories: [withRuns(aRun({ actor: null, head_repository: null }))],
    });
    expect(ids(await api("/actions/runs?actor=mona"))).toEqual([]);
    expect((await api("/actions/runs")).body.workflow_runs[0].actor).toBeNull();
  });

  it("takes a window of creation, and refuses one that it cannot read", async () => {
    const { api } = await simulated({
      repositories: [
        withRuns(
          aRun({ id: 1, created_at: "2026-11-01T23:59:59Z" }),
          aRun({ id: 2, created_at: "2026-11-02T00:00:00Z" }),
          aRun({ id: 3, created_at: "2026-11-03T12:00:00Z" }),
        ),
      ],
    });
    expect(ids(await api("/actions/runs?created=2026-11-01..2026-11-02"))).toEqual([2, 1]);
    expect(ids(await api("/actions/runs?created=%3E2026-11-02"))).toEqual([3]);
    expect((await api("/actions/runs?created=yesterday")).status).toBe(422);
  });

  it("serves a workflow's by id and by file, and 404 for a workflow that is gone", async () => {
    const { api } = await simulated({
      repositories: [withRuns(aRun({ id: 1, workflow_id: 2 }), aRun({ id: 3 }))],
    });
    expect(ids(await api("/actions/workflows/2/runs"))).toEqual([1]);
    expect(ids(await api("/actions/workflows/deploy.yml/runs"))).toEqual([1]);
    expect(ids(await api("/actions/workflows/.github%2Fworkflows%2Fdeploy.yml/runs"))).toEqual([1]);
    expect((await api("/actions/workflows/3/runs")).status).toBe(404);
  });

  it("leaves pull requests out when asked to", async () => {
    const { id, number, url, head, base } = aPull();
    const side = ({ ref, sha, repo }: typeof head) => ({
      ref,
      sha,
      repo: { id: repo.id, url: repo.url, name: repo.name },
    });
    const pulls = [{ id, number, url, head: side(head), base: side(base) }];
    const { api } = await simulated({ repositories: [withRuns(aRun({ id: 1, pull_requests: pulls }))] });
    const shown = async (query: string) =>
      (await api(`/actions/runs${query}`)).body.workflow_runs[0].pull_requests.length;
    expect(await shown("")).toBe(1);
    expect(await shown("?exclude_pull_requests=true")).toBe(0);
  });

  it("pages by Link to the end, in the form that names the repository by id", async () => {
    const repository = uniformHistory({ now: "2026-11-20T12:00:00Z", runs: 250, jobsPerRun: 0 });
    const { simulator, api } = await simulated({ repositories: [repository], limits: FREE });
    const seen: number[] = [];
    let next: string | undefined = "/actions/runs?per_page=100";
    let reply: Reply | null = null;
    while (next) {
      reply = await api(next);
      seen.push(...ids(reply));
      next = links(reply.headers).next;
      if (next)
        expect(next).toMatch(
          new RegExp(`^${simulator.url}/repositories/${repository.repository.id}/actions/runs\\?`),
        );
    }
    expect(seen).toEqual(repository.runs.map(({ attempts }) => attempts[0]?.run.id).reverse());
    expect(Object.keys(reply ? links(reply.headers) : {})).toEqual(["prev", "first"]);
    expect((await api("/actions/runs?per_page=999")).body.workflow_runs).toHaveLength(100);
    expect((await api("/actions/runs")).body.workflow_runs).toHaveLength(30);
    expect((await api("/actions/runs?page=9999")).body).toEqual({ total_count: 250, workflow_runs: [] });
  });

  it("has no Link when everything fits on a page", async () => {
    const { api } = await simulated({ repositories: [withRuns(aRun())] });
    expect((await api("/actions/runs")).headers.get("link")).toBeNull();
  });

  it("silently ends filtered lists at 1,000, and counts estimated ones only up to 2,500", async () => {
    const repository = uniformHistory({
      now: "2026-11-20T12:00:00Z",
      runs: 2_600,
      jobsPerRun: 0,
      workflows: 1,
    });
    const { api } = await simulated({ repositories: [repository], limits: FREE });
    const plain = await api("/actions/runs?per_page=100&page=26");
    expect(ids(plain)).toHaveLength(100);
    expect(plain.body.total_count).toBe(2_600);

    const filtered = await api("/actions/runs?event=push&per_page=100&page=10");
    expect(ids(filtered)).toHaveLength(100);
    expect(filtered.body.total_count).toBe(2_500);
    expect(links(filtered.headers).next).toBeUndefined();
    expect(ids(await api("/actions/runs?event=push&per_page=100&page=11"))).toEqual([]);

    const window = await api("/actions/runs?created=%3E%3D2020-01-01&per_page=100");
    expect(links(window.headers).last).toMatch(/page=10$/);
    expect((await api("/actions/workflows/workflow-1.yml/runs")).body.total_count).toBe(2_500);
  });
});

describe("one run", () => {
  it("is its last attempt; earlier ones are asked for by number", async () => {
    const first = aRun({ id: 1, conclusion: "failure" });
    const second = aRun({ id: 1, run_attempt: 2 });
    const repository = withRuns();
    repository.runs.push({
      attempts: [
        { run: first, jobs: [aJob(first, { id: 10 })] },
        { run: second, jobs: [aJob(second, { id: 20 })] },
      ],
    });
    const { api } = await simulated({ repositories: [repository] });
    expect((await api("/actions/runs/1")).body).toMatchObject({ run_attempt: 2, conclusion: "success" });
    expect((await api("/actions/runs/1/attempts/1")).body).toMatchObject({ conclusion: "failure" });
    expect((await api("/actions/runs/1/attempts/3")).status).toBe(404);
    expect((await api("/actions/runs/2")).status).toBe(404);

    const jobs = async (path: string) =>
      (await api(path)).body.jobs.map((job: { id: number }) => job.id).join();
    expect(await jobs("/actions/runs/1/jobs")).toBe("20");
    expect(await jobs("/actions/runs/1/jobs?filter=all")).toBe("10,20");
    expect(await jobs("/actions/runs/1/attempts/1/jobs")).toBe("10");
    expect((await api("/actions/runs/1/attempts/3/jobs")).status).toBe(404);
    expect((await api("/actions/jobs/10")).body.run_attempt).toBe(1);
  });

  it("pages jobs beyond a hundred", async () => {
    const repository = uniformHistory({
      now: "2026-11-20T12:00:00Z",
      runs: 1,
      jobsPerRun: 130,
      stepsPerJob: 1,
    });
    const { api } = await simulated({ repositories: [repository] });
    const id = repository.runs[0]?.attempts[0]?.run.id;
    const page = await api(`/actions/runs/${id}/jobs?per_page=100`);
    expect(page.body.jobs).toHaveLength(100);
    const rest = await api(links(page.headers).next ?? "");
    expect(rest.body.jobs).toHaveLength(30);
    expect(rest.body.total_count).toBe(130);
  });

  it("changes as the truth does: runs appear, re-run, gain jobs and vanish", async () => {
    const repository = withRuns(aRun({ id: 1, created_at: "2026-11-01T00:00:00Z" }));
    const { api } = await simulated({ repositories: [repository] });
    expect(ids(await api("/actions/runs"))).toEqual([1]);

    const run = aRun({ id: 2, created_at: "2026-11-02T00:00:00Z", status: "in_progress", conclusion: null });
    const attempt = { run, jobs: [aJob(run, { id: 20 })] };
    repository.runs.push({ attempts: [attempt] });
    expect(ids(await api("/actions/runs"))).toEqual([2, 1]);

    attempt.jobs.push(aJob(run, { id: 21 }));
    expect((await api("/actions/jobs/21")).status).toBe(200);
    const again = aRun({ id: 2, run_attempt: 2, created_at: "2026-11-02T00:00:00Z" });
    repository.runs[1]?.attempts.push({ run: again, jobs: [] });
    expect((await api("/actions/runs/2")).body.run_attempt).toBe(2);

    repository.runs.shift();
    expect((await api("/actions/runs/1")).status).toBe(404);
  });
});
