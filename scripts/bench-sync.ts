/**
 * What a cold sync of 1,000 runs costs, and what reading failures and telemetry adds: `node scripts/bench-sync.ts
 * [runs]`. The simulated GitHub lives in this process, the sync, bundled as it is shipped, in a child of its own, so
 * that CPU and memory are the sync's alone. Bar: under 200 MB.
 */
import { fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import AdmZip from "adm-zip";
import { build } from "esbuild";
import { addSeconds, epoch, formatUtc } from "#core/time.ts";
import { anArtifact, aWorkflow } from "#simulator/builders.ts";
import { uniformHistory } from "#simulator/history/uniform.ts";
import { jobLog } from "#simulator/log-text.ts";
import type { SimulatedRepository } from "#simulator/model.ts";
import { type SimulatorOptions, startSimulator } from "#simulator/server.ts";
import type { Figures, Reading } from "./bench-sync-child.ts";

/** Every tenth run fails and prints 200 kB; every fourth leaves the session log of an agent that worked 50 turns. */
const FAILING = 10;
const TELLING = 4;
const LOG_LINES = 2500;
const TURNS = 50;
const BAR_MEGABYTES = 200;

type Case = { label: string; reading: Reading; options: Partial<SimulatorOptions> };

const OFF = { limits: { perHour: null, secondary: false } };
const CASES: readonly Case[] = [
  { label: "0 ms, jobs only", reading: { failures: false, telemetry: false }, options: OFF },
  { label: "0 ms, and failures", reading: { failures: true, telemetry: false }, options: OFF },
  { label: "0 ms, and telemetry", reading: { failures: false, telemetry: true }, options: OFF },
  { label: "0 ms, all", reading: { failures: true, telemetry: true }, options: OFF },
  {
    label: "50 ms, all",
    reading: { failures: true, telemetry: true },
    options: { ...OFF, latencyMs: 50 },
  },
  {
    label: "0 ms, 5,000 an hour, jobs only",
    reading: { failures: false, telemetry: false },
    options: { limits: { perHour: 5000, secondary: true } },
  },
];

const work = mkdtempSync(join(tmpdir(), "bench-sync-"));
try {
  const sync = join(work, "sync.cjs");
  await build({
    entryPoints: [join(import.meta.dirname, "bench-sync-child.ts")],
    outfile: sync,
    bundle: true,
    platform: "node",
    format: "cjs",
    minifySyntax: true,
    logLevel: "error",
  });
  for (const one of CASES) await bench(one, Number(process.argv[2] ?? 1000), sync);
} finally {
  rmSync(work, { recursive: true });
}

async function bench({ label, reading, options }: Case, runs: number, sync: string): Promise<void> {
  const now = formatUtc(Date.now() / 1000);
  const simulator = await startSimulator({ repositories: [history(now, runs)], ...options });
  const folder = mkdtempSync(join(work, "records-"));
  try {
    for (const pass of ["cold", "idle"]) {
      const figures = await measured(sync, [simulator.url, simulator.token, folder, JSON.stringify(reading)]);
      console.log(`${label}, ${pass}:`, JSON.stringify(figures));
      if (figures.peakMegabytes >= BAR_MEGABYTES) process.exitCode = 1;
      if (pass === "idle" && (figures.requests !== 2 || figures.changed)) process.exitCode = 1;
    }
  } finally {
    await simulator.close();
  }
}

function measured(sync: string, parameters: string[]): Promise<Figures> {
  return new Promise((resolve, reject) => {
    const worker = fork(sync, parameters);
    worker.once("message", (figures) => resolve(figures as Figures));
    worker.once("error", reject);
    worker.once("exit", (code) => code !== 0 && reject(new Error(`the sync ended with ${code}`)));
  });
}

function history(now: string, runs: number): SimulatedRepository {
  const repository = uniformHistory({ now, runs });
  const agent = aWorkflow({ id: 118_000_009, name: "Claude", path: ".github/workflows/claude.yml" });
  repository.workflows.push(agent);
  repository.runs.forEach(({ attempts }, index) => {
    const [attempt] = attempts;
    const job = attempt?.jobs[0];
    if (attempt === undefined || job === undefined) return;
    const { run } = attempt;
    if (index % FAILING === 0) {
      const step = job.steps?.at(-1);
      for (const each of [run, job, step]) if (each) each.conclusion = "failure";
      const printed = Array.from(
        { length: LOG_LINES },
        (_, line) => `compiled part ${line} of ${index % 20}`,
      );
      const said = [...printed, `AssertionError: expected ${index % 20} to equal 1`, "##[error]exit code 1"];
      repository.logs.set(job.id, jobLog(job, new Map([[step?.number ?? 1, said]])));
    }
    if (index % TELLING === 1) {
      run.workflow_id = agent.id;
      run.path = agent.path;
      run.name = agent.name;
      const payload = anArtifact(run, { id: 7_000_000_000 + index, name: "claude-sessions" });
      repository.artifacts.push({ payload, zip: () => sessionZip(index, run.created_at) });
    }
  });
  return repository;
}

function sessionZip(index: number, begun: string): Buffer {
  const sessionId = `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`;
  const lines = Array.from({ length: TURNS }, (_, turn) => {
    const timestamp = new Date(epoch(addSeconds(begun, turn)) * 1000).toISOString();
    const base = { isSidechain: false, sessionId, version: "2.1.0", timestamp };
    const id = `toolu_${index}_${turn}`;
    const usage = { input_tokens: 20, cache_read_input_tokens: 4000, output_tokens: 100 };
    const content = [{ type: "tool_use", id, name: "Read", input: { file_path: `/src/${turn}.ts` } }];
    const message = {
      model: "claude-sonnet-4-5",
      id: `msg_${id}`,
      type: "message",
      role: "assistant",
      usage,
    };
    const result = [{ tool_use_id: id, type: "tool_result", content: "const value = 1;\n".repeat(200) }];
    return [
      { ...base, type: "assistant", uuid: id, message: { ...message, content } },
      { ...base, type: "user", uuid: `${id}-result`, message: { role: "user", content: result } },
    ];
  });
  const zip = new AdmZip();
  const text = lines.flat().map((line) => `${JSON.stringify(line)}\n`);
  zip.addFile("projects/fleet/session.jsonl", Buffer.from(text.join("")));
  return zip.toBuffer();
}
