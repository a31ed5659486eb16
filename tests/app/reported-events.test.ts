import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { buildDocuments } from "#app/documents.ts";
import { periodAt } from "#core/attempts/period.ts";
import { Config } from "#core/config.ts";
import { events } from "#core/documents/events/document.ts";
import { markersOf } from "#core/documents/events/markers.ts";
import { metrics } from "#core/documents/metrics/document.ts";
import { addSeconds, formatUtc } from "#core/time.ts";
import { aJob, anArtifact, aRun, emptyRepository } from "#simulator/builders.ts";
import { archive } from "#simulator/history/telemetry/archive.ts";
import { aWorld, NOW, REPOSITORY } from "./sync-world.ts";

const CLI = join(import.meta.dirname, "../../action/src/cli.ts");

/** What jobs tell with the command line, as the file that they leave. */
function emitted(...commands: string[][]): string {
  const folder = mkdtempSync(join(tmpdir(), "emitted-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "agentops-events.jsonl");
  for (const words of commands)
    execFileSync(process.execPath, [CLI, "emit", ...words], {
      env: { ...process.env, AGENTOPS_EVENTS_FILE: file },
    });
  return readFileSync(file, "utf8");
}

it("shows what a job emitted: from its file through an artifact and the records to the pages", async () => {
  const text = emitted(
    ["custom.deployed", "--version", "3", "--target", "production"],
    ["metric", "coverage", "0.81", "--unit", "ratio"],
  );
  const repository = emptyRepository();
  const created_at = addSeconds(NOW, -3600);
  const run = aRun({ id: 101, path: ".github/workflows/deploy.yml", created_at, updated_at: NOW });
  repository.runs.push({ attempts: [{ run, jobs: [aJob(run, { id: 1010 })] }] });
  const payload = anArtifact(run, { id: 1, name: "agentops-telemetry-1", created_at });
  repository.artifacts.push({ payload, zip: () => archive({ "agentops-events.jsonl": text }) });

  const world = await aWorld(repository);
  await world.sync({ config: Config.parse({}) });
  expect((await world.store.readState())?.ledger).toEqual([]);
  // Events carry the clock of the machine that told them.
  const now = formatUtc(Date.now() / 1000 + 60);
  const options = { repository: REPOSITORY, config: Config.parse({}), server: "https://github.com" };
  const { documents } = await buildDocuments(
    { store: world.store, clock: world.clock },
    { ...options, cron: null, now },
    "pages",
    { rows: [events, metrics] },
  );
  expect(documents.events.events).toMatchObject([
    {
      type: "custom.deployed",
      run_id: 101,
      run_attempt: 1,
      attributes: [
        { name: "version", value: 3 },
        { name: "target", value: "production" },
      ],
    },
  ]);
  expect(markersOf(documents.events, periodAt("24h", now)).markers).toHaveLength(1);
  expect(documents.metrics["24h"].metrics).toMatchObject([
    { name: "coverage", unit: "ratio", value: 0.81, told: 1 },
  ]);
});
