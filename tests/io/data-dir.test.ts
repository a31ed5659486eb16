import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { UserError } from "#core/errors.ts";
import { dataDirInWorkspace, dataDirOnBranch } from "#io/data-dir.ts";
import { directoryStore } from "#io/store.ts";
import { aRunRecord, aState } from "../builders.ts";
import { temporaryFolder } from "./remote.ts";

async function refusal(work: () => unknown): Promise<UserError> {
  try {
    await work();
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
    return error as UserError;
  }
  throw new Error("was taken");
}

const ODD: [given: string, reason: string][] = [
  ["a/.GIT/hooks", "git keeps its own files in .git"],
  [".git", "git keeps its own files"],
  ["data/.Git. /x", "git keeps its own files"],
  ["GIT~1/x", "git keeps its own files"],
  ["a\\.git\\hooks", "git keeps its own files"],
  ["data\nx", "a line end or another control character"],
  ["data\u0000x", "a line end or another control character"],
  ["data\u2028x", "a line end or another control character"],
  ["data\u001b[31m", "a line end or another control character"],
  ["../data", "`..` leads out"],
  ["a/../../b", "`..` leads out"],
  ["a\\..\\..\\b", "`..` leads out"],
];

describe("a data-dir", () => {
  it.each(ODD)("%j is refused with the input, the reason and what to give instead", async (given, reason) => {
    for (const take of [() => dataDirOnBranch(given), () => dataDirInWorkspace(temporaryFolder(), given)]) {
      const { message, remedy } = await refusal(take);
      expect(message).toContain(`data-dir ${JSON.stringify(given)} cannot hold records: `);
      expect(message).toContain(reason);
      expect(remedy).toContain("`data`");
    }
  });

  it("on a branch is no path of a machine and not the whole repository", async () => {
    for (const given of ["/tmp/data", "C:\\data", "c:data"])
      expect((await refusal(() => dataDirOnBranch(given))).message).toContain("root of a machine");
    for (const given of [".", "./", ""])
      expect((await refusal(() => dataDirOnBranch(given))).message).toContain("whole repository");
  });

  it("is taken however it is written", () => {
    expect(
      ["data", "./data/", "a//b/../c", "d\\e", ".github/data", "git", "a..b"].map(dataDirOnBranch),
    ).toEqual([...["data", "data", "a/c", "d/e", ".github/data", "git", "a..b"]]);
  });

  it.each(["/proc/agentops/data", "/sys/data", "/dev/data", "/proc/self/data"])(
    "%s is the system's own, and ends with a message",
    async (given) => {
      const { message } = await refusal(() => dataDirInWorkspace(temporaryFolder(), given));
      expect(message).toMatch(/\/(proc|sys|dev) is the system's own/);
    },
  );

  it("behind a symbolic link is not followed out of the workspace", async () => {
    const [workspace, elsewhere] = [temporaryFolder(), temporaryFolder()];
    symlinkSync(elsewhere, join(workspace, "data"));
    symlinkSync("nowhere", join(workspace, "gone"));
    symlinkSync("circle", join(workspace, "circle"));
    symlinkSync("/proc", join(workspace, "system"));
    for (const given of ["data", "data/deeper", "gone", "circle/x"])
      expect((await refusal(() => dataDirInWorkspace(workspace, given))).message).toContain("symbolic link");
    expect((await refusal(() => dataDirInWorkspace(workspace, "system/x"))).message).toContain(
      "/proc is the",
    );
    mkdirSync(join(workspace, "inside"));
    symlinkSync("inside", join(workspace, "within"));
    expect(await dataDirInWorkspace(workspace, "within")).toBe(join(workspace, "within"));
    expect(await dataDirInWorkspace(workspace, elsewhere)).toBe(elsewhere);
  });
});

describe("an owner's folder that is a symbolic link", () => {
  it("is neither read nor written out of the data-dir", async () => {
    const [root, elsewhere] = [temporaryFolder(), temporaryFolder()];
    mkdirSync(join(elsewhere, "agent-fleet"));
    writeFileSync(join(elsewhere, "agent-fleet/state.json"), "{}");
    symlinkSync(elsewhere, join(root, "octo-org"));
    const store = directoryStore(root, "octo-org/agent-fleet");
    for (const work of [
      () => store.readState(),
      () => store.days("runs"),
      () => store.sizes(),
      () => store.merge("runs", "2026-11-20", [aRunRecord()]),
      () => store.writeState(aState()),
    ])
      expect((await refusal(work)).message).toContain("a symbolic link on its way leads to");
    expect(readdirSync(join(elsewhere, "agent-fleet"))).toEqual(["state.json"]);
  });
});
