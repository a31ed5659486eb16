import { announceAlerts } from "#app/announce/alerts.ts";
import { tellWebhooks } from "#app/announce/webhooks.ts";
import type { GitHubIssues } from "#app/effects.ts";
import { type Judged, judgeAlerts } from "#app/judge-alerts.ts";
import { plural } from "#core/format.ts";
import { repositoryLinks } from "#core/links.ts";
import type { AlertLinks } from "#core/render/alert-markdown.ts";
import { sendWebhook, webhookAddress } from "#io/webhook.ts";
import { type Context, repositoryOf } from "./context.ts";
import { documentOptions } from "./dashboard.ts";
import type { Records } from "./records.ts";

/**
 * Judges what a sync learned, tells it where the configuration says, and keeps what came of it; null: not asked to, or
 * nothing was learned. What webhooks could not be told before they are told even then.
 */
export async function raiseAlerts(
  records: Records,
  context: Context,
  { github, learned }: { github: GitHubIssues; learned: boolean },
): Promise<Judged | null> {
  const { config, store } = records;
  if (!config.alerts.enabled) return null;
  const { clock, report } = context;
  const links = linksOf(context);
  const judged = learned
    ? await judgeAlerts({ store, clock }, await documentOptions(records, context))
    : null;
  if (judged !== null && config.alerts.issues)
    await announceAlerts({ github, store, report }, { config: config.alerts, links });
  const isSent = await tellWebhooksOf(records, context, links);
  if (judged?.changed)
    await records.publish(
      `Judge alerts: ${plural(judged.changes.length, "change")} of state, ${judged.firing} firing`,
    );
  else if (isSent) await records.publish("Tell alerts");
  return judged;
}

function linksOf({ options, surroundings, ...context }: Context): AlertLinks {
  return {
    repository: repositoryLinks(surroundings.serverUrl, repositoryOf({ options, surroundings, ...context })),
    site: options["site-url"],
  };
}

async function tellWebhooksOf({ config, store }: Records, context: Context, links: AlertLinks) {
  const channels = config.alerts.webhooks;
  if (channels.length === 0) return false;
  const { clock, report } = context;
  return tellWebhooks(
    {
      ...{ store, clock, report },
      sender(channel) {
        const address = webhookAddress(channel);
        return address && (({ kind }, message) => sendWebhook(kind, message, address, clock.now()));
      },
    },
    { channels, repository: repositoryOf(context), links },
  );
}
