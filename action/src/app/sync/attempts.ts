import { missingAttempts } from "#app/sync/plan.ts";
import type { SyncSession } from "#app/sync/session.ts";
import type { Stage } from "#app/sync/stage.ts";
import { RequestFailed } from "#core/sync/request-failed.ts";

/** Earlier attempts of re-run runs, of which lists show the latest only. */
export function earlierAttempts(session: SyncSession): Stage {
  const { github } = session.effects;
  return {
    need: "attempts",
    label: "Earlier attempts",
    isAtRisk: false,
    pending: async () => session.backlog.lacking("attempts"),
    async fetch(entry) {
      const payloads: unknown[] = [];
      let absent: RequestFailed | null = null;
      for (const attempt of await missingAttempts(session, entry))
        try {
          payloads.push(await github.attempt(entry.run_id, attempt));
        } catch (error) {
          if (!(error instanceof RequestFailed) || error.failure !== "not_found") throw error;
          absent = error;
        }
      // What was there is kept; the others are asked for alone, the next time.
      if (absent !== null && payloads.length === 0) throw absent;
      return { kind: "rows", payloads };
    },
  };
}
