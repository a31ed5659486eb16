import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addSeconds } from "#core/time.ts";
import {
  aJobRecord,
  anEvent,
  anExecution,
  aRepositoryRecord,
  aRunRecord,
  aState,
  aUsage,
} from "../builders.ts";
import { memoryStore } from "../memory-store.ts";
import { type OpenSite, openSite, SLOW } from "./open-site.ts";
import { NOW, renderSite } from "./rendered.ts";

const START = addSeconds(NOW, -7200);
const [OWN, FORK, PRINTER] = [3001, 3002, 3003];
const FORGED = "f".repeat(32);

/** One honest run, one of a fork that forged everything, one whose log printed a million dollars. */
function attacked() {
  const run = (id: number, more: object = {}) =>
    aRunRecord({
      ...{ id, run_number: id - 3000, workflow_name: "Claude Code", created_at: START },
      jobs: [aJobRecord({ id: id * 10, created_at: START })],
      ...more,
    });
  const fork = { head_repository: "evil/agent-fleet", event: "pull_request" };
  const logged = { importer: "job-log", version: 1, rank: 10, file: null };
  const priced = (usd: number) => [aUsage({ reported_cost_usd: usd })];
  const event = { timestamp: addSeconds(NOW, -3600), type: "custom.deployed" };
  return memoryStore({
    repository: aRepositoryRecord(),
    state: aState(),
    runs: [run(OWN), run(FORK, fork), run(PRINTER)],
    executions: [
      anExecution({ execution_id: "a".repeat(32), run_id: OWN, started_at: START, usage: priced(1.25) }),
      anExecution({
        ...{ execution_id: FORGED, run_id: FORK, started_at: START, usage: priced(999_999) },
        ...{ trust: "fork", user_id: "the-ceo", agent_id: "evil" },
      }),
      anExecution({
        ...{ execution_id: "c".repeat(32), run_id: PRINTER, started_at: START, usage: priced(888_888) },
        ...{ trust: "log", source: logged },
      }),
    ],
    events: [
      anEvent({ ...event, event_id: "1".repeat(32), run_id: OWN }),
      anEvent({
        ...event,
        event_id: "2".repeat(32),
        run_id: FORK,
        trust: "fork",
        attributes: { version: 99 },
      }),
    ],
  });
}

let site: OpenSite;
let files: Map<string, string>;
beforeAll(async () => {
  const rendered = await renderSite(attacked());
  files = rendered.files;
  site = await openSite(rendered.folder);
}, 4 * SLOW);
afterAll(() => site?.close());

async function textOf(path: string): Promise<string> {
  let text = "";
  const complaints = await site.visit(path, { viewport: { width: 1280, height: 900 } }, async (page) => {
    text = await page.locator("main").innerText();
    const folder = process.env["SCREENSHOTS"];
    const name = `${path.replaceAll("/", "-") || "overview"}.png`;
    if (folder) await page.screenshot({ path: join(folder, name), fullPage: true });
  });
  expect(complaints).toEqual([]);
  return text;
}

describe("pages of a repository that a fork lied to", () => {
  it.each(["costs/", "agents/", "models/", "users/", "executions/"])(
    "%s counts nothing of it, and says what is left out",
    async (path) => {
      const text = await textOf(path);
      expect(text).toContain("1 execution of forks' runs stands in no figure.");
      if (path !== "executions/") expect(text).not.toMatch(/999,999|the-ceo|evil/);
      expect(text).not.toContain("888,888");
    },
    SLOW,
  );

  it(
    "marks it wherever it shows",
    async () => {
      expect(await textOf("executions/")).toMatch(/of a fork/);
      expect(await textOf(`executions/${FORGED}/`)).toContain("Of a fork's run.");
      const run = await textOf(`runs/${FORK}/`);
      expect(run).toContain("Of a fork.");
      expect(run).toContain("evil/agent-fleet");
      expect(await textOf("metrics/")).toMatch(/of a fork/);
      expect(files.get("api/v1/executions.csv")).toMatch(/^execution_id,parent_execution_id,trust,/);
      expect(files.get("api/v1/executions.csv")).toMatch(new RegExp(`${FORGED},,fork,`));
      expect(files.get("api/v1/events.csv")).toMatch(/,fork,/);
    },
    SLOW,
  );
});
