import AdmZip from "adm-zip";
import { describe, expect, it } from "vitest";
import { aJob, anArtifact, aRun, aStep, emptyRepository } from "#simulator/builders.ts";
import type { JobPayload, RunPayload } from "#simulator/model.ts";
import { simulated } from "./client.ts";

const ENDED = "2026-11-20T12:00:00Z";
const AN_HOUR_LATER = Date.parse(ENDED) + 3_600_000;
const DAY = 86_400_000;

async function start(run: RunPayload, jobs: JobPayload[] = [aJob(run)]) {
  const clock = { now: AN_HOUR_LATER };
  const repository = emptyRepository("octo-org/agent-fleet", { runs: [{ attempts: [{ run, jobs }] }] });
  const { api, simulator } = await simulated({ repositories: [repository], now: () => clock.now });
  /** Follows the redirect as fetch does: another origin does not see the token. */
  const bytes = async (path: string) => {
    const { headers, status } = await api(path);
    expect(status).toBe(302);
    return Buffer.from(await (await fetch(headers.get("location") ?? "")).arrayBuffer());
  };
  return { api, simulator, repository, clock, bytes, path: `/actions/runs/${run.id}/logs` };
}

describe("logs", () => {
  it("lie behind an address on another origin that is good for one minute", async () => {
    const { api, clock, path, simulator } = await start(aRun());
    const location = (await api(path)).headers.get("location") ?? "";
    expect(new URL(location).origin).not.toBe(simulator.url);
    expect((await fetch(location)).headers.get("content-type")).toBe("application/zip");
    clock.now += 59_000;
    expect((await fetch(location)).status).toBe(200);
    clock.now += 2_000;
    expect((await fetch(location)).status).toBe(403);
    expect((await fetch(location.replace(/sig=.*/, "sig=forged"))).status).toBe(403);
    expect(simulator.transcript.map(({ route }) => route)).toContain("storage");
  });

  it("refuse a token beside the signature, and cost nothing of the hour's limit", async () => {
    const { api, path, simulator } = await start(aRun());
    const location = (await api(path)).headers.get("location") ?? "";
    const refused = await fetch(location, { headers: { authorization: `Bearer ${simulator.token}` } });
    expect(refused.status).toBe(400);
    expect(await refused.text()).toMatch(/InvalidAuthenticationInfo/);
    await fetch(location);
    expect((await api("")).headers.get("x-ratelimit-remaining")).toBe("998");
  });

  it("are not there while the run goes on and for some seconds after", async () => {
    const run = aRun({ status: "in_progress", conclusion: null });
    const { api, clock, path } = await start(run);
    expect((await api(path)).status).toBe(404);
    Object.assign(run, { status: "completed", conclusion: "success", updated_at: ENDED });
    clock.now = Date.parse(ENDED) + 1_000;
    expect((await api(path)).status).toBe(404);
    clock.now = Date.parse(ENDED) + 3_000;
    expect((await api(path)).status).toBe(302);
  });

  it("are gone after ninety days", async () => {
    const { api, clock, path } = await start(aRun());
    clock.now = Date.parse(ENDED) + 90 * DAY + 1_000;
    expect((await api(path)).status).toBe(410);
  });

  it("come as an archive in today's layout, step files included where GitHub feels like it", async () => {
    const run = aRun({ id: 36_000_000_002 });
    const { bytes, path } = await start(run, [
      aJob(run, { id: 1, name: "call / test (ubuntu-latest, 20)" }),
      aJob(run, { id: 2, name: "build" }),
      aJob(run, { id: 3, name: "build" }),
      aJob(run, { id: 4, name: "ask", conclusion: "skipped", steps: [] }),
    ]);
    const zip = new AdmZip(await bytes(path));
    expect(
      zip
        .getEntries()
        .map(({ entryName }) => entryName)
        .sort(),
    ).toEqual([
      "1_build.txt",
      "2_build (1).txt",
      "3_call _ test (ubuntu-latest, 20).txt",
      "build (1)/1_Set up job.txt",
      "build (1)/2_Run npm test.txt",
      "build (1)/3_Complete job.txt",
      "build (1)/system.txt",
      "build/1_Set up job.txt",
      "build/2_Run npm test.txt",
      "build/3_Complete job.txt",
      "build/system.txt",
      "call _ test (ubuntu-latest, 20)/1_Set up job.txt",
      "call _ test (ubuntu-latest, 20)/2_Run npm test.txt",
      "call _ test (ubuntu-latest, 20)/3_Complete job.txt",
      "call _ test (ubuntu-latest, 20)/system.txt",
    ]);
  });

  it("have no step files in runs with an odd id", async () => {
    const { bytes, path } = await start(aRun({ id: 36_000_000_001 }));
    const names = new AdmZip(await bytes(path)).getEntries().map(({ entryName }) => entryName);
    expect(names.sort()).toEqual(["0_build.txt", "build/system.txt"]);
  });

  it("are written as the runner writes them", async () => {
    const run = aRun();
    const steps = [
      aStep({ number: 1, name: "Set up job" }),
      aStep({ number: 2, name: "Run npm test", conclusion: "failure" }),
      aStep({ number: 3, name: "Deploy", conclusion: "skipped" }),
      aStep({ number: 5, name: "Post Run actions/checkout@v6" }),
    ];
    const { bytes } = await start(run, [aJob(run, { id: 7, conclusion: "failure", steps })]);
    const text = (await bytes("/actions/jobs/7/logs")).toString();
    expect(text.startsWith("\uFEFF2026-11-20T12:00:00.0000001Z Current runner version:")).toBe(true);
    const messages = text.split("\n").map((line) => line.slice(29));
    for (const message of [
      "##[group]GITHUB_TOKEN Permissions",
      "Complete job name: build",
      "##[group]Run npm test",
      "##[error]Process completed with exit code 1.",
      "Post job cleanup.",
    ])
      expect(messages).toContain(message);
    expect(text).not.toContain("Deploy");
  });

  it("are served byte by byte where they were recorded", async () => {
    const run = aRun();
    const { bytes, repository, path } = await start(run, [aJob(run, { id: 7 })]);
    repository.logs.set(7, "\uFEFF2026-11-20T12:00:00.1234567Z Hello\r\n");
    expect((await bytes("/actions/jobs/7/logs")).toString()).toBe(repository.logs.get(7));
    const zip = new AdmZip(await bytes(path));
    expect(zip.readAsText("0_build.txt")).toBe(repository.logs.get(7));

    repository.archives.set(run.id, Buffer.from("not even a ZIP"));
    expect((await bytes(path)).toString()).toBe("not even a ZIP");
    expect((await bytes(`/actions/runs/${run.id}/attempts/1/logs`)).toString()).not.toBe("not even a ZIP");
  });

  it("of a job come when the job is done, though its run goes on; a skipped one has none", async () => {
    const run = aRun({ status: "in_progress", conclusion: null });
    const { api } = await start(run, [
      aJob(run, { id: 1 }),
      aJob(run, { id: 2, status: "in_progress", conclusion: null, completed_at: null }),
      aJob(run, { id: 3, conclusion: "skipped" }),
    ]);
    expect((await api("/actions/jobs/1/logs")).status).toBe(302);
    expect((await api("/actions/jobs/2/logs")).status).toBe(404);
    expect((await api("/actions/jobs/3/logs")).status).toBe(404);
    expect((await api("/actions/jobs/4/logs")).status).toBe(404);
  });
});

describe("artifacts", () => {
  it("are listed for the repository and a run, newest first, by name if wanted", async () => {
    const run = aRun();
    const other = aRun({ id: 5 });
    const { api, repository } = await start(run);
    repository.runs.push({ attempts: [{ run: other, jobs: [] }] });
    repository.artifacts.push(
      { payload: anArtifact(run, { id: 1 }) },
      { payload: anArtifact(run, { id: 2, name: "usage" }) },
      { payload: anArtifact(other, { id: 3 }) },
    );
    const ids = async (path: string) =>
      (await api(path)).body.artifacts.map((artifact: { id: number }) => artifact.id);
    expect(await ids("/actions/artifacts")).toEqual([3, 2, 1]);
    expect(await ids("/actions/artifacts?name=coverage")).toEqual([3, 1]);
    expect(await ids(`/actions/runs/${run.id}/artifacts`)).toEqual([2, 1]);
    expect(await ids(`/actions/runs/${run.id}/artifacts?direction=asc`)).toEqual([1, 2]);
    expect((await api("/actions/runs/99/artifacts")).status).toBe(404);
    expect((await api("/actions/artifacts/2")).body.name).toBe("usage");
  });

  it("are downloaded by a signed address until they expire", async () => {
    const { api, repository, bytes } = await start(aRun());
    const payload = anArtifact(aRun(), { id: 1 });
    repository.artifacts.push(
      { payload, zip: () => Buffer.from("zipped") },
      { payload: anArtifact(aRun(), { id: 2 }) },
    );
    expect((await bytes("/actions/artifacts/1/zip")).toString()).toBe("zipped");
    expect(new AdmZip(await bytes("/actions/artifacts/2/zip")).getEntries()).toHaveLength(1);
    expect((await api("/actions/artifacts/1/tar")).status).toBe(404);
    payload.expired = true;
    expect((await api("/actions/artifacts/1/zip")).body).toMatchObject({ message: "Artifact has expired" });
  });
});
