import { describe, expect, it } from "vitest";
import { addSeconds } from "#core/time.ts";
import { jsonl } from "#simulator/history/telemetry/archive.ts";
import { blobId } from "#simulator/objects.ts";
import type { Permissions } from "#simulator/permissions.ts";
import { agentRuns, TELEMETRY } from "./agent-runs.ts";
import { aWorld, NOW } from "./sync-world.ts";

const WORKFLOW = ".github/workflows/claude.yml";
const PROMPT = ".github/prompts/review.md";
const text = (n: number) => `# ${n}\nwith:\n  prompt-file: ${PROMPT}\n`;
const short = (content: string) => blobId(content).slice(0, 12);

/** Runs at different commits, of which those before the fifth had an older workflow. */
async function synced(versions: readonly (string | undefined)[], permissions?: Permissions) {
  const runs = versions.map((workflow_version, index) => ({
    id: index + 1,
    artifacts: {
      "agentops-events": {
        "agentops-events.jsonl": jsonl([
          {
            ...{ type: "agent.request.completed", timestamp: "2026-11-20T09:00:00Z", trace_id: "t" },
            ...{ agent_id: "bot", status: "ok", workflow_version },
          },
        ]),
      },
    },
  }));
  const repository = agentRuns(...runs);
  for (const [index, { attempts }] of repository.runs.entries())
    for (const { run } of attempts) {
      run.head_sha = String(index).padStart(40, "a");
      if (run.head_commit) run.head_commit.timestamp = run.created_at;
    }
  repository.files.set(WORKFLOW, text(2)).set(PROMPT, "Be kind.");
  repository.formerFiles = new Map([[WORKFLOW, [{ until: addSeconds(NOW, -3600 * 195), text: text(1) }]]]);
  const world = await aWorld(repository, permissions ? { permissions } : {});
  const { entry } = await world.sync({ config: TELEMETRY });
  const executions = (
    await Promise.all(
      (await world.store.days("executions")).map((day) => world.store.read("executions", day)),
    )
  ).flat();
  const asked = entry.requests.filter(({ endpoint }) => endpoint.includes("graphql"));
  return {
    versions: executions
      .sort((a, b) => a.run_id - b.run_id)
      .map(({ workflow_version, prompt_version }) => [workflow_version, prompt_version]),
    asked: asked.reduce((sum, { requests }) => sum + requests, 0),
  };
}

describe("the versions of what an agent ran by", () => {
  it("are the content of its workflow file and of the prompt file that this names, many runs a request", async () => {
    const { versions, asked } = await synced(Array(8).fill(undefined));
    const prompt = short("Be kind.");
    expect(versions).toEqual([
      ...Array(4).fill([short(text(1)), prompt]),
      ...Array(4).fill([short(text(2)), prompt]),
    ]);
    // Eight workflow files, then eight prompts.
    expect(asked).toBe(2);
  });

  it("are what the program calls them, but never a commit", async () => {
    const commit = "0".padStart(40, "a").slice(0, 12);
    const { versions } = await synced([commit, "2026.11"]);
    expect(versions.map(([workflow]) => workflow)).toEqual([short(text(1)), "2026.11"]);
  });

  it("are not known where the token may not read files, which loses nothing else", async () => {
    const { versions } = await synced([undefined], { actions: "read", metadata: "read" });
    expect(versions).toEqual([[null, null]]);
  });
});
