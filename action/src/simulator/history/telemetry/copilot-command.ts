import type { Files } from "#simulator/history/telemetry/archive.ts";
import { copilotEvents } from "#simulator/history/telemetry/copilot.ts";
import { perform } from "#simulator/history/telemetry/perform.ts";
import { type Scene, uuid } from "#simulator/history/telemetry/scene.ts";
import { ANSWERS } from "#simulator/history/telemetry/talk.ts";
import { COPILOT_TOOLS } from "#simulator/history/telemetry/toolbox.ts";
import type { Work } from "#simulator/history/telemetry/work.ts";

export function copilotWork({ random, from, to, cause }: Scene): Work {
  return perform(random, {
    ...{ session: uuid(random), from, to, model: "claude-sonnet-4.5", cause, loop: false },
    ...{ turns: Math.max(3, random.around(6)), base: random.around(14_000), limit: 120_000 },
    ...{ tools: COPILOT_TOOLS, task: null, aside: null, fallback: null, answer: random.pick(ANSWERS) },
    ...{ reasoning: 0, down: [], refused: 0.05, cacheWrites: false },
  });
}

/** `~/.copilot/session-state`, as the workflow uploads it. */
export function copilotFiles(scene: Scene, work: Work): Files {
  return { [`${work.session}/events.jsonl`]: copilotEvents(scene, work) };
}
