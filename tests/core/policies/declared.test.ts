import { describe, expect, it } from "vitest";
import { Config } from "#core/config.ts";
import { declaredAgainst } from "#core/documents/policies/declared-against.ts";
import { takeInventory } from "#core/inventory/inventory.ts";
import { declaredFor } from "#core/policies/declared.ts";
import { claude, FILE, SHA, workflow } from "../inventory/inspected.ts";

const NOW = "2026-11-20T12:00:00Z";

function agentsOf(text: string) {
  const read = (path: string) => (path === FILE ? text : null);
  return takeInventory([FILE], { read, agents: [], visibility: null, requiredChecks: null }).agents;
}

const declaring = agentsOf(`on: { issues: { types: [labeled] }, push: {} }
jobs:
  triage:
    runs-on: ubuntu-latest
    environment: agents-approval
    permissions: { contents: write, issues: write }
    steps:
      - uses: somebody/setup@v2
      - uses: actions/checkout@v5
      - uses: anthropics/claude-code-action@${SHA}
        with:
          prompt: Sort
          claude_args: --model claude-opus-4-1 --allowedTools "Read,Bash(git log:*)"
`);

describe("what a workflow file declares", () => {
  it("is told of the agent's job", () => {
    expect(declaredFor(declaring, FILE, "Claude")).toEqual({
      environments: ["agents-approval"],
      permissions: [
        { scope: "contents", access: "write" },
        { scope: "issues", access: "write" },
      ],
      unpinned: ["somebody/setup@v2"],
      declared_at: `${FILE}:10`,
      models: ["claude-opus-4-1"],
      tools: ["Bash", "Read"],
    });
  });

  it("is not known where the file does not say, or says it by an expression", () => {
    const [row] = declaring;
    if (row === undefined) throw new Error("no agent");
    const unsaid = {
      ...row,
      permissions: null,
      model: `\${{ inputs.model }}`,
      tools: null,
      environment: `\${{ inputs.where }}`,
    };
    expect(declaredFor([unsaid], FILE, "Claude")).toMatchObject({
      ...{ environments: null, permissions: null, models: null, tools: null },
    });
    expect(declaredFor(declaring, ".github/workflows/other.yml", "Claude")).toBeNull();
  });

  it("is held against policies before any run is", () => {
    const config = Config.parse({
      policies: [
        { id: "narrow", mode: "enforce", require: { permissions: { issues: "write" }, "max-usd": 1 } },
        { id: "pinned", match: { events: ["push"], branches: ["main"] }, require: { pins: "commit" } },
        { id: "elsewhere", match: { events: ["schedule"] }, require: { pins: "commit" } },
        { id: "late", require: { "max-usd": 1 } },
      ],
    });
    expect(
      declaredAgainst(declaring, config, NOW).map(({ policy, answer, reason }) => [policy, answer, reason]),
    ).toEqual([
      ["narrow", "block", "permissions: contents: write (allowed: issues: write)"],
      ["pinned", "block", "pins: somebody/setup@v2 (allowed: commit)"],
    ]);
    expect(
      declaredAgainst(
        agentsOf(workflow({ permissions: "{ issues: write }", steps: claude("") })),
        config,
        NOW,
      ),
    ).toEqual([]);
  });
});
