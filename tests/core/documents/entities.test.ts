import { describe, expect, it } from "vitest";
import { readAttempt } from "#core/attempts/attempt.ts";
import { NO_FACTS } from "#core/attempts/facts.ts";
import { Config } from "#core/config.ts";
import { EntitiesDocument, entitiesFold } from "#core/documents/entities/entities.ts";
import { aRepositoryRecord, aRunRecord, aState } from "../../builders.ts";

function entities(actors: readonly string[], workflows: readonly number[] = []) {
  const repository = aRepositoryRecord({
    workflows: workflows.map((id) => ({
      id,
      name: `W${id}`,
      path: `.github/workflows/w${id}.yml`,
      state: "active",
    })),
  });
  const context = {
    now: "2026-11-20T12:00:00Z",
    config: Config.parse({}),
    repository,
    state: aState(),
    server: "https://github.com",
  };
  const fold = entitiesFold(context);
  actors.forEach((actor, index) => {
    const at = `2026-11-${10 + index}T10:00:00Z`;
    const run = aRunRecord({ id: index + 1, actor, created_at: at, run_started_at: at });
    fold.add(readAttempt(run, NO_FACTS, context));
  });
  return EntitiesDocument.parse(fold.finish());
}

describe("entities", () => {
  it("lists the agents that ran, oldest first, and nobody else", () => {
    expect(entities(["mona", "claude[bot]", "Copilot", "claude[bot]"]).agents).toMatchObject([
      { name: "Claude", attempts: 2, first_seen: "2026-11-11T10:00:00Z", last_seen: "2026-11-13T10:00:00Z" },
      { name: "Copilot coding agent", attempts: 1 },
    ]);
  });

  it("gives each its own colour while there are enough", () => {
    const { agents } = entities([
      "claude[bot]",
      "Copilot",
      "cursor[bot]",
      "sweep-ai[bot]",
      "google-labs-jules[bot]",
    ]);
    expect(new Set(agents.map((agent) => agent.colour)).size).toBe(5);
  });

  it("takes no colour away when something joins later", () => {
    const colours = (workflows: number[]) => entities([], workflows).workflows.map(({ colour }) => colour);
    const few = [11, 12, 13];
    const many = [...few, 14, 15, 16, 17, 18, 19];
    expect(colours(many).slice(0, 3)).toEqual(colours(few));
    expect(new Set(colours(many)).size).toBe(6);
  });
});
