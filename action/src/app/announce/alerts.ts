import { isClosedToUs, upsertComment } from "#app/announce/comment.ts";
import { OwnIssues, ownBody } from "#app/announce/own-issues.ts";
import type { GitHubIssues, Report, Store } from "#app/effects.ts";
import { newestEpisodes, storeAlerts } from "#app/judge-alerts.ts";
import type { AlertsConfig } from "#core/config/alerts.ts";
import type { Alert, Delivery, Transition } from "#core/records/alert.ts";
import {
  type AlertLinks,
  alertBody,
  alertIssueTitle,
  transitionMarkdown,
} from "#core/render/alert-markdown.ts";
import type { Issue } from "#core/sync/payload/comment.ts";
import { RequestFailed } from "#core/sync/request-failed.ts";

type Effects = { github: GitHubIssues; store: Store; report: Report };
type Options = { config: AlertsConfig; links: AlertLinks };

const CHANNEL = "issues";
/** A bad day must not flood the list of issues: the others are told by the next syncs, if they are still true. */
const MOST_NEW_ISSUES = 5;

/**
 * Tells alerts as issues of ours, one for each key: its text is kept up to date, a comment tells of what fires, gets
 * worse or is over, and nothing else. One that somebody closed was seen: it is opened again only by what gets worse or
 * comes back.
 *
 * What was told is stored after it was: should that be lost, the issue is found by its mark.
 */
export async function announceAlerts(effects: Effects, options: Options): Promise<void> {
  const alerts = (await newestEpisodes(effects.store)).filter(({ transitions }) => transitions.length > 0);
  const open = alerts.filter((alert) => alert.state === "firing" || unannounced(alert).length > 0);
  if (open.length === 0) return;
  const changed: Alert[] = [];
  try {
    const issues = await OwnIssues.open(effects.github);
    let created = 0;
    for (const alert of open) {
      const known = await issues.find(topicOf(alert));
      if (known === null && (created >= MOST_NEW_ISSUES || isOver(alert))) {
        // What was over before it could be told is no news.
        if (isOver(alert)) changed.push(announcedTo(alert, alert.issue));
        continue;
      }
      if (known === null) created += 1;
      const number =
        known === null ? await create(issues, alert, options) : await update(effects, known, alert, options);
      if (unannounced(alert).length > 0 || number !== alert.issue) changed.push(announcedTo(alert, number));
    }
  } catch (error) {
    if (!(error instanceof RequestFailed)) throw error;
    const hint = error.failure === "forbidden" ? " Give the job `issues: write`." : "";
    effects.report.warn(`Alerts are not told as issues: ${error.message}.${hint}`);
  }
  await storeAlerts(effects.store, changed);
}

function topicOf({ key }: Alert): string {
  return `alert ${key}`;
}

function isOver({ transitions }: Alert): boolean {
  return transitions.at(-1)?.kind === "resolve";
}

function unannounced(alert: Alert): Transition[] {
  return alert.transitions.slice(deliveryOf(alert).told);
}

function deliveryOf({ deliveries }: Alert): Delivery {
  const none = { channel: CHANNEL, told: 0, tries: 0, since: null, dead: null };
  return deliveries.find(({ channel }) => channel === CHANNEL) ?? none;
}

function announcedTo(alert: Alert, issue: number | null): Alert {
  const others = alert.deliveries.filter(({ channel }) => channel !== CHANNEL);
  const delivery = { ...deliveryOf(alert), told: alert.transitions.length };
  return { ...alert, issue, deliveries: [...others, delivery], revision: alert.revision + 1 };
}

async function create(issues: OwnIssues, alert: Alert, { config, links }: Options): Promise<number | null> {
  const { labels, assignees } = config;
  return issues.create(topicOf(alert), alertIssueTitle(alert), alertBody(alert, links), {
    labels: [...labels, `severity: ${alert.condition.severity}`],
    ...(assignees.length > 0 && { assignees }),
  });
}

async function update({ github, report }: Effects, known: Issue, alert: Alert, { links }: Options) {
  const { number } = known;
  const news = unannounced(alert).filter(({ quiet }) => !quiet);
  const body = ownBody(topicOf(alert), alertBody(alert, links));
  const state = stateFor(known, alert, news);
  try {
    if (body !== known.body?.trim() || state !== undefined)
      await github.updateIssue(number, { body, ...(state !== undefined && { state }) });
    for (const transition of news) {
      const topic = `${topicOf(alert)} ${alert.episode}.${alert.transitions.indexOf(transition) + 1}`;
      await upsertComment(github, number, topic, transitionMarkdown(alert, transition));
    }
  } catch (error) {
    if (!(error instanceof RequestFailed && isClosedToUs(error))) throw error;
    report.warn(`An alert is not told on #${number}: ${error.message}`);
  }
  return number;
}

/** Undefined: as it is. */
function stateFor(
  { state }: Issue,
  alert: Alert,
  news: readonly Transition[],
): "open" | "closed" | undefined {
  if (isOver(alert)) return state === "open" ? "closed" : undefined;
  return state === "closed" && news.length > 0 ? "open" : undefined;
}
