import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Report } from "#app/effects.ts";
import { UserError } from "#core/errors.ts";
import type { CommandCosts } from "#core/render/overhead-text.ts";
import { comparePairs } from "#core/statistics/compare.ts";
import { median } from "#core/statistics/distribution.ts";
import { COLLECTED } from "#core/telemetry/collected-job.ts";
import { exporterEnvironment } from "#core/telemetry/exporter-environment.ts";
import { startCollector } from "#io/collect/collector.ts";
import { type MeasuredRun, measuredRun } from "#io/measured-run.ts";

/** A run with collection; `receiverSeconds`: what the receiver, which is this process, took of the processor. */
type Watched = MeasuredRun & { received: number; receiverSeconds: number };
type Pair = { without: MeasuredRun; with: Watched };

const NO_JOB = {
  ...{ repository: null, run_id: null, run_attempt: null, job: null, workflow_sha: null },
  ...{ actor: null, environment: null, service_name: null },
};
const STOP_WITHIN_MS = 10_000;

/**
 * What collecting costs a command: pairs of runs without and with it, one after the other, the order turned from pair
 * to pair (ABBA) so that a drift of the machine falls on both. One run before them, which warms up, is not counted.
 *
 * @throws UserError when the command fails on its own
 */
export async function commandCosts(
  command: readonly string[],
  pairs: number,
  report: Report,
): Promise<CommandCosts> {
  const first = await measuredRun(command, process.env);
  if (first.exitCode !== 0)
    throw new UserError(
      `${command.join(" ")} failed with exit code ${first.exitCode} before anything was collected${first.said === "" ? "" : `:\n${first.said}`}`,
      "Name a command that succeeds: what a failing one takes says nothing.",
    );
  const measured: Pair[] = [];
  for (let done = 0; done < pairs; done += 1) {
    report.progress("pairs of runs", done, pairs);
    if (done % 2 === 0) {
      const without = await measuredRun(command, process.env);
      measured.push({ without, with: await collecting(command) });
    } else {
      const watched = await collecting(command);
      measured.push({ without: await measuredRun(command, process.env), with: watched });
    }
  }
  report.progress("pairs of runs", pairs, pairs);
  return costsOf(command, measured);
}

function costsOf(command: readonly string[], measured: readonly Pair[]): CommandCosts {
  const failed = (runs: readonly MeasuredRun[]) => runs.filter(({ exitCode }) => exitCode !== 0);
  const sides = [measured.map((pair) => pair.without), measured.map((pair) => pair.with)] as const;
  const good = measured.filter((pair) => failed([pair.without, pair.with]).length === 0);
  const compared = (figure: (run: MeasuredRun) => number | null) =>
    comparePairs(
      good.flatMap((pair) => {
        const [before, after] = [figure(pair.without), figure(pair.with)];
        return before === null || after === null ? [] : [{ before, after }];
      }),
      "lower",
    );
  return {
    command: command.join(" "),
    pairs: measured.length,
    failedWithout: failed(sides[0]).length,
    failedWith: failed(sides[1]).length,
    lastFailure: [...sides[0], ...sides[1]].findLast(({ exitCode }) => exitCode !== 0) ?? null,
    wall: compared(({ wallSeconds }) => wallSeconds),
    cpu: compared(({ cpuSeconds }) => cpuSeconds),
    receiverSeconds: median(good.map((pair) => pair.with.receiverSeconds)),
    received: median(good.map((pair) => pair.with.received)),
  };
}

/** One run under a receiver of its own, started before it and stopped after. */
async function collecting(command: readonly string[]): Promise<Watched> {
  const directory = await mkdtemp(join(tmpdir(), "agentops-bench-"));
  const emittedFile = join(directory, COLLECTED.emitted);
  const before = process.cpuUsage();
  const collector = await startCollector({
    directory,
    port: 0,
    job: NO_JOB,
    redact: {},
    previews: "none",
    debug: () => {},
  });
  try {
    const run = await measuredRun(command, {
      ...process.env,
      ...exporterEnvironment(collector.url, {}),
      AGENTOPS_EVENTS_FILE: emittedFile,
    });
    const { accepted } = await collector.stop(STOP_WITHIN_MS);
    const { user, system } = process.cpuUsage(before);
    const emitted = (await readFile(emittedFile, "utf8").catch(() => "")).split("\n").length - 1;
    return { ...run, received: accepted + emitted, receiverSeconds: (user + system) / 1e6 };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
