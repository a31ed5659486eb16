import { readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { getInput, getState, info, warning } from "@actions/core";
import { describe } from "#core/errors.ts";
import { Previews } from "#core/records/previews.ts";
import { printable } from "#core/render/printable.ts";
import { COLLECTED, CollectedJob } from "#core/telemetry/collected-job.ts";
import { parseObject } from "#core/telemetry/loose-json.ts";
import { redactedEvent } from "#core/telemetry/redacted-event.ts";
import { keepExecutions } from "./keep-executions.ts";
import { isRunning } from "./start.ts";

/** What is uploaded: nothing else that may lie in the directory. */
const FILES = /^agentops-[\w-]+\.jsonl?$/;
const STOP_WITHIN_MS = 20_000;

/** Stops the receiver and uploads what it kept; without a results service the files stay, and their path is said. */
export async function finish(): Promise<void> {
  const directory = getState("directory");
  await stop(Number(getState("pid")));
  const note = await noteIn(directory);
  const previews = Previews.safeParse(getState("previews")).data ?? "none";
  await keepExecutions(directory, getState("started"), previews).catch((error: unknown) =>
    warning(printable(`What agents left on this machine was not read: ${describe(error)}`)),
  );
  await redactEmitted(join(directory, COLLECTED.emitted), previews);
  const files = await filesIn(directory);
  say(note, files);
  if (files.length === 0) return info("No telemetry came, so nothing is uploaded.");
  const { ACTIONS_RUNTIME_TOKEN: token, ACTIONS_RESULTS_URL: url } = process.env;
  if (!token || !url) return info(`There is no artifact service here. The telemetry is in ${directory}`);
  try {
    const { uploadArtifact } = await import("#io/upload-artifact.ts");
    const prefix = getInput("artifact-name") || "agentops-telemetry";
    const retentionDays = Number(getInput("retention-days")) || 7;
    const name = await uploadArtifact(prefix, files, directory, retentionDays);
    info(`Uploaded as artifact ${name}`);
  } catch (error) {
    warning(printable(`The telemetry was not uploaded: ${describe(error)}. It is in ${directory}`));
  }
}

/** A receiver that was killed has left its files; there is nothing to wait for then. */
async function stop(pid: number): Promise<void> {
  if (!Number.isInteger(pid) || pid <= 0 || !isRunning(pid)) return;
  process.kill(pid, "SIGTERM");
  for (const end = Date.now() + STOP_WITHIN_MS; Date.now() < end && isRunning(pid); ) await pause(50);
  if (isRunning(pid)) process.kill(pid, "SIGKILL");
}

/** Links are left out: they may lead anywhere. */
async function filesIn(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile() && FILES.test(entry.name))
    .map(({ name }) => name)
    .sort();
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(directory, name))).size));
  const files = names.filter((_, index) => (sizes[index] ?? 0) > 0);
  // The note alone tells nothing of an agent.
  return files.some((name) => name !== COLLECTED.job) ? files.map((name) => join(directory, name)) : [];
}

/** What programs appended themselves has not passed the receiver. A file that cannot be read is not uploaded. */
async function redactEmitted(path: string, previews: Previews): Promise<void> {
  const text = await readFile(path, "utf8").catch(() => null);
  if (text === null) return rm(path, { force: true });
  const lines = text.split("\n").map((line) => (line === "" ? "" : redactedEvent(line, {}, previews)));
  await writeFile(path, lines.join("\n"));
}

async function noteIn(directory: string): Promise<CollectedJob | null> {
  const text = await readFile(join(directory, COLLECTED.job), "utf8").catch(() => "{}");
  const parsed = CollectedJob.safeParse(parseObject(text));
  return parsed.success ? parsed.data : null;
}

function say(note: CollectedJob | null, files: readonly string[]): void {
  if (note === null) {
    warning("The receiver left no note of what it received.");
    return;
  }
  const { accepted, refused, dropped } = note;
  // On Windows there is no asking a process to end, so its note is always an unfinished one.
  if (note.ended_at === null && process.platform !== "win32")
    warning("The receiver was killed; what it acknowledged is kept.");
  else info(`Received ${accepted} spans, log records, metrics and events in ${files.length} files.`);
  if (refused + dropped > 0) warning(`${refused} requests were refused and ${dropped} items dropped.`);
}
