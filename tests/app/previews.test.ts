import { describe, expect, it } from "vitest";
import type { Store } from "#app/effects.ts";
import { exportFiles } from "#app/export.ts";
import { Config } from "#core/config.ts";
import { UserError } from "#core/errors.ts";
import type { Previews } from "#core/records/previews.ts";
import { jsonl } from "#simulator/history/telemetry/archive.ts";
import { agentRuns } from "./agent-runs.ts";
import { aWorld, NOW, REPOSITORY, requests } from "./sync-world.ts";

const WORDS = "what only the program should know";
const line = (type: string, more: object) => ({
  ...{ type, timestamp: "2026-11-20T09:00:00Z", trace_id: "t", agent_id: "bot" },
  ...more,
});
const ARTIFACT = {
  "agentops-x": {
    "agentops-events.jsonl": jsonl([
      line("agent.tool.called", { tool_name: "search", input: `given: ${WORDS}` }),
      line("agent.request.completed", { output: `answered: ${WORDS}` }),
    ]),
  },
};
const CLAUDE_RUN = { id: 101, artifacts: ARTIFACT };

const privacy = (previews: Previews, inPublic = false) => ({
  config: Config.parse({ privacy: { previews, "full-previews-in-public": inPublic } }),
});
const isVisible = (visibility: string) => {
  const repository = agentRuns(CLAUDE_RUN);
  repository.repository.visibility = visibility;
  repository.repository.private = visibility !== "public";
  return repository;
};

async function stored(store: Store): Promise<string> {
  const days = await store.days("executions");
  return JSON.stringify(await Promise.all(days.map((day) => store.read("executions", day))));
}

/** The text of every file that an export of the records would hold. */
async function exported(store: Store, { config }: ReturnType<typeof privacy>): Promise<string> {
  const silent = {
    debug() {},
    info() {},
    warn() {},
    progress() {},
    group: (_: string, work: () => never) => work(),
  };
  const options = { repository: REPOSITORY, config, server: "https://github.com", cron: null, now: null };
  const files = exportFiles(
    { store, clock: { now: () => NOW, sleep: async () => {} }, report: silent as never },
    { ...options, knownErrors: new Map() as never, format: "json" },
  );
  let text = "";
  for await (const { content } of files)
    text += typeof content === "string" ? content : new TextDecoder().decode(content);
  return text;
}

describe("contents of agents' work", () => {
  it.each(["private", "internal"])("are kept and shown in a repository that is %s", async (visibility) => {
    const world = await aWorld(isVisible(visibility));
    await world.sync(privacy("full"));
    expect(await stored(world.store)).toContain(`given: ${WORDS}`);
    expect(await exported(world.store, privacy("full"))).toContain(`given: ${WORDS}`);
    const short = await exported(world.store, privacy("short"));
    expect([short.includes(`given: ${WORDS}`), short.includes(`answered: ${WORDS}`)]).toEqual([false, true]);
    expect(await exported(world.store, privacy("none"))).not.toContain(WORDS);
  });

  it("are refused in a public one: nothing is stored, and the second key is named", async () => {
    const world = await aWorld(isVisible("public"));
    const refused = world.sync(privacy("full"));
    await expect(refused).rejects.toThrow(UserError);
    await expect(refused).rejects.toMatchObject({
      message: expect.stringContaining("the repository is public"),
      remedy: expect.stringContaining("full-previews-in-public: true"),
    });
    expect(await stored(world.store)).toBe("[]");
    await world.sync(privacy("full", true));
    expect(await stored(world.store)).toContain(WORDS);
    await expect(exported(world.store, privacy("full"))).rejects.toThrow("is public");
    expect(await exported(world.store, privacy("full", true))).toContain(WORDS);
  });

  it("are refused once the repository becomes public, and where nobody says what it is", async () => {
    const repository = isVisible("private");
    const world = await aWorld(repository);
    const quiet = await world.sync(privacy("full")).then(() => world.sync(privacy("full")));
    expect(requests(quiet)).toBe(3);
    Object.assign(repository.repository, { visibility: "public", private: false });
    await expect(world.sync(privacy("full"))).rejects.toThrow("is public");
    const silent = isVisible("private");
    Object.assign(silent.repository, { visibility: undefined, private: undefined });
    await expect((await aWorld(silent)).sync(privacy("full"))).rejects.toThrow("not known to be private");
  });

  it("are nowhere unless they are asked for", async () => {
    const world = await aWorld(isVisible("private"));
    await world.sync(privacy("none"));
    expect(await stored(world.store)).not.toContain(WORDS);
    expect(await exported(world.store, privacy("full"))).not.toContain(WORDS);
  });
});
