import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { attribute, type Evidence } from "#core/agents/attribution.ts";

function evidence(over: Partial<Evidence> = {}): Evidence {
  return {
    workflow_name: "CI",
    workflow_file: ".github/workflows/ci.yml",
    referenced_workflows: [],
    display_title: "Update the docs",
    actor: "mona",
    triggering_actor: "mona",
    head_branch: "main",
    from_fork: false,
    ...over,
  };
}

const called = (path: string) => ({ referenced_workflows: [{ path, sha: "a".repeat(40), ref: null }] });
const file = (name: string) => ({ workflow_file: `.github/workflows/${name}` });

describe("attribution", () => {
  it.each<[string, Partial<Evidence>, string]>([
    [
      "GitHub's own agent workflow",
      { workflow_file: "dynamic/copilot-swe-agent/copilot" },
      "Copilot coding agent",
    ],
    [
      "GitHub's own reviewer",
      { workflow_file: "dynamic/agents/copilot-pull-request-reviewer" },
      "Copilot code review",
    ],
    ["a workflow compiled by gh-aw", file("issue-triage.lock.yml"), "gh-aw"],
    ["a workflow file called after Claude", file("claude-code-review.yml"), "Claude"],
    ["a workflow called after Claude", { workflow_name: "Ask @claude" }, "Claude"],
    [
      "Anthropic's reusable workflow",
      called("anthropics/claude-code-action/.github/workflows/x.yml@v1"),
      "Claude",
    ],
    ["OpenAI's reusable workflow", called("openai/codex-action/.github/workflows/x.yml@v1"), "Codex"],
    ["a workflow called after Codex", { workflow_name: "Codex: fix CI" }, "Codex"],
    ["Google's published workflow names", file("gemini-dispatch.yml"), "Gemini"],
    ["a workflow called after Gemini CLI", { workflow_name: "🔎 Gemini Review" }, "Gemini"],
  ])("knows an agent's execution by %s", (_, over, agent) => {
    expect(attribute(evidence(over), [])).toMatchObject({ agent, part: "execution" });
  });

  it.each<[string, Partial<Evidence>, string]>([
    ["Copilot's account", { actor: "Copilot" }, "Copilot coding agent"],
    ["Claude's app", { actor: "claude[bot]" }, "Claude"],
    ["Devin's app", { actor: "devin-ai-integration[bot]" }, "Devin"],
    ["Jules' app", { actor: "google-labs-jules[bot]" }, "Jules"],
    [
      "the triggering account where the actor is unknown",
      { actor: null, triggering_actor: "Copilot" },
      "Copilot coding agent",
    ],
    ["Copilot's branches", { head_branch: "copilot/fix-12" }, "Copilot coding agent"],
    ["Claude's branches", { head_branch: "claude/issue-12-20261120" }, "Claude"],
    ["Codex's branches", { head_branch: "codex/add-tests" }, "Codex"],
    ["Devin's branches", { head_branch: "devin/1760000000-add-tests" }, "Devin"],
  ])("knows a run that an agent caused by %s", (_, over, agent) => {
    expect(attribute(evidence(over), [])).toMatchObject({ agent, part: "change" });
  });

  it("says which field speaks and what it says", () => {
    expect(attribute(evidence({ head_branch: "copilot/fix-12" }), [])?.evidence).toBe(
      "branch copilot/fix-12",
    );
    expect(attribute(evidence({ actor: "claude[bot]" }), [])?.evidence).toBe("actor claude[bot]");
  });

  it.each<[string, Partial<Evidence>]>([
    ["a person called Claude", { actor: "claude-dupont", triggering_actor: "claude-dupont" }],
    [
      "a person called Claude with a namespace of branches",
      { actor: "Claude-Dupont", head_branch: "claude/menu" },
    ],
    ["a person called Devin", { actor: "mona", head_branch: "devin/menu" }],
    ["a title that speaks of agents", { display_title: "Claude, Codex and Gemini CLI compared by @copilot" }],
    ["an e-mail address", { workflow_name: "Tell claude@users.example.com and x@codex.example" }],
    ["the file CLAUDE.md", { workflow_name: "Lint CLAUDE.md" }],
    ["half a word", { ...file("claudette.yml"), workflow_name: "Codexes" }],
    ["the constellation", { ...file("gemini-telescope.yml"), workflow_name: "Gemini" }],
    [
      "a workflow that assigns Copilot",
      { ...file("copilot-graphql-assign.yml"), workflow_name: "Copilot Assignment" },
    ],
    ["a workflow about agents", { ...file("agent-evaluator.yml"), workflow_name: "Agent System: Evaluator" }],
    ["a bot that is no agent", { actor: "dependabot[bot]", head_branch: "dependabot/npm/claude" }],
    ["an agent's branch name in a stranger's fork", { head_branch: "copilot/x", from_fork: true }],
    ["a person who re-ran", { triggering_actor: "Copilot" }],
    [
      "nothing at all",
      { workflow_name: null, workflow_file: null, actor: null, triggering_actor: null, head_branch: null },
    ],
  ])("takes no evidence from %s", (_, over) => {
    expect(attribute(evidence(over), [])).toBeNull();
  });

  it("asks the configuration first, in order, and wants every pattern of a rule", () => {
    const rules = [
      { name: "night-shift", workflow: "claude*", branch: "night/*" },
      { name: "reviewer", workflow: "CLAUDE-*.yml" },
      { name: "handyman", actor: "handy[bot]" },
    ];
    const run = evidence(file("claude-review.yml"));
    expect(attribute(run, rules)).toEqual({
      agent: "reviewer",
      part: "execution",
      evidence: "rule 2 of the configuration",
    });
    expect(attribute({ ...run, head_branch: "night/1" }, rules)?.agent).toBe("night-shift");
    expect(attribute(evidence({ actor: "handy[bot]" }), rules)).toMatchObject({
      agent: "handyman",
      part: "change",
    });
  });

  const CHAINED = join(import.meta.dirname, "../../../../shared/corpus/api/chained/runs-union.json");
  it.skipIf(!existsSync(CHAINED))(
    "invents no agent on 469 real runs of which an ancestor misnamed 215",
    () => {
      const runs: Record<string, string | null>[] = JSON.parse(readFileSync(CHAINED, "utf8"));
      const named = runs.flatMap((run) => {
        const found = attribute(
          evidence({
            workflow_name: run.workflow_name ?? null,
            workflow_file: `.github/workflows/${run.workflow_file}`,
            display_title: run.display_title ?? null,
            actor: null,
            triggering_actor: run.triggering_actor ?? null,
            head_branch: run.head_branch ?? null,
          }),
          [],
        );
        return found ? [`${run.id} ${found.agent}: ${found.evidence}`] : [];
      });
      expect(runs).toHaveLength(469);
      expect(named).toEqual([expect.stringMatching(/^\d+ Copilot coding agent: actor Copilot$/)]);
    },
  );
});
