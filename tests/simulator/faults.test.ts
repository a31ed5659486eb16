import { describe, expect, it } from "vitest";
import { aRun, emptyRepository } from "#simulator/builders.ts";
import { simulated } from "./client.ts";

const start = () => simulated({ repositories: [emptyRepository()] });

describe("a fault", () => {
  it.each([
    ["429", 429, "5", /secondary rate limit/],
    ["429-no-time", 429, null, /secondary rate limit/],
    ["403-retry-after", 403, "5", /secondary rate limit/],
    ["403-secondary", 403, null, /secondary rate limit/],
    ["500", 500, null, /Server Error/],
    ["502", 502, null, /<html>/],
    ["503", 503, null, /<html>/],
    ["html", 200, null, /<html>/],
  ] as const)("of kind %s answers %i, Retry-After %s", async (kind, status, retryAfter, text) => {
    const { simulator, api } = await start();
    simulator.faults.add({ match: /actions\/runs/, kind, seconds: 5 });
    const reply = await api("/actions/runs");
    expect(reply.status).toBe(status);
    expect(reply.headers.get("retry-after")).toBe(retryAfter);
    expect(JSON.stringify(reply.body)).toMatch(text);
    expect(simulator.transcript).toMatchObject([{ status, route: "/actions/runs" }]);
    expect((await api("/actions/runs")).body).toEqual({ total_count: 0, workflow_runs: [] });
  });

  it("resets the connection", async () => {
    const { simulator, api } = await start();
    simulator.faults.add({ match: /actions\/runs/, kind: "reset" });
    await expect(api("/actions/runs")).rejects.toThrow("fetch failed");
    expect(simulator.transcript[0]?.status).toBe(0);
    expect((await api("/actions/runs")).status).toBe(200);
  });

  it("cuts a body short", async () => {
    const { simulator, api } = await start();
    simulator.faults.add({ match: /actions\/runs/, kind: "truncated" });
    await expect(api("/actions/runs")).rejects.toThrow("terminated");
    expect(simulator.transcript[0]?.status).toBe(200);
  });

  it("delays, so that a client gives up", async () => {
    const { simulator, api } = await start();
    simulator.faults.add({ match: /actions\/runs/, kind: "slow", seconds: 20 });
    await expect(api("/actions/runs", { signal: AbortSignal.timeout(50) })).rejects.toThrow("timeout");
    expect((await api("/actions/runs")).status).toBe(200);
  });

  it("strikes downloads too", async () => {
    const run = aRun();
    const repository = emptyRepository("octo-org/agent-fleet", { runs: [{ attempts: [{ run, jobs: [] }] }] });
    const { simulator, api } = await simulated({
      repositories: [repository],
      now: () => Date.parse(run.updated_at) + 60_000,
    });
    simulator.faults.add({ match: /actions-results/, kind: "503" });
    const location = (await api(`/actions/runs/${run.id}/logs`)).headers.get("location") ?? "";
    expect((await fetch(location)).status).toBe(503);
    expect((await fetch(location)).status).toBe(200);
  });

  it("strikes only what it matches, after so many, so many times, until cleared", async () => {
    const { simulator, api } = await start();
    simulator.faults.add({ match: /^GET .*page=2/g, kind: "500", after: 1, times: 2 });
    const statuses: number[] = [];
    for (const page of [1, 2, 2, 2, 2, 1]) statuses.push((await api(`/actions/runs?page=${page}`)).status);
    expect(statuses).toEqual([200, 200, 500, 500, 200, 200]);

    simulator.faults.add({ match: /./, kind: "500", times: 100 });
    expect((await api("/actions/runs")).status).toBe(500);
    simulator.faults.clear();
    expect((await api("/actions/runs")).status).toBe(200);
  });
});
