/**
 * What a cold sync of 1,000 runs costs: `node scripts/bench-sync.ts [runs]`. The simulated GitHub lives in this
 * process, the sync in a child of its own, so that CPU and memory are the sync's alone.
 */
import { fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { sync } from "#app/sync.ts";
import { Config } from "#core/config.ts";
import { formatUtc } from "#core/time.ts";
import { systemClock } from "#io/clock.ts";
import { githubClient } from "#io/github/client.ts";
import { directoryStore } from "#io/store.ts";
import { uniformHistory } from "#simulator/history/uniform.ts";
import { type SimulatorOptions, startSimulator } from "#simulator/server.ts";

type Figures = {
  requests: number;
  runs: number;
  seconds: number;
  cpuSeconds: number;
  peakMegabytes: number;
  waitedSeconds: number;
  pending: number;
  stopped: string | null;
};

const REPOSITORY = "octo-org/agent-fleet";
const SILENT = {
  debug() {},
  info() {},
  warn() {},
  group: <T>(_: string, work: () => Promise<T>) => work(),
  progress() {},
};

if (process.send) await child();
else await parent(Number(process.argv[2] ?? 1000));

async function parent(runs: number): Promise<void> {
  const cases: { label: string; options: Partial<SimulatorOptions> }[] = [
    { label: "0 ms, limits off", options: { limits: { perHour: null, secondary: false } } },
    { label: "50 ms, limits off", options: { latencyMs: 50, limits: { perHour: null, secondary: false } } },
    { label: "0 ms, 5,000 an hour", options: { limits: { perHour: 5000, secondary: true } } },
  ];
  for (const { label, options } of cases) {
    const now = formatUtc(Date.now() / 1000);
    const simulator = await startSimulator({ repositories: [uniformHistory({ now, runs })], ...options });
    const folder = mkdtempSync(join(tmpdir(), "bench-sync-"));
    try {
      for (const pass of ["cold", "idle"])
        console.log(
          `${label}, ${pass}:`,
          JSON.stringify(await measured(simulator.url, simulator.token, folder)),
        );
    } finally {
      rmSync(folder, { recursive: true });
      await simulator.close();
    }
  }
}

function measured(url: string, token: string, folder: string): Promise<Figures> {
  return new Promise((resolve, reject) => {
    const worker = fork(import.meta.filename, [url, token, folder]);
    worker.once("message", (figures) => resolve(figures as Figures));
    worker.once("error", reject);
    worker.once("exit", (code) => code !== 0 && reject(new Error(`the sync ended with ${code}`)));
  });
}

async function child(): Promise<void> {
  // As the command does.
  setFlagsFromString("--optimize-for-size");
  const [apiUrl = "", token = "", folder = ""] = process.argv.slice(2);
  const started = performance.now();
  const github = githubClient({ apiUrl, token, repository: REPOSITORY, clock: systemClock, report: SILENT });
  const result = await sync(
    { github, store: directoryStore(folder, REPOSITORY), clock: systemClock, report: SILENT },
    {
      repository: REPOSITORY,
      config: Config.parse({}),
      workflows: [],
      maxRunsPerWorkflow: 1_000_000,
      lookbackDays: 90,
      jobs: "true",
      analyzeFailures: "off",
      fullDetailRuns: null,
      summaryRuns: null,
      maxApiRequests: null,
      trigger: "workflow_dispatch",
      ownRunId: null,
      ownWorkflowFile: null,
    },
  );
  const { user, system } = process.cpuUsage();
  const figures: Figures = {
    requests: result.entry.requests.reduce((sum, endpoint) => sum + endpoint.requests, 0),
    runs: result.runsTotal,
    seconds: round((performance.now() - started) / 1000),
    cpuSeconds: round((user + system) / 1e6),
    peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
    waitedSeconds: result.entry.waited_seconds,
    pending: result.pending,
    stopped: result.stopped,
  };
  process.send?.(figures, () => process.disconnect());
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
