/**
 * The receiver under load: 5,000 spans a second for a minute, from another process as agents are. Prints what
 * arrived, how long an answer took, and what the receiver cost.
 *
 *   node scripts/bench-collect.ts [seconds]     default 60
 */
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { buildBundles } from "./build.ts";

/** Built apart, so that what is measured is what the sources say. */
const bundles = await mkdtemp(join(tmpdir(), "bench-bundles-"));
await buildBundles(bundles, ["collector.cjs"]);
const SPANS_PER_SECOND = 5000;
const SPANS_PER_REQUEST = 100;

const seconds = Number(process.argv[2] ?? 60);
const directory = await mkdtemp(join(tmpdir(), "bench-collect-"));
const child = spawn(process.execPath, [join(bundles, "collector.cjs"), directory], {
  env: { ...process.env, PORT: "0" },
  stdio: "inherit",
});
const ended = new Promise((resolve) => child.once("exit", resolve));
try {
  const url = await address();
  await pause(5000);
  const idle = await resident("VmRSS");
  const cpuBefore = await cpuSeconds();
  const latencies = await load(url, seconds);
  const cpu = (await cpuSeconds()) - cpuBefore;
  const peak = await resident("VmHWM");
  child.kill("SIGTERM");
  await ended;
  const sent = seconds * SPANS_PER_SECOND;
  const kept = await keptSpans();
  latencies.sort((a, b) => a - b);
  const at = (share: number) => `${(latencies[Math.ceil(share * latencies.length) - 1] ?? 0).toFixed(1)} ms`;
  console.log(`${sent} spans sent in ${seconds} s, ${kept} kept, ${sent - kept} lost`);
  console.log(`answers: p50 ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)}, slowest ${at(1)}`);
  console.log(
    `memory: idle ${idle} MB, at most ${peak} MB; processor: ${((100 * cpu) / seconds).toFixed(1)} % of a core`,
  );
  process.exitCode = kept === sent ? 0 : 1;
} finally {
  child.kill("SIGKILL");
  for (const folder of [directory, bundles]) await rm(folder, { recursive: true, force: true });
}

async function address(): Promise<string> {
  for (let tries = 0; tries < 200; tries += 1) {
    const text = await readFile(join(directory, "agentops-address.txt"), "utf8").catch(() => "");
    if (text !== "") return text;
    await pause(50);
  }
  throw new Error("the receiver did not start");
}

/** @returns milliseconds of every answer */
async function load(url: string, seconds: number): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 20 });
  const latencies: number[] = [];
  const requests: Promise<void>[] = [];
  const perSecond = SPANS_PER_SECOND / SPANS_PER_REQUEST;
  const started = performance.now();
  for (let index = 0; index < seconds * perSecond; index += 1) {
    await pause(Math.max(0, started + (1000 * index) / perSecond - performance.now()));
    const sending = post(`${url}/v1/traces`, batch(), agent);
    // A request that fails shows as spans that were not kept.
    requests.push(
      sending.then(
        (took) => void latencies.push(took),
        (error: unknown) => console.error(String(error)),
      ),
    );
  }
  await Promise.all(requests);
  agent.destroy();
  return latencies;
}

function post(url: string, body: string, agent: Agent): Promise<number> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
    request(url, { method: "POST", agent, headers }, (answer) => {
      answer.resume();
      answer.once("end", () =>
        answer.statusCode === 200
          ? resolve(performance.now() - started)
          : reject(new Error(`the receiver answers ${answer.statusCode}`)),
      );
    })
      .once("error", reject)
      .end(body);
  });
}

/** A model call as agents report it. */
function batch(): string {
  const traceId = randomBytes(16).toString("hex");
  const text = (key: string, stringValue: string) => ({ key, value: { stringValue } });
  const whole = (key: string, intValue: number) => ({ key, value: { intValue } });
  const spans = Array.from({ length: SPANS_PER_REQUEST }, (_, index) => ({
    traceId,
    spanId: randomBytes(8).toString("hex"),
    name: "chat claude-sonnet-4-5",
    kind: 3,
    startTimeUnixNano: "1795262093705999872",
    endTimeUnixNano: "1795262095705999872",
    attributes: [
      text("gen_ai.operation.name", "chat"),
      text("gen_ai.provider.name", "anthropic"),
      text("gen_ai.request.model", "claude-sonnet-4-5"),
      text("gen_ai.response.id", `msg_${traceId}_${index}`),
      whole("gen_ai.usage.input_tokens", 12_000 + index),
      whole("gen_ai.usage.output_tokens", 300),
      whole("gen_ai.usage.cache_read.input_tokens", 9000),
    ],
  }));
  return JSON.stringify({ resourceSpans: [{ resource: { attributes: [] }, scopeSpans: [{ spans }] }] });
}

async function keptSpans(): Promise<number> {
  let spans = 0;
  const lines = createInterface({ input: createReadStream(join(directory, "agentops-otlp.jsonl")) });
  for await (const line of lines) spans += line.split('"spanId"').length - 1;
  return spans;
}

/** Megabytes, as Linux says. */
async function resident(field: "VmRSS" | "VmHWM"): Promise<number> {
  const status = await readFile(`/proc/${child.pid}/status`, "utf8").catch(() => "");
  return Math.round(Number(new RegExp(`^${field}:\\s+(\\d+)`, "m").exec(status)?.[1] ?? Number.NaN) / 1000);
}

async function cpuSeconds(): Promise<number> {
  const stat = await readFile(`/proc/${child.pid}/stat`, "utf8").catch(() => "");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
