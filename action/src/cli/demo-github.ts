import type { Utc } from "#core/time.ts";
import { seededHistory } from "#simulator/history/seeded.ts";
import { type Simulator, startSimulator } from "#simulator/server.ts";

/**
 * A simulated GitHub for the demo, bundled apart because nobody else needs it.
 *
 * The hourly limit is that of a personal token, so that the pages show one, and high enough for the whole
 * history in one go; the secondary limits, which would make the demo wait for a minute, are off.
 */
export function startDemoGitHub(now: Utc): Promise<Simulator> {
  return startSimulator({
    repositories: [seededHistory({ now })],
    limits: { perHour: 5000, secondary: false },
  });
}
