import { describe, expect, it } from "vitest";
import { aUser } from "#simulator/accounts.ts";
import { emptyRepository } from "#simulator/builders.ts";
import { anIssue } from "#simulator/conversations.ts";
import { aLabel } from "#simulator/label.ts";
import type { IssuePayload } from "#simulator/model.ts";
import { simulated } from "./client.ts";

const LABEL = aLabel("agentops", "https://api.github.com/repos/octo-org/agent-fleet");
const start = (...issues: IssuePayload[]) =>
  simulated({
    repositories: [emptyRepository("octo-org/agent-fleet", { issues })],
    now: () => Date.parse("2026-11-20T14:00:00Z"),
  });

describe("issues", () => {
  it.each([
    ["", [3, 2]],
    ["?state=all", [3, 2, 1]],
    ["?state=closed", [1]],
    ["?labels=agentops", [2]],
    ["?labels=agentops,other", []],
    ["?creator=hubot", [3]],
    ["?since=2026-11-20T13:00:00Z", [3]],
  ])("are listed, newest first, by %j", async (query, expected) => {
    const { api } = await start(
      anIssue({ number: 1, state: "closed" }),
      anIssue({ number: 2, labels: [LABEL] }),
      anIssue({ number: 3, user: aUser("hubot"), updated_at: "2026-11-20T13:30:00Z" }),
    );
    const { body } = await api(`/issues${query}`);
    expect(body.map(({ number }: IssuePayload) => number)).toEqual(expected);
  });

  it("are opened by the bot, changed, closed and opened again", async () => {
    const { api } = await start(anIssue({ number: 7 }));
    const json = { title: "Budget exceeded", body: "…", labels: ["agentops", { name: "alert" }] };
    const { status, body, headers } = await api("/issues", { method: "POST", json });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      number: 8,
      state: "open",
      user: { login: "github-actions[bot]", id: 41898282 },
    });
    expect(body.labels.map(({ name }: { name: string }) => name)).toEqual(["agentops", "alert"]);
    expect(headers.get("location")).toBe(body.url);

    const patch = async (change: object) => (await api("/issues/8", { method: "PATCH", json: change })).body;
    expect(await patch({ title: "Over", state: "closed" })).toMatchObject({
      title: "Over",
      state_reason: "completed",
      closed_at: "2026-11-20T14:00:00Z",
    });
    expect(await patch({ state: "open" })).toMatchObject({ state_reason: "reopened", closed_at: null });
    expect(await patch({ state: "ajar" })).toMatchObject({ errors: [{ field: "state" }] });
    expect((await api("/issues/8")).body.state).toBe("open");
    expect((await api("/issues/9")).status).toBe(404);
    expect((await api("/issues", { method: "POST", json: {} })).status).toBe(422);
  });

  it("carry labels, which are added once, replaced and removed", async () => {
    const { api } = await start(anIssue({ number: 1, labels: [LABEL] }));
    const send = async (method: string, path: string, labels?: string[]) =>
      (await api(`/issues/1/labels${path}`, { method, ...(labels && { json: { labels } }) })).body;
    const names = (labels: { name: string }[]) => labels.map(({ name }) => name);
    expect(names(await send("POST", "", ["agentops", "a/b"]))).toEqual(["agentops", "a/b"]);
    expect(names(await send("DELETE", "/a%2Fb"))).toEqual(["agentops"]);
    expect((await send("DELETE", "/a%2Fb")).message).toBe("Label does not exist");
    expect(names(await send("PUT", "", ["only"]))).toEqual(["only"]);
    expect(names(await send("GET", ""))).toEqual(["only"]);
    expect((await send("POST", "")).message).toMatch(/"labels" wasn't supplied/);
  });
});

describe("comments", () => {
  it("are written, listed oldest first, and changed", async () => {
    const { api } = await start(anIssue({ number: 1 }));
    const write = (body: unknown) => api("/issues/1/comments", { method: "POST", json: { body } });
    const first = await write("One");
    expect(first.status).toBe(201);
    await write("Two");
    const changed = await api(`/issues/comments/${first.body.id}`, { method: "PATCH", json: { body: "1" } });
    expect(changed.status).toBe(200);
    const { body } = await api("/issues/1/comments");
    expect(body.map((comment: { body: string }) => comment.body)).toEqual(["1", "Two"]);
    expect((await api(`/issues/comments/${first.body.id}`)).body.body).toBe("1");
    expect((await api("/issues/1")).body.comments).toBe(2);
    expect((await api("/issues/2/comments")).status).toBe(404);
  });

  it("hold 65,536 characters and not one more", async () => {
    const { api } = await start(anIssue({ number: 1 }));
    const write = (body: string) => api("/issues/1/comments", { method: "POST", json: { body } });
    expect((await write("x".repeat(65_536))).status).toBe(201);
    const refused = await write("x".repeat(65_537));
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({
      message: "Validation Failed",
      errors: [
        {
          resource: "IssueComment",
          field: "data",
          code: "unprocessable",
          message: "Body is too long (maximum is 65536 characters)",
        },
      ],
    });
    expect((await write(" ")).status).toBe(422);
    const id = (await api("/issues/1/comments")).body[0].id;
    const grown = { method: "PATCH", json: { body: "x".repeat(65_537) } };
    expect((await api(`/issues/comments/${id}`, grown)).status).toBe(422);
  });

  it("are not taken by a locked issue", async () => {
    const { api } = await start(anIssue({ number: 1, locked: true }));
    expect((await api("/issues/1/comments", { method: "POST", json: { body: "Hi" } })).status).toBe(403);
  });
});
