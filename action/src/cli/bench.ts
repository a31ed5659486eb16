import { mkdtemp, rm } from "node:fs/promises";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { commandCostsText, type Overhead, overheadText } from "#core/render/overhead-text.ts";
import { median } from "#core/statistics/distribution.ts";
import { trialExport } from "#core/telemetry/otlp/trial-export.ts";
import { startReceiver } from "#io/collect/receiver.ts";
import { telemetryFile } from "#io/collect/telemetry-file.ts";
import { commandCosts } from "./bench-command.ts";
import type { Context, Outcome } from "./context.ts";
import type { Extras } from "./extras.ts";

/** Measured in turns, so that a moment of load falls on all; the median turn counts. */
const TURNS = 9;
/** A bar of the library: what it may add to any call. */
const LIMIT_US = 20;
const MOST_REQUESTS = 200;

/**
 * Prints what telemetry costs on this machine: the command that is named, and a call of a function that does nothing.
 * Exits 1 when a run of the command failed.
 */
export async function bench(
  { print, report }: Context,
  { iterations, pairs, words }: Pick<Extras, "iterations" | "pairs" | "words">,
): Promise<Outcome> {
  const costs = words.length === 0 ? null : await commandCosts(words, pairs, report);
  if (costs !== null) print(`${commandCostsText(costs)}\n`);
  print(await callCosts(iterations));
  return { exitCode: costs === null || costs.lastFailure === null ? 0 : 1 };
}

async function callCosts(iterations: number): Promise<string> {
  const { AGENTOPS_EVENTS_FILE: file } = process.env;
  const folder = await mkdtemp(join(tmpdir(), "agentops-bench-"));
  try {
    process.env["AGENTOPS_EVENTS_FILE"] = join(folder, "events.jsonl");
    // Only now, because it asks for its file when it is loaded.
    const { trackExecution, trackTool } = await import("../events/track.ts");
    const work = async () => 1;
    const ways = [work, () => trackExecution("bench", work), () => trackTool("bench", work)];
    const [bare = 0, execution = 0, tool = 0] = await medians(ways, Math.ceil(iterations / TURNS));
    const rows: Overhead[] = [
      { name: "trackExecution", microseconds: Math.max(0, execution - bare), limit: LIMIT_US },
      { name: "trackTool", microseconds: Math.max(0, tool - bare), limit: LIMIT_US },
      { name: "collect, one span a request", microseconds: await receiving(folder, iterations), limit: null },
    ];
    return overheadText(iterations, bare, rows);
  } finally {
    if (file === undefined) delete process.env["AGENTOPS_EVENTS_FILE"];
    else process.env["AGENTOPS_EVENTS_FILE"] = file;
    await rm(folder, { recursive: true, force: true });
  }
}

/** Microseconds a call of each way, at the median of the turns; a turn before them warms up. */
async function medians(ways: readonly (() => Promise<number>)[], calls: number): Promise<number[]> {
  const times = ways.map((): number[] => []);
  for (let turn = -1; turn < TURNS; turn += 1)
    for (const [index, way] of ways.entries()) {
      const took = await timed(way, calls);
      if (turn >= 0) times[index]?.push(took);
    }
  return times.map((took) => median(took) ?? 0);
}

async function timed(way: () => Promise<unknown>, calls: number): Promise<number> {
  const started = performance.now();
  for (let call = 0; call < calls; call += 1) await way();
  return (1000 * (performance.now() - started)) / calls;
}

/** Microseconds from sending a span to the answer, sender and receiver in one process. */
async function receiving(folder: string, iterations: number): Promise<number> {
  const otlp = await telemetryFile(join(folder, "otlp.jsonl"), Number.MAX_SAFE_INTEGER);
  const events = await telemetryFile(join(folder, "received.jsonl"), Number.MAX_SAFE_INTEGER);
  const receiver = await startReceiver({
    port: 0,
    otlp,
    events,
    redact: {},
    previews: "none",
    debug: () => {},
  });
  const agent = new Agent({ keepAlive: true });
  const body = trialExport("1".repeat(32), "1".repeat(16), Date.now());
  const send = () =>
    new Promise<void>((resolve, reject) => {
      const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
      request(`${receiver.url}/v1/traces`, { method: "POST", agent, headers }, (answer) => {
        answer.resume().once("end", resolve);
      })
        .once("error", reject)
        .end(body);
    });
  try {
    const requests = Math.min(MOST_REQUESTS, Math.ceil(iterations / TURNS));
    const turns: number[] = [];
    for (let turn = 0; turn < TURNS; turn += 1) turns.push(await timed(send, requests));
    return median(turns) ?? 0;
  } finally {
    agent.destroy();
    await receiver.close(1000);
    await otlp.close();
    await events.close();
  }
}
