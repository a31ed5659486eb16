/**
 * Writes the commit of a release, and the repository it is in, wherever people copy them from: the README and the
 * workflows. A commit cannot name itself, so this is done, and committed, right after the tag is set:
 *
 *   git tag v1.2.3 && node scripts/release.ts v1.2.3 owner/name
 */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export type Release = { home: string; tag: string; commit: string };

const ROOT = join(import.meta.dirname, "..");
const CONSTANTS = "action/src/paths.ts";
const HOME = /(export const HOME = ")([\w.-]+\/[\w.-]+)(")/;

/** Files below the root in which a release is named. */
export function filesThatName(root: string): string[] {
  const workflows = readdirSync(join(root, ".github/workflows")).map((file) => `.github/workflows/${file}`);
  return [CONSTANTS, "README.md", ".github/CONTRIBUTING.md", ".github/AGENT-WORKFLOWS.md", ...workflows];
}

/** A text with every mention of `before` made one of the release. */
export function naming({ home, tag, commit }: Release, before: string, text: string): string {
  return text
    .replaceAll(
      new RegExp(`(uses: +)${before.replaceAll(".", "\\.")}((?:/[\\w./-]+)?)@[0-9a-f]{40} # v\\S+`, "g"),
      (_, uses: string, path: string) => `${uses}${home}${path}@${commit} # ${tag}`,
    )
    .replaceAll(`github:${before}`, `github:${home}`)
    .replace(HOME, `$1${home}$3`)
    .replace(/(export const RELEASE = \{\s*tag: ")[^"]*(",\s*commit: ")[^"]*(")/, `$1${tag}$2${commit}$3`);
}

/** @throws when the tag is not there, or anything given is not what it should be */
export function writeRelease(root: string, tag: string, home: string | null): Release {
  if (!/^v\d+\.\d+\.\d+$/.test(tag)) throw new Error(`${tag} is no tag such as v1.2.3`);
  if (home !== null && !/^[\w.-]+\/[\w.-]+$/.test(home)) throw new Error(`${home} is no owner/name`);
  const commit = execFileSync("git", ["rev-parse", "--verify", `refs/tags/${tag}^{commit}`], {
    cwd: root,
    encoding: "utf8",
  }).trim();
  const before = HOME.exec(readFileSync(join(root, CONSTANTS), "utf8"))?.[2];
  if (before === undefined) throw new Error(`${CONSTANTS} names no repository`);
  const release = { home: home ?? before, tag, commit };
  for (const file of filesThatName(root)) {
    const path = join(root, file);
    const text = readFileSync(path, "utf8");
    const named = naming(release, before, text);
    if (named !== text) writeFileSync(path, named);
  }
  return release;
}

if (import.meta.main) {
  const [tag = "", home = null] = process.argv.slice(2);
  const release = writeRelease(ROOT, tag, home);
  console.log(`${release.home}@${release.commit} # ${release.tag}: look at the difference and commit it`);
}
