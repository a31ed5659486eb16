import { request } from "node:http";
import { describe, expect, it } from "vitest";
import { aRun, emptyRepository } from "#simulator/builders.ts";
import { simulated } from "./client.ts";

const repository = () =>
  emptyRepository("octo-org/agent-fleet", { runs: [{ attempts: [{ run: aRun(), jobs: [] }] }] });

/** Without the headers that fetch adds by itself. */
function bare(url: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(url, (response) => resolve(response.resume().statusCode))
      .on("error", reject)
      .end();
  });
}

describe("the protocol", () => {
  it("knows nothing beyond its routes: typos, slashes at the end, other methods, other repositories", async () => {
    const { api, simulator } = await simulated({ repositories: [repository()] });
    for (const path of [
      "/actions/runs/",
      "/action/runs",
      "/actions/runs/x",
      `${simulator.url}/repos/a/b`,
      `${simulator.url}/`,
    ])
      expect((await api(path)).body).toEqual({
        message: "Not Found",
        documentation_url: "https://docs.github.com/rest",
        status: "404",
      });
    expect((await api("/actions/runs", { method: "DELETE" })).status).toBe(404);
    expect(simulator.transcript[0]?.route).toBeNull();
  });

  it("finds repositories whatever the case, and several of them", async () => {
    const { api, simulator } = await simulated({
      repositories: [repository(), emptyRepository("Acme/Rockets")],
    });
    expect((await api(`${simulator.url}/repos/acme/rockets`)).body.full_name).toBe("Acme/Rockets");
  });

  it("answers HEAD like GET without the body", async () => {
    const { api } = await simulated({ repositories: [repository()] });
    const [head, get] = [await api("/actions/runs", { method: "HEAD" }), await api("/actions/runs")];
    expect(head.status).toBe(200);
    expect(head.body).toBe("");
    for (const name of ["content-length", "etag", "content-type"])
      expect(head.headers.get(name)).toBe(get.headers.get(name));
  });

  it("insists on a User-Agent", async () => {
    const { simulator } = await simulated({ repositories: [repository()] });
    expect(await bare(`${simulator.url}/rate_limit`)).toBe(403);
  });

  it("speaks two versions, and refuses others", async () => {
    const { api } = await simulated({ repositories: [repository()] });
    const versioned = (version: string) => api("", { headers: { "x-github-api-version": version } });
    expect((await api("")).headers.get("x-github-api-version-selected")).toBe("2022-11-28");
    expect((await versioned("2026-03-10")).headers.get("x-github-api-version-selected")).toBe("2026-03-10");
    const refused = await versioned("v3");
    expect(refused.status).toBe(400);
    expect(refused.body.message).toMatch(/"v3", is not a supported version/);
  });

  it("refuses bodies that are no JSON", async () => {
    const { api } = await simulated({ repositories: [repository()] });
    const reply = await api("/issues", { method: "POST", body: "{" });
    expect(reply.status).toBe(400);
    expect(reply.body.message).toBe("Problems parsing JSON");
  });

  it("writes down every exchange, and tells the injected time", async () => {
    const { api, simulator } = await simulated({ repositories: [repository()], now: () => 0 });
    const reply = await api("/actions/runs?per_page=1");
    expect(reply.headers.get("date")).toBe("Thu, 01 Jan 1970 00:00:00 GMT");
    expect(simulator.transcript).toEqual([
      {
        method: "GET",
        path: "/repos/octo-org/agent-fleet/actions/runs?per_page=1",
        status: 200,
        route: "/actions/runs",
        remaining: 999,
      },
    ]);
  });

  it("answers again what has not changed, but only to the same token", async () => {
    const repositories = [repository()];
    const first = await simulated({ repositories, token: "one" });
    const etag = (await first.api("/actions/runs")).headers.get("etag") ?? "";
    expect(etag).toMatch(/^W\/"[0-9a-f]{64}"$/);

    const again = await first.api("/actions/runs", { headers: { "if-none-match": etag } });
    expect(again.status).toBe(304);
    expect(again.body).toBe("");
    expect(again.headers.get("x-ratelimit-remaining")).toBe("999"); // a 304 costs nothing

    const second = await simulated({ repositories, token: "two" });
    expect((await second.api("/actions/runs", { headers: { "if-none-match": etag } })).status).toBe(200);
    repositories[0]?.runs.pop();
    expect((await first.api("/actions/runs", { headers: { "if-none-match": etag } })).status).toBe(200);
  });

  it("fails to start on a port that is taken", async () => {
    const { simulator } = await simulated({ repositories: [repository()] });
    const port = Number(new URL(simulator.url).port);
    await expect(simulated({ repositories: [], port })).rejects.toThrow("EADDRINUSE");
  });
});
