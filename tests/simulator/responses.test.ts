import { describe, expect, it } from "vitest";
import { aUser } from "#simulator/accounts.ts";
import { aJob, anArtifact, aRun, aWorkflow, emptyRepository } from "#simulator/builders.ts";
import { anIssue, aPull } from "#simulator/conversations.ts";
import { aLabel } from "#simulator/label.ts";
import { ROUTES } from "#simulator/routes.ts";
import { simulated } from "./client.ts";
import { described, responseViolations } from "./openapi.ts";

const FULL_NAME = "octo-org/agent-fleet";
const ENDED = Date.parse("2026-11-20T12:00:00Z");

/** One of everything, so that no list is empty. */
function world() {
  const run = aRun({ id: 1 });
  const job = aJob(run, { id: 2 });
  const issue = anIssue({ number: 3, labels: [aLabel("agentops", run.repository.url)] });
  const environment = {
    id: 9,
    node_id: "EN_9",
    name: "production",
    url: "https://x.test",
    html_url: "https://x.test",
  };
  const url = `${run.repository.url}/pages`;
  return emptyRepository(FULL_NAME, {
    workflows: [aWorkflow({ id: 4 })],
    files: new Map([["README.md", "# Fleet\n"]]),
    runs: [{ attempts: [{ run: { ...run, workflow_id: 4 }, jobs: [job] }] }],
    artifacts: [{ payload: anArtifact(run, { id: 5 }) }],
    pulls: new Map([["abc", [aPull()]]]),
    approvals: new Map([
      [1, [{ environments: [environment], state: "approved" as const, user: aUser("mona"), comment: "Go" }]],
    ]),
    annotations: new Map([
      [
        2,
        [
          {
            path: ".github",
            blob_href: "https://x.test",
            start_line: 1,
            end_line: 1,
            start_column: null,
            end_column: null,
            annotation_level: "failure",
            title: "",
            message: "Process completed with exit code 1.",
            raw_details: "",
          },
        ],
      ],
    ]),
    issues: [issue],
    comments: [],
    pages: { url, status: "built", cname: null, custom_404: false, public: true, html_url: "https://x.test" },
    collaborators: new Map([["mona", "admin"]]),
  });
}

const VALUES: Record<string, string> = {
  run_id: "1",
  attempt_number: "1",
  job_id: "2",
  check_run_id: "2",
  issue_number: "3",
  workflow_id: "4",
  artifact_id: "5",
  comment_id: "5000000001",
  archive_format: "zip",
  commit_sha: "abc",
  username: "mona",
  path: "README.md",
  pull_number: "5",
  branch: "main",
};

describe("every route that reads", () => {
  it.each(ROUTES.filter(({ method }) => method === "GET").map(({ path }) => path))(
    "answers %j as GitHub describes it",
    async (template) => {
      const { api } = await simulated({ repositories: [world()], now: () => ENDED + 3_600_000 });
      await api("/issues/3/comments", { method: "POST", json: { body: "Hello" } });
      const path = template.replaceAll(/\{(\w+)\*?\}/g, (_, name) => VALUES[name] ?? "");
      const reply = await api(path);
      expect([200, 302]).toContain(reply.status);
      if (reply.status === 200 && described)
        expect(responseViolations("get", `/repos/{owner}/{repo}${template}`, 200, reply.body)).toEqual([]);
    },
  );

  it("and the limits' overview", async () => {
    const { api, simulator } = await simulated({ repositories: [world()] });
    const { body } = await api(`${simulator.url}/rate_limit`);
    if (described) expect(responseViolations("get", "/rate_limit", 200, body)).toEqual([]);
  });
});

describe.runIf(described)("every route that writes", () => {
  it("answers as GitHub describes it", async () => {
    const { api } = await simulated({ repositories: [world()] });
    const check = async (method: string, template: string, status: number, json: object) => {
      const path = template.replaceAll(/\{(\w+)\}/g, (_, name) => VALUES[name] ?? "");
      const reply = await api(path, { method, json });
      expect(reply.status).toBe(status);
      const operation = [method.toLowerCase(), `/repos/{owner}/{repo}${template}`] as const;
      expect(responseViolations(...operation, status, reply.body)).toEqual([]);
    };
    await check("POST", "/issues", 201, { title: "New", labels: ["agentops"] });
    await check("PATCH", "/issues/{issue_number}", 200, { state: "closed" });
    await check("POST", "/issues/{issue_number}/comments", 201, { body: "Hello" });
    await check("PATCH", "/issues/comments/{comment_id}", 200, { body: "Hello again" });
    await check("POST", "/issues/{issue_number}/labels", 200, { labels: ["one"] });
    await check("PUT", "/issues/{issue_number}/labels", 200, { labels: ["two"] });
  });
});
