import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { ANALYZE_LABEL, ANALYZER_WORKFLOW, analyzeRun } from "#core/analyze-run.ts";
import { repositoryLinks } from "#core/links.ts";

const WORKFLOW = readFileSync(
  join(import.meta.dirname, "../../.github/workflows", ANALYZER_WORKFLOW),
  "utf8",
);
const RUN = 36_000_000_977;

function ways(issue: number | null, server = "https://github.com") {
  const repository = "octo-org/agent-fleet";
  return analyzeRun({ id: RUN, issue }, { repository, server, links: repositoryLinks(server, repository) });
}

describe("asking for a run to be analyzed", () => {
  it("passes the workflow the inputs it has", () => {
    const inputs = Object.keys(parse(WORKFLOW).on.workflow_dispatch.inputs);
    const named = [...ways(12).command.matchAll(/ -f (\w+)=/g)].map(([, name]) => name);
    expect(named).toEqual(inputs);
    expect(ways(12).command).toContain(`-f run_id=${RUN} -f issue_number=12`);
    expect(ways(null).command).not.toContain("issue_number");
  });

  it("titles the issue so that the workflow finds the run in it, and names the label it answers to", () => {
    const address = new URL(ways(null).issue);
    const [, pattern = ""] = /"\$TITLE" =~ (\S+) \]\]/.exec(WORKFLOW) ?? [];
    expect(new RegExp(pattern).exec(address.searchParams.get("title") ?? "")?.[2]).toBe(String(RUN));
    expect(address.searchParams.get("body")).toContain(`\`${ANALYZE_LABEL}\``);
    expect(WORKFLOW).toContain(`github.event.label.name == '${ANALYZE_LABEL}'`);
    // GitHub answers 404 to those who may not label when the address asks for one.
    expect(address.searchParams.has("labels")).toBe(false);
  });

  it("names the host of an Enterprise server", () => {
    const { command, dispatch } = ways(null, "https://ghe.example.org");
    expect(command).toContain("--repo ghe.example.org/octo-org/agent-fleet ");
    expect(dispatch).toBe(
      `https://ghe.example.org/octo-org/agent-fleet/actions/workflows/${ANALYZER_WORKFLOW}`,
    );
  });
});
