import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { staticApi } from "#app/api.ts";
import type { SiteFile } from "#app/effects.ts";
import { readAttempt } from "#core/attempts/attempt.ts";
import { Config } from "#core/config.ts";
import type { CatalogueDocument } from "#core/documents/api/api-catalogue.ts";
import { build } from "#core/documents/build.ts";
import { CATALOGUE } from "#core/documents/catalogue.ts";
import { isOurMark, SITE_MARK } from "#core/ownership.ts";
import type { StoredAnalysis } from "#core/records/analysis.ts";
import type { Run } from "#core/records/run.ts";
import { aJournalEntry, aReading, aRepositoryRecord, aRunRecord, aState } from "../builders.ts";
import { memoryStore } from "../memory-store.ts";

const NOW = "2026-11-20T12:00:00Z";

async function api(runs: readonly Run[], readings: readonly StoredAnalysis[] = []) {
  const context = {
    now: NOW,
    config: Config.parse({}),
    repository: aRepositoryRecord(),
    state: aState(),
    server: "https://github.com",
  };
  const attempts = runs.map((run) => {
    const reading = readings.find(({ run_id }) => run_id === run.id) ?? null;
    return readAttempt(run, { reading, executions: [] }, context);
  });
  const journal = runs.length === 0 ? [] : [aJournalEntry()];
  const sources = { context, journal, sizes: [], cron: null, buildId: "b1" };
  const store = memoryStore({ runs, readings });
  const files = new Map<string, string>();
  const writing = staticApi(store, build(CATALOGUE, attempts, sources), context, ({ reason }) => {
    throw new Error(reason);
  });
  for (let step = await writing.next(); ; step = await writing.next()) {
    if (step.done) return { files, catalogue: step.value };
    const file: SiteFile = step.value;
    files.set(file.path, String(file.content));
  }
}

const RUNS = [
  aRunRecord({ id: 1, created_at: "2026-11-18T10:00:00Z", display_title: "=cmd()|' /C calc'!A0" }),
  aRunRecord({ id: 2, created_at: "2026-11-19T10:00:00Z", actor: "Copilot", head_branch: "copilot/fix-12" }),
  aRunRecord({
    id: 3,
    created_at: "2026-11-19T11:00:00Z",
    status: "in_progress",
    conclusion: null,
    jobs: null,
    detail: "pending",
    duration_seconds: null,
  }),
];

const READINGS = [aReading({ run_id: 2 })];

const parsed = (files: Map<string, string>, path: string) =>
  JSON.parse(files.get(`api/v1/${path}`) ?? "null");

/** The files that promise something: those with a schema. The others serve the pages of the same build. */
function contracted({ files, catalogue }: Awaited<ReturnType<typeof api>>): [path: string, text: string][] {
  const withSchema = catalogue.files
    .filter((file) => file.schema !== null)
    .map((file) => `api/v1/${file.path}`);
  return [...files].filter(([path]) => path === "api/v1/index.json" || withSchema.includes(path));
}

describe("the static API", () => {
  it("says whose it is where that is looked for before it is replaced, on disk and on Pages", async () => {
    const { files } = await api([aRunRecord()]);
    expect(isOurMark(JSON.parse(files.get(SITE_MARK) ?? "null"))).toBe(true);
    expect([null, "agentops", {}, { generator: "hugo" }, { data: null }].some(isOurMark)).toBe(false);
  });

  it("says in every JSON file with a schema what it is, how old it is and in which units", async () => {
    const documents = contracted(await api(RUNS));
    expect(documents.length).toBeGreaterThan(10);
    for (const [path, text] of documents) {
      expect(text.endsWith("\n"), path).toBe(true);
      expect(JSON.parse(text), path).toMatchObject({
        schema: expect.stringMatching(/^schema\/.+\.json$/),
        repository: "octo-org/agent-fleet",
        as_of: NOW,
        build_id: "b1",
        units: { duration: expect.any(String) },
      });
    }
  });

  it.each([
    ["records", RUNS, READINGS],
    ["nothing", [], []],
  ])("keeps every file to its published schema, with %s", async (_, runs, readings) => {
    const { files, catalogue } = await api(runs, readings);
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    for (const [path, text] of contracted({ files, catalogue })) {
      const document = JSON.parse(text);
      const schema = parsed(files, document.schema);
      expect(schema, `${path}: ${document.schema}`).not.toBeNull();
      const valid = ajv.validate(schema, document);
      expect(ajv.errors ?? [], path).toEqual([]);
      expect(valid, path).toBe(true);
    }
  });

  it("lists every file but the catalogue itself, with its size and hash", async () => {
    const { files, catalogue } = await api(RUNS);
    const listed: CatalogueDocument = parsed(files, "index.json").data;
    expect(listed).toEqual(catalogue);
    expect(listed.files.map((file) => `api/v1/${file.path}`).sort()).toEqual(
      [...files.keys()].filter((path) => path !== "api/v1/index.json").sort(),
    );
    const { createHash } = await import("node:crypto");
    for (const { path, bytes, sha256 } of listed.files) {
      const content = Buffer.from(files.get(`api/v1/${path}`) ?? "");
      expect({ path, bytes, sha256 }).toEqual({
        path,
        bytes: content.length,
        sha256: createHash("sha256").update(content).digest("hex"),
      });
    }
  });

  it("publishes the records by day as they are stored", async () => {
    const { files } = await api(RUNS, READINGS);
    expect(parsed(files, "runs/2026-11-19.json").data).toEqual({
      day: "2026-11-19",
      runs: RUNS.slice(1),
      readings: READINGS,
    });
  });

  it("lists the newest attempts with the agent and why", async () => {
    const { files } = await api(RUNS, READINGS);
    expect(parsed(files, "runs/recent.json").data).toMatchObject([
      { id: 3, agents: [], duration_seconds: null, jobs: null },
      {
        id: 2,
        agents: ["Copilot coding agent"],
        agent_evidence: "actor Copilot",
        mentions: [12],
        jobs: 1,
        category: "test_failure",
        signature: "4be23730aeafa2ab",
      },
      { id: 1, category: null, signature: null },
    ]);
  });

  it("writes tables that a spreadsheet does not execute", async () => {
    const { files } = await api(RUNS);
    const lines = files.get("api/v1/runs/recent.csv")?.split("\r\n") ?? [];
    expect(lines[0]).toMatch(/^run_id,run_attempt,created_at,/);
    expect(lines[3]).toContain(",'=cmd()|' /C calc'!A0,");
    expect(files.get("api/v1/steps.csv")).toMatch(/^period,workflow_id,workflow,job,step,/);
  });

  it("is the same for the same records", async () => {
    expect((await api(RUNS)).files).toEqual((await api(RUNS)).files);
  });
});
