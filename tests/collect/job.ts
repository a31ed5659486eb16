import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildBundles } from "../../scripts/build.ts";
import { readOutputs } from "../entries/job.ts";

export type Ended = { code: number | null; output: string };

/** The collect Action's bundles of today's sources; remove the folder after use. */
export async function collectBundles(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "collect-bundles-"));
  await buildBundles(folder, ["collect.cjs", "collector.cjs", "artifact.cjs", "cli.cjs"]);
  return folder;
}

/** A job as its steps see it: files for what they tell the runner, and the environment that grows by it. */
export class CollectedSteps {
  readonly folder = mkdtempSync(join(tmpdir(), "collect-job-"));
  readonly home = join(this.folder, "home");
  readonly temp = join(this.folder, "temp");
  readonly #bundles: string;
  readonly #env: Record<string, string>;

  constructor(bundles: string, env: Record<string, string> = {}) {
    this.#bundles = bundles;
    for (const folder of [this.home, this.temp]) mkdirSync(folder);
    for (const file of ["env", "output", "state"]) writeFileSync(join(this.folder, file), "");
    this.#env = {
      PATH: process.env["PATH"] ?? "",
      ...{ HOME: this.home, USERPROFILE: this.home, RUNNER_TEMP: this.temp, GITHUB_ACTIONS: "true" },
      GITHUB_ENV: join(this.folder, "env"),
      GITHUB_OUTPUT: join(this.folder, "output"),
      GITHUB_STATE: join(this.folder, "state"),
      ...{ GITHUB_REPOSITORY: "octo-org/fleet", GITHUB_RUN_ID: "1000", GITHUB_RUN_ATTEMPT: "1" },
      ...{ GITHUB_JOB: "agent", GITHUB_ACTOR: "octocat", GITHUB_WORKSPACE: this.folder, APP_ENV: "staging" },
      ...env,
    };
  }

  /** The step of the workflow, and the step after the job. */
  main(inputs: Record<string, string> = {}, env: Record<string, string> = {}): Promise<Ended> {
    return this.run(join(this.#bundles, "collect.cjs"), [], { ...asInputs(inputs), ...env });
  }
  post(env: Record<string, string> = {}): Promise<Ended> {
    const state = Object.entries(this.state()).map(([name, value]) => [`STATE_${name}`, value]);
    return this.run(join(this.#bundles, "collect.cjs"), [], { ...Object.fromEntries(state), ...env });
  }
  agentops(...words: string[]): Promise<Ended> {
    return this.run(join(this.#bundles, "cli.cjs"), words);
  }

  /** A later step's program. */
  async run(script: string, args: string[], more: Record<string, string> = {}): Promise<Ended> {
    const env = { ...this.#env, ...this.exported(), ...more };
    const child = spawn(process.execPath, [script, ...args], { env, cwd: this.folder });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (text) => {
        output += text;
      });
    const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
    return { code, output };
  }

  exported(): Record<string, string> {
    return readOutputs(join(this.folder, "env"));
  }
  outputs(): Record<string, string> {
    return readOutputs(join(this.folder, "output"));
  }
  state(): Record<string, string> {
    return readOutputs(join(this.folder, "state"));
  }
  read(name: string): string {
    return readFileSync(join(this.outputs()["directory"] ?? "", name), "utf8");
  }

  /** Ends the receiver, should the test not have. */
  clear(): void {
    try {
      process.kill(Number(this.state()["pid"]), "SIGKILL");
    } catch {
      // It has ended.
    }
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function asInputs(inputs: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
  );
}
