import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { takeInventory } from "#core/inventory/inventory.ts";

/** What the README offers for copying, held against our own rules for workflows that run agents. */

const README = readFileSync(join(import.meta.dirname, "../README.md"), "utf8");
const FILE = ".github/workflows/agent.yml";

const snippets = [...README.matchAll(/```yaml\n([\s\S]*?)```/g)]
  .map(([, text = ""]) => text)
  .filter((text) => text.includes("command: guard"));

it.each(snippets)("a guard as the README places it is one that the agent heeds", (text) => {
  const body = text.startsWith("steps:")
    ? `jobs:\n  agent:\n    runs-on: ubuntu-latest\n${text.replaceAll(/^/gm, "    ")}`
    : text;
  const workflow = `on: workflow_dispatch\n${body}`;
  const { agents, findings } = takeInventory([FILE], {
    read: (path) => (path === FILE ? workflow : null),
    agents: [],
    visibility: null,
    requiredChecks: null,
  });
  expect(agents.map(({ guard }) => guard)).toEqual([true]);
  expect(findings.filter(({ rule }) => /guard/.test(rule))).toEqual([]);
});

it("offers both placements", () => {
  expect(snippets).toHaveLength(2);
});
