import type { Files } from "#simulator/history/telemetry/archive.ts";
import { codexFiles } from "#simulator/history/telemetry/codex.ts";
import { perform } from "#simulator/history/telemetry/perform.ts";
import { type Scene, uuid } from "#simulator/history/telemetry/scene.ts";
import { CODEX_TOOLS } from "#simulator/history/telemetry/toolbox.ts";
import type { Work } from "#simulator/history/telemetry/work.ts";

/** Two threads: that of the agent, and that of the explorer which it starts when it has thought once. */
export function migrationFiles(scene: Scene, work: Work): Files {
  const first = work.turns[0]?.call;
  const asked = "Move one module to the new event bus. Let an explorer find its callers first.";
  if (first === undefined) return codexFiles(scene, work, { asked });
  const from = first.at + first.ms;
  const explorer = perform(scene.random, {
    ...{ session: uuid(scene.random), from, to: Math.round((from + work.to) / 2), model: work.model },
    ...{ turns: scene.random.between(2, 4), base: 8200, limit: 220_000, tools: CODEX_TOOLS, reasoning: 0.4 },
    ...{ task: null, aside: null, fallback: null, cause: null, down: [], refused: 0, loop: false },
    ...{ cacheWrites: false, answer: "It is called in four places, all in src/bus." },
  });
  const meta = {
    ...{ parent_thread_id: work.session, agent_role: "explorer" },
    source: { subagent: { thread_spawn: { parent_thread_id: work.session, depth: 1 } } },
  };
  return {
    ...codexFiles(scene, work, { asked }),
    ...codexFiles(scene, explorer, { meta, asked: "Find every caller of the old event bus." }),
  };
}
