import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { filesThatName, writeRelease } from "../scripts/release.ts";

const ROOT = join(import.meta.dirname, "..");

/** A repository of its own with the files that name a release, tagged. */
function aClone(tag: string): { root: string; commit: string } {
  const root = mkdtempSync(join(tmpdir(), "release-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const file of filesThatName(ROOT)) cpSync(join(ROOT, file), join(root, file));
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=x", "-c", "user.email=x@example.com", ...args], {
      cwd: root,
      encoding: "utf8",
    });
  git("init", "--quiet");
  git("add", "--all");
  git("commit", "--quiet", "--message", "a release");
  git("tag", "--annotate", "--message", tag, tag);
  return { root, commit: git("rev-parse", "HEAD").trim() };
}

const mentions = (root: string) =>
  filesThatName(root)
    .flatMap((file) => readFileSync(join(root, file), "utf8").split("\n"))
    .filter((line) => /uses: (?!actions\/|\.\/)[\w.-]+\//.test(line));

describe("a release", () => {
  it("is written by its commit wherever it is named, the next one over it", () => {
    const { root, commit } = aClone("v1.2.3");
    expect(writeRelease(root, "v1.2.3", "octo-org/agentops")).toEqual({
      ...{ home: "octo-org/agentops", tag: "v1.2.3", commit },
    });
    expect(mentions(root).length).toBeGreaterThanOrEqual(4);
    for (const line of mentions(root)) {
      expect(line).toMatch(/uses: octo-org\/agentops(?:\/[\w./-]+)?@/);
      expect(line.endsWith(`@${commit} # v1.2.3`)).toBe(true);
    }
    const constants = readFileSync(join(root, "action/src/paths.ts"), "utf8");
    expect(constants).toContain('export const HOME = "octo-org/agentops"');
    expect(constants).toContain(`commit: "${commit}"`);
    execFileSync("git", ["tag", "v1.3.0"], { cwd: root });
    writeRelease(root, "v1.3.0", null);
    for (const line of mentions(root)) expect(line.endsWith(`@${commit} # v1.3.0`)).toBe(true);
  });

  it("is refused without its tag", () => {
    const { root } = aClone("v1.2.3");
    expect(() => writeRelease(root, "v9.9.9", null)).toThrow();
    expect(() => writeRelease(root, "main", null)).toThrow("no tag such as v1.2.3");
    expect(() => writeRelease(root, "v1.2.3", "octo-org")).toThrow("no owner/name");
  });
});
