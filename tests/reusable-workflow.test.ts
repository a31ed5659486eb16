import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";

const FILE = join(import.meta.dirname, "../.github/workflows/agentops.yml");
const { steps } = parse(readFileSync(FILE, "utf8")).jobs.sync;
const COMMIT = "0123456789abcdef0123456789abcdef01234567";

/** The first step, as a runner that says these two things of the workflow runs it. */
function proved(repository: string, commit: string) {
  const { status, stdout } = spawnSync("bash", ["--norc", "-e", "-c", steps[0].run], {
    encoding: "utf8",
    env: { PATH: process.env["PATH"], REPOSITORY: repository, COMMIT: commit },
  });
  return { status, stdout };
}

describe("the reusable workflow", () => {
  it("goes on only where the runner says which commit of which repository it is", () => {
    expect(proved("octo-org/agentops", COMMIT)).toEqual({ status: 0, stdout: "" });
  });

  it.each([
    ["an older runner says nothing", "", ""],
    ["the repository is not told", "", COMMIT],
    ["the commit is not told", "octo-org/agentops", ""],
    ["it is a branch", "octo-org/agentops", "main"],
    ["it is a tag", "octo-org/agentops", "v0.1.0"],
    ["it is a short commit", "octo-org/agentops", COMMIT.slice(0, 7)],
    ["it is null", "null", "null"],
    ["it is more than a commit", "octo-org/agentops", `${COMMIT}\nmain`],
    ["it is an address", "https://evil.example/x", COMMIT],
  ])("ends before anything of anybody runs where %s", (_, repository, commit) => {
    const { status, stdout } = proved(repository, commit);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^::error::.*agentops-data-sync\.yml/);
  });

  it("checks out what it proved, and runs nothing before that", () => {
    const [proof, checkout, ours] = steps;
    const said = (field: string) => `$\{{ fromJSON(toJSON(job)).${field} }}`;
    expect(proof.env).toEqual({ REPOSITORY: said("workflow_repository"), COMMIT: said("workflow_sha") });
    expect(Object.keys(proof).sort()).toEqual(["env", "run"]);
    expect(checkout.with).toMatchObject({
      repository: proof.env.REPOSITORY,
      ref: proof.env.COMMIT,
      path: ".agentops",
      "persist-credentials": false,
    });
    expect(checkout.if).toBeUndefined();
    expect(ours.uses).toBe("./.agentops");
    expect(ours.if).toBeUndefined();
  });
});
