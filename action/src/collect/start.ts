import { spawn } from "node:child_process";
import { openSync } from "node:fs";
import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { exportVariable, getInput, info, saveState, setOutput } from "@actions/core";
import { COLLECTED } from "#core/telemetry/collected-job.ts";
import { codexArguments, exporterEnvironment } from "#core/telemetry/exporter-environment.ts";
import { READY_FILE } from "#io/collect/run-collector.ts";
import { inputPreviews } from "./previews.ts";

/** The receiver's own bundle lies beside this one. */
const COLLECTOR = join(import.meta.dirname, "collector.cjs");
const READY_WITHIN_MS = 15_000;

/** Starts the receiver, waits until it answers, and tells later steps where it is. */
export async function start(): Promise<void> {
  const started = new Date().toISOString();
  const directory = await mkdtemp(join(process.env["RUNNER_TEMP"] || tmpdir(), "agentops-telemetry-"));
  const previews = await inputPreviews();
  const log = openSync(join(directory, "collector.log"), "a");
  const child = spawn(process.execPath, [COLLECTOR, directory], {
    detached: true,
    stdio: ["ignore", log, log],
    env: { ...process.env, PORT: getInput("port") || "0", AGENTOPS_PREVIEWS: previews },
  });
  child.unref();
  // From here on the post step has something to finish, whatever becomes of this one.
  saveState("directory", directory);
  saveState("started", started);
  saveState("previews", previews);
  saveState("pid", String(child.pid ?? ""));
  const endpoint = await ready(directory, child.pid);
  setOutput("endpoint", endpoint);
  setOutput("directory", directory);
  setOutput("codex-args", JSON.stringify(codexArguments(endpoint, previews === "full")));
  if (getInput("set-environment") !== "false") setEnvironment(endpoint, directory, previews === "full");
  info(`Telemetry is received at ${endpoint}`);
}

async function ready(directory: string, pid: number | undefined): Promise<string> {
  for (const end = Date.now() + READY_WITHIN_MS; Date.now() < end; await pause(50)) {
    const address = await readFile(join(directory, READY_FILE), "utf8").catch(() => "");
    if (address !== "") return address;
    if (pid === undefined || !isRunning(pid)) break;
  }
  const log = await readFile(join(directory, "collector.log"), "utf8").catch(() => "");
  throw new Error(`the receiver did not start: ${log.trim().slice(-500) || "it said nothing"}`);
}

/** A variable that is set already is somebody's decision, such as an exporter of their own. */
function setEnvironment(endpoint: string, directory: string, withContents: boolean): void {
  const kept: string[] = [];
  const variables = {
    ...exporterEnvironment(endpoint, resourceAttributes(), withContents),
    AGENTOPS_EVENTS_FILE: join(directory, COLLECTED.emitted),
  };
  for (const [name, value] of Object.entries(variables)) {
    if (process.env[name]) kept.push(name);
    else exportVariable(name, value);
  }
  if (kept.length > 0) info(`Left as they are set: ${kept.join(", ")}`);
}

function resourceAttributes(): Record<string, string> {
  const attributes = {
    "github.repository": process.env["GITHUB_REPOSITORY"],
    "github.run_id": process.env["GITHUB_RUN_ID"],
    "github.run_attempt": process.env["GITHUB_RUN_ATTEMPT"],
    "github.job": process.env["GITHUB_JOB"],
  };
  return Object.fromEntries(
    Object.entries(attributes).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
