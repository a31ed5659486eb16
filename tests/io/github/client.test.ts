import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Clock } from "#app/effects.ts";
import { epoch, formatUtc } from "#core/time.ts";
import { githubClient } from "#io/github/client.ts";
import { Pace } from "#io/github/pace.ts";
import { Patience } from "#io/github/patience.ts";

const report = {
  debug() {},
  info() {},
  warn() {},
  group: <T>(_: string, work: () => Promise<T>) => work(),
  progress() {},
};

function aClock(): Clock & { slept: number[] } {
  let now = epoch("2026-11-20T12:00:00Z");
  const slept: number[] = [];
  return {
    slept,
    now: () => formatUtc(now),
    sleep: async (seconds) => {
      slept.push(seconds);
      now += seconds;
    },
  };
}

/** A server that answers every request alike and remembers what it was asked. */
async function aServer(body: string | Buffer, headers: Record<string, string> = {}) {
  const asked: { url: string; headers: IncomingHttpHeaders }[] = [];
  const server = createServer((request, response) => {
    asked.push({ url: request.url ?? "", headers: request.headers });
    response.writeHead(200, { "content-type": "application/json; charset=utf-8", ...headers }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    asked,
    client: githubClient({ apiUrl, token: "ghs_x", repository: "o/r", clock: aClock(), report }),
  };
}

describe("the GitHub client", () => {
  it("pins the API version, asks for full pages and counts by endpoint", async () => {
    const { asked, client } = await aServer('{"total_count":1,"workflow_runs":[{"id":1}]}', {
      "x-ratelimit-limit": "1000",
      "x-ratelimit-remaining": "998",
      "x-ratelimit-reset": "1795176000",
    });
    const created = { from: "2026-11-01T00:00:00Z", to: "2026-11-02T00:00:00Z" };
    expect(await client.runs(created, null)).toEqual({ items: [{ id: 1 }], next: null });
    const url = new URL(asked[0]?.url ?? "", "http://x");
    expect(url.pathname).toBe("/repos/o/r/actions/runs");
    expect(Object.fromEntries(url.searchParams)).toEqual({
      per_page: "100",
      created: "2026-11-01T00:00:00Z..2026-11-02T00:00:00Z",
    });
    expect(asked[0]?.headers).toMatchObject({
      authorization: "token ghs_x",
      "x-github-api-version": "2022-11-28",
    });
    expect(client.usage()).toMatchObject({
      requests: [{ endpoint: "GET /repos/{owner}/{repo}/actions/runs", requests: 1, failed: 0, retried: 0 }],
      rateLimit: { limit: 1000, remaining: 998 },
      inFlight: 0,
    });
  });

  it.each([
    ["x-ratelimit-reset", "1e300"],
    ["x-ratelimit-reset", "253402300800"],
    ["x-ratelimit-limit", "1000.5"],
    ["x-ratelimit-limit", "-1"],
    ["x-ratelimit-remaining", "Infinity"],
    ["x-ratelimit-remaining", ""],
  ])("believes in no limit whose %s is %s", async (header, value) => {
    const limits = {
      "x-ratelimit-limit": "1000",
      "x-ratelimit-remaining": "998",
      "x-ratelimit-reset": "1795176000",
    };
    const { client } = await aServer("{}", { ...limits, [header]: value });
    await client.run(1);
    expect(client.usage()).toMatchObject({ rateLimit: null, requests: [{ failed: 0 }] });
  });

  it("sends nothing that its guard refuses, not even ten at a time", async () => {
    const { asked, client } = await aServer("{}");
    client.guard(({ total }) => (total >= 3 ? "enough" : null));
    const answers = await Promise.allSettled(Array.from({ length: 20 }, (_, id) => client.run(id + 1)));
    expect(asked).toHaveLength(3);
    expect(answers.filter(({ status }) => status === "rejected")).toHaveLength(17);
    await expect(client.run(1)).rejects.toMatchObject({ failure: "stopped", message: "enough" });
  });

  it("refuses a body that does not end, and says whose and how long", async () => {
    const { asked, client } = await aServer(Buffer.alloc(33 * 1024 * 1024, " "));
    await expect(client.runs(null, null)).rejects.toMatchObject({
      failure: "failed",
      message: "GET /repos/{owner}/{repo}/actions/runs sent more than 33554432 bytes",
    });
    // Smaller pages might be short enough; the same one again would not be.
    expect(asked.map(({ url }) => /per_page=\d+/.exec(url)?.[0])).toEqual([
      "per_page=100",
      "per_page=50",
      "per_page=25",
      "per_page=5",
    ]);
  });

  it("reads an empty or foreign answer as a list without entries", async () => {
    const { client } = await aServer('{"message":"hello"}');
    expect(await client.artifacts(null)).toEqual({ items: [], next: null });
  });
});

describe("pace", () => {
  it("lets bursts pass and keeps every minute below 900 requests of an endpoint", async () => {
    const clock = aClock();
    const pace = new Pace(clock, () => {});
    const times: number[] = [];
    for (let request = 0; request < 3000; request += 1) {
      await pace.take("GET /jobs");
      times.push(epoch(clock.now()));
      if (request % 100 === 0) await clock.sleep(1);
    }
    const most = Math.max(
      ...times.map((at) => times.filter((other) => other >= at && other < at + 60).length),
    );
    expect(most).toBeLessThanOrEqual(900);
    const minutes = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 60;
    expect(3000 / (minutes + 1)).toBeGreaterThan(0.9 * 750);
  });
});

describe("patience", () => {
  it("waits a minute at most, two in all, and once for all that were told to", async () => {
    const clock = aClock();
    const patience = new Patience(clock, () => {});
    expect(await patience.wait(61)).toBe(false);
    expect(await patience.wait(60)).toBe(true);
    expect(await patience.wait(60)).toBe(true);
    expect(await patience.wait(1)).toBe(false);
    expect(clock.slept).toEqual([60, 60]);
  });

  it("lets one request try for all, and the others only when it got through", async () => {
    const patience = new Patience(aClock(), () => {});
    await patience.wait(60);
    const order: string[] = [];
    const first = await patience.turn();
    const others = [1, 2].map(async (id) => {
      const { settle } = await patience.turn();
      order.push(`${id} goes`);
      settle(false);
    });
    await Promise.resolve();
    expect(order).toEqual([]);
    first.settle(true);
    await Promise.all(others);
    expect(order).toEqual(["1 goes", "2 goes"]);
    expect(await Promise.all([patience.turn(), patience.turn()])).toHaveLength(2);
  });
});
