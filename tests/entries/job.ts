import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Simulator } from "#simulator/server.ts";
import { REPOSITORY, type Remote, temporaryFolder } from "../io/remote.ts";
import { builtAction } from "./built.ts";

export type Ended = { code: number | null; stdout: string; stderr: string };

/** Runs one of the bundles under an environment that has nothing of ours but what is given. */
export async function runBundle(
  bundle: "main" | "cli",
  args: string[],
  env: Record<string, string>,
  cwd: string,
): Promise<Ended> {
  const { PATH = "" } = process.env;
  const file = join(await builtAction(), `${bundle}.cjs`);
  const child = spawn(process.execPath, [file, ...args], { cwd, env: { PATH, ...env } });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (text) => {
    stdout += text;
  });
  child.stderr.on("data", (text) => {
    stderr += text;
  });
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return { code, stdout, stderr };
}

export type Job = Ended & { workspace: string; outputs: Record<string, string>; summary: string };

export type JobOptions = {
  simulator: Simulator;
  /** Null: there is no git server to reach. */
  remote: Remote | null;
  inputs?: Record<string, string>;
  env?: Record<string, string>;
  workspace?: string;
};

/** What a runner gives the Action: inputs and addresses in the environment, files for its results. */
export function jobEnvironment(options: JobOptions) {
  const { simulator, remote, inputs = {}, env = {}, workspace = temporaryFolder() } = options;
  const home = temporaryFolder();
  const output = join(home, "output");
  const summary = join(home, "summary");
  for (const file of [output, summary]) writeFileSync(file, "");
  mkdirSync(join(home, "temp"));
  // The address is GitHub's, as in any job; git is told to look for it in a folder.
  if (remote !== null)
    writeFileSync(
      join(home, ".gitconfig"),
      `[url "${remote.serverUrl}/"]\n\tinsteadOf = https://github.com/\n`,
    );
  const given: Record<string, string> = {
    HOME: home,
    GITHUB_ACTIONS: "true",
    GITHUB_API_URL: simulator.url,
    GITHUB_SERVER_URL: "https://github.com",
    GITHUB_REPOSITORY: REPOSITORY,
    GITHUB_EVENT_NAME: "schedule",
    GITHUB_RUN_ID: "36999999999",
    GITHUB_WORKFLOW_REF: `${REPOSITORY}/.github/workflows/agentops-data-sync.yml@refs/heads/main`,
    GITHUB_WORKSPACE: workspace,
    GITHUB_OUTPUT: output,
    GITHUB_STEP_SUMMARY: summary,
    RUNNER_TEMP: join(home, "temp"),
    INPUT_TOKEN: simulator.token,
    ...Object.fromEntries(
      Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
    ),
    ...env,
  };
  const { PATH = "" } = process.env;
  return { env: { PATH, ...given }, workspace, output, summary };
}

/** Runs the Action as a runner would. */
export async function runJob(options: JobOptions): Promise<Job> {
  const { env, workspace, output, summary } = jobEnvironment(options);
  const ended = await runBundle("main", [], env, workspace);
  return { ...ended, workspace, outputs: readOutputs(output), summary: readFileSync(summary, "utf8") };
}

/** `name<<delimiter`, the value, the delimiter. */
export function readOutputs(file: string): Record<string, string> {
  const text = readFileSync(file, "utf8");
  return Object.fromEntries(
    [...text.matchAll(/^(.+?)<<(.+)\n([\s\S]*?)\n?\2$/gm)].map(([, name = "", , value = ""]) => [
      name,
      value,
    ]),
  );
}
