import { describe, expect, it, onTestFinished } from "vitest";
import type { Clock, Report } from "#app/effects.ts";
import { githubClient } from "#io/github/client.ts";
import type { ClientOptions } from "#io/github/sender.ts";
import { aJob, anArtifact, aRun, emptyRepository } from "#simulator/builders.ts";
import type { Fault } from "#simulator/faults.ts";
import { startSimulator } from "#simulator/server.ts";

const NOW = "2026-11-20T12:00:00Z";
const REASON = "it was told to end";
const report: Report = {
  debug() {},
  info() {},
  warn() {},
  group: (_, work) => work(),
  progress() {},
};
/** Whoever sleeps by it sleeps for ever. */
const stopped: Clock = { now: () => NOW, sleep: () => new Promise(() => {}) };

/** A client of a GitHub with one run, which may be aborted, and what GitHub does wrong. */
async function aClient(fault: Fault, options: Partial<ClientOptions> = {}) {
  const created_at = "2026-11-20T10:00:00Z";
  const run = aRun({ id: 1, created_at, updated_at: created_at });
  const repository = emptyRepository("octo-org/agent-fleet", {
    runs: [{ attempts: [{ run, jobs: [aJob(run, { id: 10 })] }] }],
    artifacts: [{ payload: anArtifact(run, { id: 30 }), zip: () => Buffer.alloc(1000) }],
    logs: new Map([[10, "hello\n".repeat(1000)]]),
  });
  const simulator = await startSimulator({
    repositories: [repository],
    now: () => Date.parse(NOW),
    limits: { perHour: null, secondary: false },
  });
  onTestFinished(simulator.close);
  simulator.faults.add({ times: 1000, ...fault });
  const controller = new AbortController();
  const client = githubClient({
    ...{ apiUrl: simulator.url, token: simulator.token, repository: "octo-org/agent-fleet" },
    ...{ clock: stopped, report, signal: controller.signal },
    ...options,
  });
  return {
    client,
    /** Aborts once GitHub was asked so often for what the fault spoils. */
    async abortAfter(requests: number): Promise<void> {
      const isSpoilt = ({ method, path }: { method: string; path: string }) =>
        `${method} ${path}`.search(fault.match) >= 0;
      while (simulator.transcript.filter(isSpoilt).length < requests)
        await new Promise((resolve) => setTimeout(resolve, 2));
      controller.abort(new Error(REASON));
    },
  };
}

const aborted = { name: "RequestFailed", failure: "stopped", message: REASON };

describe("a request that is aborted", () => {
  it.each<[string, Fault]>([
    ["nobody answers", { match: /runs\/1$/, kind: "slow", seconds: 86_400 }],
    ["an answer does not end", { match: /runs\/1$/, kind: "stalled" }],
  ])("is not waited for where %s, and has not failed", async (_, fault) => {
    const { client, abortAfter } = await aClient(fault);
    const asked = client.run(1);
    await Promise.all([expect(asked).rejects.toMatchObject(aborted), abortAfter(1)]);
    expect(client.usage()).toMatchObject({
      inFlight: 0,
      requests: [{ requests: 1, failed: 0, retried: 0 }],
    });
  });

  it.each<[string, Fault, Partial<ClientOptions>]>([
    ["GitHub's limit", { match: /runs\/1$/, kind: "429", seconds: 50 }, {}],
    ["its repetition", { match: /runs\/1$/, kind: "503" }, { retryBaseMs: 100_000_000 }],
  ])("does not wait for %s", async (_, fault, options) => {
    const { client, abortAfter } = await aClient(fault, options);
    const asked = client.run(1);
    await Promise.all([expect(asked).rejects.toMatchObject(aborted), abortAfter(1)]);
  });

  it("does not wait in line either", async () => {
    const { client, abortAfter } = await aClient({ match: /runs\//, kind: "slow", seconds: 86_400 });
    const asked = Array.from({ length: 60 }, (_, id) => client.run(id + 1));
    const all = Promise.allSettled(asked);
    await abortAfter(10);
    for (const each of await all) expect(each).toMatchObject({ status: "rejected", reason: aborted });
  });

  it("is no log that broke off", async () => {
    const { client, abortAfter } = await aClient({ match: /GET \/actions-results/, kind: "stalled" });
    const log = await client.jobLog(10);
    const read = log.read(() => {});
    await Promise.all([expect(read).rejects.toMatchObject(aborted), abortAfter(1)]);
  });

  it.each<Fault["kind"]>(["stalled", "slow"])("is no archive that was not downloaded (%s)", async (kind) => {
    const { client, abortAfter } = await aClient({ match: /GET \/actions-results/, kind, seconds: 86_400 });
    const read = client.artifact(30);
    await Promise.all([expect(read).rejects.toMatchObject(aborted), abortAfter(1)]);
  });
});
