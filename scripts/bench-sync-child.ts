/** One sync in a process of its own, which tells its figures to `bench-sync.ts`. */
import { setFlagsFromString } from "node:v8";
import { sync } from "#app/sync/sync.ts";
import { Config } from "#core/config.ts";
import { systemClock } from "#io/clock.ts";
import { githubClient } from "#io/github/client.ts";
import { folderSafekeeping } from "#io/safekeeping.ts";
import { directoryStore } from "#io/store.ts";

export type Reading = { failures: boolean; telemetry: boolean };

export type Figures = {
  requests: number;
  runs: number;
  readings: number;
  executions: number;
  changed: boolean;
  seconds: number;
  cpuSeconds: number;
  peakMegabytes: number;
  waitedSeconds: number;
  pending: number;
  stopped: string | null;
};

const REPOSITORY = "octo-org/agent-fleet";
/** So many downloads of every kind, where a sync by default leaves most to the next. */
const ALL = 100_000;
const SILENT = {
  debug() {},
  info() {},
  warn() {},
  group: <T>(_: string, work: () => Promise<T>) => work(),
  progress() {},
};

void measure();

async function measure(): Promise<void> {
  // As the command does.
  setFlagsFromString("--optimize-for-size");
  const [apiUrl = "", token = "", folder = "", reading = "{}"] = process.argv.slice(2);
  const { failures, telemetry } = JSON.parse(reading) as Reading;
  const downloads = telemetry ? ALL : 0;
  const started = performance.now();
  const github = githubClient({ apiUrl, token, repository: REPOSITORY, clock: systemClock, report: SILENT });
  const store = directoryStore(folder, REPOSITORY);
  const result = await sync(
    {
      ...{ github, store, safekeeping: folderSafekeeping(folder, REPOSITORY) },
      ...{ clock: systemClock, report: SILENT, interrupted: () => null },
    },
    {
      repository: REPOSITORY,
      config: Config.parse({
        analysis: { downloads: 10_000, megabytes: 10_000 },
        telemetry: { artifacts: downloads, megabytes: 10_000, logs: Math.min(downloads, 10_000) },
      }),
      workflows: [],
      maxRunsPerWorkflow: 1_000_000,
      lookbackDays: 90,
      jobs: "true",
      analyzeFailures: failures ? "new" : "off",
      fullDetailRuns: null,
      summaryRuns: null,
      maxApiRequests: null,
      maxMinutes: 350,
      trigger: "workflow_dispatch",
      ownRunId: null,
      dataTip: null,
      ownWorkflowFile: null,
    },
  );
  const { user, system } = process.cpuUsage();
  const figures: Figures = {
    requests: result.entry.requests.reduce((sum, endpoint) => sum + endpoint.requests, 0),
    runs: result.runsTotal,
    readings: 0,
    executions: 0,
    changed: result.changed,
    seconds: round((performance.now() - started) / 1000),
    cpuSeconds: round((user + system) / 1e6),
    peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
    waitedSeconds: result.entry.waited_seconds,
    pending: result.pending,
    stopped: result.stopped,
  };
  // Counted when all is measured.
  for (const day of await store.days("analyses"))
    figures.readings += (await store.read("analyses", day)).length;
  for (const day of await store.days("executions"))
    figures.executions += (await store.read("executions", day)).length;
  process.send?.(figures, () => process.disconnect());
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
