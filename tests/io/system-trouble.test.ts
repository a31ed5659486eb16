import { spawnSync } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { GitFailed } from "#io/git.ts";
import { explained } from "#io/git-trouble.ts";
import { systemTrouble } from "#io/system-trouble.ts";
import { temporaryFolder } from "./remote.ts";

const ROOT = join(import.meta.dirname, "../..");
const thrownBy = (work: Promise<unknown>) => work.catch((error: unknown) => error);

describe("what the operating system refuses", () => {
  it("is told with a remedy: a full disk", async () => {
    const trouble = systemTrouble(await thrownBy(writeFile("/dev/full", "x")));
    expect(trouble?.message).toContain("the disk is full (ENOSPC, write)");
    expect(trouble?.remedy).toContain("Free space");
  });

  it("is found behind other errors, and nothing is made of those of ports and programs", async () => {
    const error = await thrownBy(writeFile("/dev/full", "x"));
    const wrapped = new Error("the page /x cannot be written", { cause: error });
    expect(systemTrouble(wrapped)?.message).toContain("the disk is full");
    const port = Object.assign(new Error("listen EACCES"), { code: "EACCES", syscall: "listen" });
    expect(systemTrouble(port)).toBeNull();
    expect(systemTrouble(await thrownBy(mkdir("/proc/agentops")))).toBeNull(); // ENOENT, which says something else
    expect(systemTrouble("text")).toBeNull();
  });

  it.each(["EROFS", "EACCES", "EPERM", "EMFILE", "ENFILE", "EDQUOT"])(
    "names the path at fault: %s",
    (code) => {
      const error = Object.assign(new Error(code), { code, syscall: "open", path: "/data/state.json" });
      const trouble = systemTrouble(error);
      expect(trouble?.message).toMatch(new RegExp(`^/data/state\\.json: .+ \\(${code}, open\\)$`));
      expect(trouble?.remedy).not.toBe("");
    },
  );

  it.each([
    ["fatal: write error: No space left on device", "The disk is full."],
    ["error: unable to create file data/x: Read-only file system", "This user may not write there."],
    [
      "fatal: could not open '.git/FETCH_HEAD' for writing: Permission denied",
      "This user may not write there.",
    ],
    ["fatal: Unable to create '/w/.git/index.lock': Permission denied", "This user may not write there."],
    ['error: open("x"): Too many open files', "This machine may not open more files."],
    ["git@github.com: Permission denied (publickey).", "The token was not accepted."],
    ["ERROR: The requested URL returned error: 403", "The token may not write to this repository."],
  ])("is told from what git says of it: %s", (stderr, what) => {
    expect((explained(new GitFailed("push", stderr), "Cannot publish") as Error).message).toContain(what);
  });

  it("never ends a command with a plea to report it", () => {
    const events = spawnSync(process.execPath, [join(ROOT, "action/src/cli.ts"), "emit", "custom.x"], {
      cwd: temporaryFolder(),
      encoding: "utf8",
      env: { ...process.env, AGENTOPS_EVENTS_FILE: "/dev/full" },
    });
    expect(events.status).toBe(1);
    expect(events.stderr).toContain("the disk is full");
    expect(events.stderr).not.toContain("unexpected");
  });
});
