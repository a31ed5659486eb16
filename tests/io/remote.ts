import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach } from "vitest";
import type { Clock, Report } from "#app/effects.ts";
import { type DataBranch, type DataBranchOptions, openDataBranch } from "#io/data-branch.ts";

/** Real git remotes: bare repositories in a temporary folder, reached through `file://`. */

export const REPOSITORY = "octo-org/agent-fleet";
const CONFIG = "agents:\n  - name: triage\n    title: 'Triage *'\n";

const folders: string[] = [];
const opened: DataBranch[] = [];
afterEach(async () => {
  for (const branch of opened.splice(0)) await branch.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "agentops-test-"));
  folders.push(folder);
  return folder;
}

const { PATH } = process.env;

export function git(folder: string, ...args: string[]): string {
  const env = {
    PATH,
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_AUTHOR_NAME: "Ann",
    GIT_AUTHOR_EMAIL: "ann@example.com",
    GIT_COMMITTER_NAME: "Ann",
    GIT_COMMITTER_EMAIL: "ann@example.com",
  };
  return execFileSync("git", args, { cwd: folder, env, encoding: "utf8", stdio: "pipe" }).trim();
}

export function write(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

export type Remote = {
  /** Where a `.git` of the repository is found under `<serverUrl>/<repository>.git`. */
  serverUrl: string;
  bare: string;
  /** A user's own clone of the default branch. */
  clone(): string;
  /** What the server runs before it takes a push. */
  hook(script: string): void;
  open(options?: Partial<DataBranchOptions>): Promise<DataBranch>;
};

/**
 * A repository with one commit on `main`: a source file and a configuration.
 *
 * @param folder where it lies; by default it ends with the test
 */
export function aRemote(folder = temporaryFolder()): Remote {
  const bare = join(folder, `${REPOSITORY}.git`);
  mkdirSync(bare, { recursive: true });
  git(bare, "init", "--quiet", "--bare", "--initial-branch=main");
  git(bare, "config", "uploadpack.allowFilter", "true");
  const seed = temporaryFolder();
  git(seed, "init", "--quiet", "--initial-branch=main");
  write(seed, "src/parser.ts", "export const parser = 1;\n");
  write(seed, ".github/agentops.yml", CONFIG);
  git(seed, "add", "-A");
  git(seed, "commit", "--quiet", "-m", "First");
  git(seed, "push", "--quiet", bare, "main");
  const serverUrl = `file://${folder}`;
  return {
    serverUrl,
    bare,
    clone() {
      const clone = join(temporaryFolder(), "clone");
      git(dirname(clone), "clone", "--quiet", `${serverUrl}/${REPOSITORY}.git`, clone);
      return clone;
    },
    hook(script) {
      writeFileSync(join(bare, "hooks/pre-receive"), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    },
    async open(options) {
      const branch = await openDataBranch({
        serverUrl,
        repository: REPOSITORY,
        token: null,
        branch: "agentops-data",
        workDir: options?.workDir ?? temporaryFolder(),
        report: silent(),
        clock: hasty,
        ...options,
      });
      opened.push(branch);
      return branch;
    },
  };
}

/** Waits a fiftieth of what it is asked: races need some waiting. */
const hasty: Clock = {
  now: () => "2026-11-20T12:00:00Z",
  sleep: (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 20)),
};

/** A report that keeps what it was told. */
export function silent(): Report & { said: string[] } {
  const said: string[] = [];
  const say = (message: string) => void said.push(message);
  return { said, debug: say, info: say, warn: say, group: (_, work) => work(), progress: () => {} };
}
