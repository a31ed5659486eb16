import type { Page } from "#app/effects.ts";
import type { SyncSession } from "#app/sync-session.ts";
import { giveUp, workOff } from "#app/sync-work.ts";
import type { PullRequest } from "#core/records/run.ts";
import { readPulls } from "#core/sync/payload/pull.ts";
import { RequestFailed } from "#core/sync/request-failed.ts";

/**
 * Pull requests of forks' runs, on which GitHub lists none: asked by commit, once a commit. A token that may not
 * see pull requests is asked with once, too.
 */
export async function fetchPulls(session: SyncSession): Promise<void> {
  const asked = new Map<string, Promise<PullRequest[]>>();
  let refusal: string | null = null;
  const entries = session.backlog.lacking("pull_requests");
  await workOff(session, "Pull requests of forks", "pull_requests", entries, async (entry) => {
    const run = await session.stored(entry.day, entry.run_id, entry.run_attempt);
    if (refusal !== null) return giveUp(session, "pull_requests", entry, "forbidden", refusal);
    if (run && run.pull_requests === null) {
      const pulls = asked.get(run.head_sha) ?? pullsOf(session, run.head_sha);
      asked.set(run.head_sha, pulls);
      try {
        session.put({ ...run, pull_requests: await pulls });
      } catch (error) {
        if (!(error instanceof RequestFailed) || error.failure !== "forbidden") throw error;
        if (refusal === null)
          session.effects.report.warn(`Pull requests of forks are left out: ${error.message}`);
        refusal = error.message;
        return giveUp(session, "pull_requests", entry, "forbidden", refusal);
      }
    }
    session.backlog.done(entry, "pull_requests");
  });
}

async function pullsOf(session: SyncSession, sha: string): Promise<PullRequest[]> {
  const page: Page = await session.effects.github.pullsOf(sha);
  return readPulls(page.items);
}
