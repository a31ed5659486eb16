import { describe, expect, it } from "vitest";
import { aRepository, aRun, emptyRepository } from "#simulator/builders.ts";
import { simulated } from "./client.ts";

const FULL_NAME = "octo-org/agent-fleet";
const secret = () =>
  emptyRepository(FULL_NAME, { repository: aRepository({ private: true, visibility: "private" }) });

describe("a token", () => {
  it("reaches what its permissions say, and is told what it lacks", async () => {
    const { api } = await simulated({
      repositories: [emptyRepository()],
      permissions: { actions: "read", issues: "none" },
    });
    const allowed = await api("/actions/runs");
    expect(allowed.status).toBe(200);
    expect(allowed.headers.get("x-accepted-github-permissions")).toBe("actions=read");
    expect((await api("")).status).toBe(200); // metadata comes with every token

    const denied = await api("/check-runs/1/annotations");
    expect(denied.status).toBe(403);
    expect(denied.body.message).toBe("Resource not accessible by integration");
    expect(denied.headers.get("x-accepted-github-permissions")).toBe("checks=read");
    expect((await api("/issues")).status).toBe(403);
    expect(
      (await api("/actions/workflows/1/dispatches", { method: "POST", json: { ref: "main" } })).status,
    ).toBe(403);
  });

  it("reads a commit's pull requests with pull-requests, and not with contents", async () => {
    const reply = async (permission: string) => {
      const { api } = await simulated({
        repositories: [emptyRepository()],
        permissions: { [permission]: "read" },
      });
      return api("/commits/abc/pulls");
    };
    expect((await reply("pull-requests")).status).toBe(200);
    const refused = await reply("contents");
    expect(refused.status).toBe(403);
    expect(refused.headers.get("x-accepted-github-permissions")).toBe("pull_requests=read");
  });

  it("may read where it may write", async () => {
    const { api } = await simulated({ repositories: [emptyRepository()], permissions: { actions: "write" } });
    expect((await api("/actions/runs")).status).toBe(200);
  });

  it("is refused when it is wrong, and accepted in all three spellings", async () => {
    const { api, simulator } = await simulated({ repositories: [secret()], token: "ghs_right" });
    const status = async (authorization: string) => {
      const reply = await api("", { headers: { authorization } });
      return reply.status === 200 ? 200 : `${reply.status} ${reply.body.message}`;
    };
    expect(await status("Bearer ghs_wrong")).toBe("401 Bad credentials");
    expect(await status("Digest ghs_right")).toBe("401 Bad credentials");
    expect(await status("token ghs_right")).toBe(200);
    expect(await status("bearer ghs_right")).toBe(200);
    expect(await status(`Basic ${btoa("x-access-token:ghs_right")}`)).toBe(200);
    expect(simulator.token).toBe("ghs_right");
  });

  it("does not see a private repository that it was not made for, and only reads a public one", async () => {
    const other = emptyRepository("octo-org/other");
    const { api, simulator } = await simulated({ repositories: [secret(), other], installedOn: [] });
    expect((await api("/actions/runs")).status).toBe(404);
    const base = `${simulator.url}/repos/octo-org/other`;
    expect((await api(`${base}/actions/runs`)).status).toBe(200);
    expect((await api(`${base}/issues`, { method: "POST", json: { title: "Hello" } })).status).toBe(403);
  });
});

describe("a stranger", () => {
  it("reads what is public, but no logs, and writes nothing", async () => {
    const run = aRun();
    const open = emptyRepository(FULL_NAME, { runs: [{ attempts: [{ run, jobs: [] }] }] });
    const { api } = await simulated({ repositories: [open] });
    expect((await api("/actions/runs", { anonymous: true })).status).toBe(200);
    const logs = await api(`/actions/runs/${run.id}/logs`, { anonymous: true });
    expect(logs.body).toMatchObject({ message: "Must have admin rights to Repository.", status: "403" });
    const issue = { anonymous: true, method: "POST", json: { title: "Hello" } };
    expect((await api("/issues", issue)).status).toBe(401);
  });

  it("does not see what is private", async () => {
    const { api } = await simulated({ repositories: [secret()] });
    expect((await api("/actions/runs", { anonymous: true })).body.message).toBe("Not Found");
  });
});
