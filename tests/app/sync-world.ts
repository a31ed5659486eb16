import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Clock, Store } from "#app/effects.ts";
import type { SyncEffects, SyncOptions } from "#app/sync/options.ts";
import type { SyncResult } from "#app/sync/result.ts";
import { sync } from "#app/sync/sync.ts";
import { Config } from "#core/config.ts";
import type { Run } from "#core/records/run.ts";
import { epoch, formatUtc, type Utc } from "#core/time.ts";
import { githubClient } from "#io/github/client.ts";
import { folderSafekeeping } from "#io/safekeeping.ts";
import { directoryStore } from "#io/store.ts";
import type { SimulatedRepository } from "#simulator/model.ts";
import { type Simulator, type SimulatorOptions, startSimulator } from "#simulator/server.ts";

export const NOW: Utc = "2026-11-20T12:00:00Z";
export const REPOSITORY = "octo-org/agent-fleet";

/** A clock that stands still but for sleeping, which takes no time at all. */
export function fakeClock(start: Utc): Clock & { set(now: Utc): void; slept: number[] } {
  let now = epoch(start);
  const slept: number[] = [];
  return {
    slept,
    set: (utc) => {
      now = epoch(utc);
    },
    now: () => formatUtc(now),
    sleep: async (seconds) => {
      slept.push(seconds);
      now += seconds;
    },
  };
}

export function options(overrides: Partial<SyncOptions> = {}): SyncOptions {
  return {
    repository: REPOSITORY,
    config: Config.parse({ telemetry: { artifacts: 0, logs: 0 } }),
    workflows: [],
    maxRunsPerWorkflow: 1_000_000,
    lookbackDays: 90,
    jobs: "true",
    analyzeFailures: "off",
    fullDetailRuns: null,
    summaryRuns: null,
    maxApiRequests: null,
    maxMinutes: 350,
    trigger: "workflow_dispatch",
    ownRunId: null,
    dataTip: null,
    ownWorkflowFile: null,
    ...overrides,
  };
}

export type World = {
  simulator: Simulator;
  store: Store;
  folder: string;
  clock: ReturnType<typeof fakeClock>;
  warnings: string[];
  effects(): SyncEffects;
  sync(overrides?: Partial<SyncOptions>): Promise<SyncResult>;
  /** All stored attempts. */
  runs(): Promise<Run[]>;
};

/** A simulated GitHub, an empty folder of records, and a clock. Limits are off unless a test turns them on. */
export async function aWorld(
  repository: SimulatedRepository,
  simulatorOptions: Partial<SimulatorOptions> = {},
): Promise<World> {
  const clock = fakeClock(NOW);
  const simulator = await startSimulator({
    repositories: [repository],
    now: () => epoch(clock.now()) * 1000,
    limits: { perHour: null, secondary: false },
    ...simulatorOptions,
  });
  const folder = mkdtempSync(join(tmpdir(), "sync-"));
  onTestFinished(async () => {
    await simulator.close();
    rmSync(folder, { recursive: true });
  });
  const fullName = repository.repository.full_name;
  const store = directoryStore(folder, fullName);
  const warnings: string[] = [];
  const report = {
    debug() {},
    info() {},
    warn: (message: string) => void warnings.push(message),
    group: <T>(_: string, work: () => Promise<T>) => work(),
    progress() {},
  };
  const effects = (): SyncEffects => ({
    github: githubClient({
      apiUrl: simulator.url,
      token: simulator.token,
      repository: fullName,
      clock,
      report,
      retryBaseMs: 1,
    }),
    store,
    safekeeping: folderSafekeeping(folder, fullName),
    clock,
    report,
    interrupted: () => null,
  });
  return {
    simulator,
    store,
    folder,
    clock,
    warnings,
    effects,
    sync: (overrides) => sync(effects(), options({ repository: fullName, ...overrides })),
    runs: () => storedRuns(store),
  };
}

export async function storedRuns(store: Store): Promise<Run[]> {
  const runs: Run[] = [];
  for (const day of await store.days("runs")) runs.push(...(await store.read("runs", day)));
  return runs;
}

export function requests(result: SyncResult): number {
  return result.entry.requests.reduce((sum, endpoint) => sum + endpoint.requests, 0);
}
