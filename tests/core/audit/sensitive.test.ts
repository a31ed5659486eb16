import { describe, expect, it } from "vitest";
import { pushedTo, sensitiveAction, sensitiveIn } from "#core/audit/sensitive.ts";

const shell = (input: string | null) => sensitiveIn({ name: "Bash", input });

describe("what an agent's calls did that others have to live with", () => {
  it.each([
    ["git push origin HEAD:main", ["push"]],
    ['{"command":"cd x && git -C y push --force origin main"}', ["push"]],
    ["gh pr merge 12 --squash", ["merge"]],
    ["gh release create v1", ["release"]],
    ["npm publish", ["release"]],
    ["terraform apply -auto-approve", ["deployment"]],
    ["gh secret set KEY", ["secret"]],
    ["git pull; echo push", []],
    ["npx vitest run src/push.ts", []],
  ])("%s", (command, kinds) => {
    expect(shell(command)).toEqual(kinds);
  });

  it("goes by the tool's name where no command is stored, and knows nothing of a shell then", () => {
    expect(shell(null)).toEqual([]);
    expect(sensitiveIn({ name: "mcp__github__push_files", input: null })).toEqual(["push"]);
    expect(sensitiveIn({ name: "merge_pull_request", input: null })).toEqual(["merge"]);
    expect(sensitiveAction("create_release")).toBe("release");
    expect(sensitiveAction("create_issue")).toBeNull();
  });

  it("sees edits of what decides over agents, and not that they were read", () => {
    const input = '{"file_path":".github/workflows/ci.yml"}';
    expect(sensitiveIn({ name: "Edit", input })).toEqual(["workflow edit"]);
    expect(sensitiveIn({ name: "Read", input })).toEqual([]);
    expect(sensitiveIn({ name: "Write", input: '{"file_path":"CLAUDE.md"}' })).toEqual(["policy edit"]);
  });

  it.each([
    ["git push origin main", true],
    ["git push origin HEAD:refs/heads/main", true],
    ["git push -f origin +topic:main", true],
    ["git push origin claude/topic", false],
    ["git push", null],
    [null, null],
  ])("tells where a push went, as far as it says: %s", (command, answer) => {
    expect(pushedTo("main", command)).toBe(answer);
  });
});
