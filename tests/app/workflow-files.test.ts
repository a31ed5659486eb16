import { expect, it } from "vitest";
import { readWorkflowFiles, workflowPathsIn } from "#app/workflow-files.ts";

function texts(files: Readonly<Record<string, string>>) {
  const asked: string[] = [];
  const all = new Map(Object.entries(files));
  return {
    asked,
    read: async (path: string) => {
      asked.push(path);
      return all.get(path) ?? null;
    },
    list: async (folder: string) =>
      [...all.keys()].flatMap((path) => (path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : [])),
  };
}

it("reads workflows and what they lead to, each once", async () => {
  const source = texts({
    ".github/workflows/a.yml":
      "on: push\njobs: { a: { runs-on: x, steps: [{ uses: ./.github/actions/agent }] } }\n",
    ".github/workflows/notes.md": "no workflow",
    ".github/actions/agent/action.yml":
      "runs: { using: composite, steps: [{ shell: bash, run: 'claude -p Sort' }] }\n",
    "src/secret.txt": "nobody asks for it",
  });
  const files = await readWorkflowFiles(source, []);
  expect(workflowPathsIn(files)).toEqual([".github/workflows/a.yml"]);
  expect(files.get(".github/actions/agent/action.yml")).toContain("claude");
  expect(files.has("src/secret.txt")).toBe(false);
  expect(source.asked).toEqual([...new Set(source.asked)]);
});

it("takes a file for none that is larger than a workflow can be, and ends where files lead in a circle", async () => {
  const large = `# ${"x".repeat(1024 * 1024)}\non: push\n`;
  const circle = "on: workflow_call\njobs: { a: { uses: ./.github/workflows/b.yml } }\n";
  const files = await readWorkflowFiles(
    texts({ ".github/workflows/a.yml": large, ".github/workflows/b.yml": circle }),
    [],
  );
  expect(files.get(".github/workflows/a.yml")).toBeNull();
  expect(files.get(".github/workflows/b.yml")).toBe(circle);
});
