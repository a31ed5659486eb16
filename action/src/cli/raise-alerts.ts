import { announceAlerts } from "#app/announce/alerts.ts";
import type { GitHubIssues } from "#app/effects.ts";
import { type Judged, judgeAlerts } from "#app/judge-alerts.ts";
import { plural } from "#core/format.ts";
import { repositoryLinks } from "#core/links.ts";
import { type Context, repositoryOf } from "./context.ts";
import { documentOptions } from "./dashboard.ts";
import type { Records } from "./records.ts";

/** Judges what a sync learned, tells it where the configuration says, and keeps what came of it; null: not asked to. */
export async function raiseAlerts(
  records: Records,
  context: Context,
  github: GitHubIssues,
): Promise<Judged | null> {
  const { config, store } = records;
  if (!config.alerts.enabled) return null;
  const { clock, report, options, surroundings } = context;
  const judged = await judgeAlerts({ store, clock }, await documentOptions(records, context));
  if (config.alerts.issues)
    await announceAlerts(
      { github, store, report },
      {
        config: config.alerts,
        links: {
          repository: repositoryLinks(surroundings.serverUrl, repositoryOf(context)),
          site: options["site-url"],
        },
      },
    );
  if (judged.changed)
    await records.publish(
      `Judge alerts: ${plural(judged.told.length, "change")} of state, ${judged.firing} firing`,
    );
  return judged;
}
