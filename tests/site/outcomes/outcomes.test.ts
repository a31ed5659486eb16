import { describe, expect, it } from "vitest";
import { addSeconds, DAY_SECONDS } from "#core/time.ts";
import { anExecution, aPullRecord, aRunRecord } from "../../builders.ts";
import { memoryStore } from "../../memory-store.ts";
import { NOW, renderSite } from "../rendered.ts";

const created_at = addSeconds(NOW, -2 * DAY_SECONDS);
const run = aRunRecord({
  created_at,
  workflow_name: "Claude",
  workflow_file: ".github/workflows/claude.yml",
  pull_requests: [{ number: 41, source: "run" }],
});
const CLOSED = { state: "closed", merged_at: null } as const;

describe("what became of pull requests, on the Product page", () => {
  it("says it by agent and for all, links each, and is published as a table", async () => {
    const pulls = [
      aPullRecord({ number: 41, created_at, author: "mona", head_branch: "mona/x" }),
      aPullRecord({ number: 42, created_at, reverted_by: 43 }),
      aPullRecord({ number: 44, created_at, ...CLOSED }),
    ];
    const executions = [anExecution({ run_id: run.id })];
    const { files } = await renderSite(memoryStore({ runs: [run], executions, pulls }));
    const html = files.get("product/index.html") ?? "";
    const section = /<section[^>]*aria-labelledby="outcomes".*?<\/section>/s.exec(html)?.[0] ?? "";
    const text = section.replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ");
    expect(text).toContain("Claude opened 2 0 1 1 0 0 0.0 % of 2");
    expect(text).toContain("Claude worked on 1 1 0 0 0 0 100.0 % of 1");
    expect(text).toContain("All, each once 3 1 1 1 0 0 33.3 % of 3");
    expect(section).toContain('href="https://github.com/octo-org/agent-fleet/pull/43"');
    expect(files.get("api/v1/outcomes.csv")?.split("\n")[1]).toMatch(/^Claude,author,2,0,1,1,0,0,0,2,/);
    expect(JSON.parse(files.get("api/v1/outcomes.json") ?? "{}").data.all.opened).toBe(3);
  });

  it("says how to let the sync read them where none is known", async () => {
    const executions = [anExecution({ run_id: run.id })];
    const { files } = await renderSite(memoryStore({ runs: [run], executions }));
    expect(files.get("product/index.html")).toContain("<code>pull-requests: read</code>");
  });
});
