import { describe, expect, it } from "vitest";
import { aRepository, aRun, aWorkflow, emptyRepository } from "#simulator/builders.ts";
import { simulated } from "./client.ts";

const PATH = ".github/workflows/agent.yml";
const RAW = { headers: { accept: "application/vnd.github.raw+json" } };

describe("a repository", () => {
  it("shows its files as base64, as themselves, and as folders", async () => {
    const text = `on: [workflow_dispatch] # ${"ü".repeat(80)}\n`;
    const files = new Map([
      [PATH, text],
      ["docs/a b#.md", "A"],
    ]);
    const { api } = await simulated({ repositories: [emptyRepository("octo-org/agent-fleet", { files })] });
    const { body } = await api(`/contents/${PATH}?ref=main`);
    expect(body).toMatchObject({ type: "file", encoding: "base64", name: "agent.yml", path: PATH });
    expect(Buffer.from(body.content, "base64").toString()).toBe(text);
    expect(body.content.split("\n")[0]).toHaveLength(60);
    expect((await api(`/contents/${PATH}`, RAW)).body).toBe(text);
    expect((await api("/contents/docs/a%20b%23.md", RAW)).body).toBe("A");
    expect((await api("/contents/.github")).body).toMatchObject([{ type: "dir", name: "workflows" }]);
    expect((await api("/contents/nothing")).status).toBe(404);
    const blob = (await api("/contents/docs/a%20b%23.md")).body.sha;
    expect(blob).toBe("8c7e5a667f1b771847fe88c01c3de34413a1b220"); // printf A | git hash-object --stdin
  });

  it("says whether it has a site", async () => {
    const repository = emptyRepository();
    const { api } = await simulated({ repositories: [repository] });
    expect((await api("/pages")).status).toBe(404);
    const url = `${repository.repository.url}/pages`;
    repository.pages = {
      url,
      status: "built",
      cname: null,
      custom_404: false,
      public: true,
      build_type: "workflow",
    };
    expect((await api("/pages")).body.build_type).toBe("workflow");
  });

  it.each([
    ["mona", "admin", "admin"],
    ["keeper", "write", "maintain"],
    ["stranger", "read", "read"],
  ])("knows that %s may %s", async (login, permission, role) => {
    const collaborators = new Map([
      ["mona", "admin"],
      ["keeper", "maintain"],
    ]);
    const { api } = await simulated({
      repositories: [emptyRepository("octo-org/agent-fleet", { collaborators })],
    });
    const { body } = await api(`/collaborators/${login}/permission`);
    expect(body).toMatchObject({ permission, role_name: role, user: { login } });
  });

  it("lets strangers into a private one not at all", async () => {
    const repository = aRepository({ private: true });
    const { api } = await simulated({
      repositories: [emptyRepository("octo-org/agent-fleet", { repository })],
    });
    expect((await api("/collaborators/stranger/permission")).body.permission).toBe("none");
  });
});

describe("dispatching a workflow", () => {
  async function start(text: string, state: "active" | "disabled_manually" = "active") {
    const repository = emptyRepository("octo-org/agent-fleet", {
      workflows: [aWorkflow({ id: 5, path: PATH, state })],
      files: new Map([[PATH, text]]),
      runs: [{ attempts: [{ run: aRun({ id: 100, workflow_id: 5, run_number: 8 }), jobs: [] }] }],
    });
    const { api } = await simulated({
      repositories: [repository],
      now: () => Date.parse("2026-11-20T14:00:00Z"),
    });
    const dispatch = (json: object, workflow = "agent.yml") =>
      api(`/actions/workflows/${workflow}/dispatches`, { method: "POST", json });
    return { api, dispatch };
  }

  it("queues a run, and tells which if asked to", async () => {
    const { api, dispatch } = await start("on: workflow_dispatch");
    expect((await dispatch({ ref: "refs/heads/main", inputs: { run_id: "1" } })).status).toBe(204);
    const reported = await dispatch({ ref: "main", return_run_details: true }, "5");
    expect(reported.status).toBe(200);
    expect((await api(`/actions/runs/${reported.body.workflow_run_id}`)).body).toMatchObject({
      event: "workflow_dispatch",
      status: "queued",
      conclusion: null,
      head_branch: "main",
      run_number: 10,
      created_at: "2026-11-20T14:00:00Z",
    });
  });

  it.each([
    ["without a ref", "on: workflow_dispatch", "active", {}, /"ref" wasn't supplied/],
    ["without the trigger", "on: push", "active", { ref: "main" }, /does not have 'workflow_dispatch'/],
    ["when disabled", "on: workflow_dispatch", "disabled_manually", { ref: "main" }, /disabled workflow/],
    [
      "with more than 25 inputs",
      "on: workflow_dispatch",
      "active",
      { ref: "main", inputs: Object.fromEntries(Array.from({ length: 26 }, (_, n) => [`i${n}`, "x"])) },
      /No more than 25/,
    ],
  ] as const)("is refused %s", async (_, text, state, json, message) => {
    const { dispatch } = await start(text, state);
    const refused = await dispatch(json);
    expect(refused.status).toBe(422);
    expect(refused.body.message).toMatch(message);
  });

  it("is refused for a workflow that is not there", async () => {
    const { dispatch } = await start("on: workflow_dispatch");
    expect((await dispatch({ ref: "main" }, "other.yml")).status).toBe(404);
  });
});
