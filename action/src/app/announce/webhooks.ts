import type { Clock, Report, Store } from "#app/effects.ts";
import { newestEpisodes, storeAlerts } from "#app/judge-alerts.ts";
import { type Answered, answered, nextFor, withDelivery } from "#core/alerts/outbox.ts";
import type { Webhook } from "#core/config/alerts.ts";
import type { Alert } from "#core/records/alert.ts";
import type { AlertLinks } from "#core/render/alert-markdown.ts";
import { type WebhookMessage, webhookMessage } from "#core/render/webhook-body.ts";

/** Sends a message to a channel once; null: the step does not have its address. */
type SendWebhook = ((channel: Webhook, message: WebhookMessage) => Promise<Answered>) | null;

type Effects = {
  store: Store;
  clock: Clock;
  report: Report;
  /** Of one channel. */
  sender(channel: Webhook): SendWebhook;
};
type Options = { channels: readonly Webhook[]; repository: string; links: AlertLinks };

/** Tries of one message in a sync, the second after a pause. */
const TRIES = 2;
const PAUSE_SECONDS = 5;
/** A receiver that is down costs a sync no more than so many vain messages. */
const MOST_IN_VAIN = 3;

/**
 * Tells webhooks what they have not been told. What fails is tried again by later syncs for a day, in order, with the
 * same id; nothing of it ever fails a sync.
 *
 * @returns whether a record changed
 */
export async function tellWebhooks(effects: Effects, options: Options): Promise<boolean> {
  let alerts = (await newestEpisodes(effects.store)).filter(({ transitions }) => transitions.length > 0);
  const before = alerts;
  for (const channel of options.channels) alerts = await tellChannel(effects, options, channel, alerts);
  const changed = alerts.filter((alert) => !before.includes(alert));
  await storeAlerts(effects.store, changed);
  return changed.length > 0;
}

async function tellChannel(
  effects: Effects,
  { repository, links }: Options,
  channel: Webhook,
  alerts: readonly Alert[],
): Promise<Alert[]> {
  const send = effects.sender(channel);
  let vain = 0;
  const sent: Alert[] = [];
  for (const alert of alerts) {
    let current = alert;
    while (vain < MOST_IN_VAIN) {
      const { delivery, next } = nextFor(current, channel);
      current = withDelivery(current, delivery);
      if (next === null || send === null) break;
      const answer = await tried(effects, () =>
        send(channel, webhookMessage(current, next, repository, links)),
      );
      const after = answered(delivery, answer, effects.clock.now());
      current = withDelivery(current, after);
      if (answer.kind === "taken") continue;
      vain += 1;
      effects.report.warn(
        `Webhook ${channel.name}: ${answer.reason}${after.dead === null ? "; tried again at the next syncs" : "; given up"}`,
      );
      break;
    }
    sent.push(current);
  }
  if (send === null && sent.some((alert) => nextFor(alert, channel).next !== null))
    effects.report.warn(
      `Webhook ${channel.name} has no address: set its variable under \`env:\` of the step`,
    );
  return sent;
}

async function tried({ clock }: Effects, send: () => Promise<Answered>): Promise<Answered> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await send();
    if (answer.kind === "taken" || answer.final || attempt === TRIES) return answer;
    await clock.sleep(PAUSE_SECONDS);
  }
}
