import type { SyncSession } from "#app/sync/session.ts";
import type { Stage } from "#app/sync/stage.ts";
import type { PullRequest } from "#core/records/run.ts";
import { readPulls } from "#core/sync/payload/pull.ts";
import { RequestFailed } from "#core/sync/request-failed.ts";

/**
 * Pull requests of forks' runs, on which GitHub lists none: asked by commit, once a commit. A token that may not
 * see pull requests is asked with once, too.
 */
export function pullRequests(session: SyncSession): Stage {
  const asked = new Map<string, Promise<PullRequest[]>>();
  let refusal: string | null = null;
  const { github, report } = session.effects;
  return {
    need: "pull_requests",
    label: "Pull requests of forks",
    isAtRisk: false,
    pending: async () => session.backlog.lacking("pull_requests"),
    async fetch(_, run) {
      if (refusal !== null) return { kind: "missing", reason: "forbidden", message: refusal };
      if (run.pull_requests !== null) return { kind: "done" };
      const pulls =
        asked.get(run.head_sha) ?? github.pullsOf(run.head_sha).then(({ items }) => readPulls(items));
      asked.set(run.head_sha, pulls);
      try {
        return { kind: "record", run: { ...run, pull_requests: await pulls } };
      } catch (error) {
        if (!(error instanceof RequestFailed) || error.failure !== "forbidden") throw error;
        if (refusal === null) report.warn(`Pull requests of forks are left out: ${error.message}`);
        refusal = error.message;
        return { kind: "missing", reason: "forbidden", message: refusal };
      }
    },
  };
}
