import { describe, expect, it, vi } from "vitest";
import { aRun, emptyRepository } from "#simulator/builders.ts";
import { anIssue } from "#simulator/conversations.ts";
import { caller, simulated } from "./client.ts";

const START = Date.parse("2026-11-20T12:00:00Z");

function repository() {
  const run = aRun();
  return emptyRepository("octo-org/agent-fleet", {
    runs: [{ attempts: [{ run, jobs: [] }] }],
    issues: [anIssue()],
  });
}

describe("the hour's limit", () => {
  it("counts in every answer's headers, and refuses until it is reset", async () => {
    let now = START;
    const { simulator, api } = await simulated({
      repositories: [repository()],
      limits: { perHour: 3, secondary: true },
      now: () => now,
    });
    const first = await api("/actions/runs");
    expect(Object.fromEntries(first.headers)).toMatchObject({
      "x-ratelimit-limit": "3",
      "x-ratelimit-remaining": "2",
      "x-ratelimit-used": "1",
      "x-ratelimit-reset": String(START / 1000 + 3600),
      "x-ratelimit-resource": "core",
    });
    await api("/actions/runs/404"); // what is not found counts too
    await api("/actions/runs");
    const refused = await api("/actions/runs");
    expect(refused.status).toBe(403);
    expect(refused.body.message).toMatch(/^API rate limit exceeded for installation/);
    expect(refused.headers.get("x-ratelimit-remaining")).toBe("0");
    expect(refused.headers.get("retry-after")).toBeNull();
    expect(simulator.transcript.map(({ remaining }) => remaining)).toEqual([2, 1, 0, 0]);

    now += 3_600_000;
    expect((await api("/actions/runs")).headers.get("x-ratelimit-remaining")).toBe("2");
  });

  it("is told for free", async () => {
    const { api, simulator } = await simulated({ repositories: [repository()] });
    await api("/actions/runs");
    const reported = await api(`${simulator.url}/rate_limit`);
    expect(reported.body.resources.core).toMatchObject({ limit: 1000, used: 1, remaining: 999 });
    expect(reported.body.rate).toEqual(reported.body.resources.core);
    expect(reported.headers.get("x-ratelimit-remaining")).toBe("999");
    const newer = await api(`${simulator.url}/rate_limit`, {
      headers: { authorization: `token ${simulator.token}`, "x-github-api-version": "2026-03-10" },
    });
    expect(newer.body.rate).toBeUndefined();
  });

  it("is 60 for strangers, who have their own", async () => {
    const { api } = await simulated({ repositories: [repository()] });
    const stranger = await api("/actions/runs", { anonymous: true });
    expect(stranger.headers.get("x-ratelimit-limit")).toBe("60");
    expect((await api("/actions/runs")).headers.get("x-ratelimit-remaining")).toBe("999");
  });

  it("leaves no trace when it is off", async () => {
    const { simulator, api } = await simulated({
      repositories: [repository()],
      limits: { perHour: null, secondary: false },
    });
    const reply = await api("/actions/runs");
    expect([...reply.headers.keys()].filter((name) => name.startsWith("x-ratelimit"))).toEqual([]);
    expect(simulator.transcript[0]?.remaining).toBeNull();
    expect((await api(`${simulator.url}/rate_limit`)).body.message).toBe("Rate limiting is not enabled.");
  });
});

describe("the secondary limits", () => {
  it("allow 900 points a minute on each endpoint, and say how long to wait", async () => {
    let now = START;
    const { api } = await simulated({
      repositories: [repository()],
      limits: { perHour: null, secondary: true },
      now: () => now,
    });
    for (let sent = 0; sent < 900; sent += 1)
      expect((await api("/actions/runs?per_page=1")).status).toBe(200);
    now += 20_000;
    const refused = await api("/actions/runs?per_page=1");
    expect(refused.status).toBe(403);
    expect(refused.body.message).toMatch(/secondary rate limit/);
    expect(refused.headers.get("retry-after")).toBe("40");
    expect((await api("/actions/artifacts")).status).toBe(200);
    now += 40_000;
    expect((await api("/actions/runs?per_page=1")).status).toBe(200);
  });

  it("allow 80 pieces of content a minute", async () => {
    const { api } = await simulated({
      repositories: [repository()],
      limits: { perHour: null, secondary: true },
      now: () => START,
    });
    const write = () => api("/issues/123/comments", { method: "POST", json: { body: "Done." } });
    for (let sent = 0; sent < 80; sent += 1) expect((await write()).status).toBe(201);
    expect((await write()).status).toBe(403);
  });

  it("allow 100 requests at the same time", async () => {
    const { simulator } = await simulated({
      repositories: [repository()],
      limits: { perHour: null, secondary: true },
      latencyMs: 60_000, // nobody waits for the answers: the transcript is written before
    });
    const calls = Array.from({ length: 101 }, () => caller(simulator)("/actions/runs?per_page=1"));
    await vi.waitFor(() => expect(simulator.transcript).toHaveLength(101), 20_000);
    expect(simulator.transcript.filter(({ status }) => status === 403)).toHaveLength(1);
    await simulator.close();
    await Promise.allSettled(calls);
  });
});
