import type { Clock } from "#app/effects.ts";
import { epoch } from "#core/time.ts";
import { seededHistory } from "#simulator/history/seeded.ts";
import { type Simulator, startSimulator } from "#simulator/server.ts";

/**
 * A simulated GitHub for the demo, bundled apart because nobody else needs it. All limits are on; the hourly
 * one is a personal token's, high enough for the whole history in one go.
 */
export function startDemoGitHub(clock: Clock): Promise<Simulator> {
  return startSimulator({
    repositories: [seededHistory({ now: clock.now() })],
    limits: { perHour: 5000, secondary: true },
    now: () => epoch(clock.now()) * 1000,
  });
}
