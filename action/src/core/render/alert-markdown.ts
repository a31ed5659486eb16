import { alertPath } from "#core/addresses/paths.ts";
import { moment, plural } from "#core/format.ts";
import type { RepositoryLinks } from "#core/links.ts";
import { type Alert, firedAt, type Transition } from "#core/records/alert.ts";
import { TRANSITIONS } from "#core/render/columns/alerts.ts";
import { columnTable, escapeMarkdown } from "#core/render/markdown.ts";
import { printable, printableLine } from "#core/render/printable.ts";
import { adviceOf, alertTitle, evidenceText, verbOf } from "#core/render/words/alert-text.ts";

/** Where the reader can go on. `site`: the dashboard's address; null where it is not known. */
export type AlertLinks = { repository: RepositoryLinks; site: string | null };

const text = (words: string) => escapeMarkdown(printable(words));

/** An issue's title, which stays as long as the alert does. */
export function alertIssueTitle(alert: Alert): string {
  return printableLine(`Alert: ${alertTitle({ condition: { ...alert.condition, mark: null } })}`).slice(
    0,
    200,
  );
}

/** What an issue says of an alert at any time: kept up to date, so that nobody reads through comments. */
export function alertBody(alert: Alert, links: AlertLinks): string {
  const { condition, transitions, state } = alert;
  const fired = firedAt(alert);
  return [
    `**${text(alertTitle(alert))}**`,
    `${text(evidenceText(condition))}.${condition.since === null ? "" : ` It began at ${moment(condition.since)}.`}`,
    ...causeLine(alert, links),
    ...runsLine(alert, links),
    `**What to do:** ${adviceOf(alert)}`,
    `State: **${state}**${fired === null ? "" : ` since ${moment(transitions.at(-1)?.at ?? fired)}`}, severity ${condition.severity}, ${plural(transitions.length, "change")} of its state.`,
    columnTable(
      TRANSITIONS,
      transitions.slice(-20).map((transition) => ({ transition, unit: condition.unit })),
    ),
    ...(links.site === null
      ? []
      : [`[The alert on the dashboard](${links.site}${alertPath(`${alert.key}-${alert.episode}`)})`]),
    `To hear no more of this rule: \`alerts: { off: [${condition.rule}] }\` in the configuration. Close this issue to say that you have seen it.`,
  ].join("\n\n");
}

/** What a comment says of one change of state. */
export function transitionMarkdown(alert: Alert, transition: Transition): string {
  const { condition } = alert;
  const evidence =
    transition.kind === "resolve" ? "" : `, ${text(evidenceText({ ...condition, value: transition.value }))}`;
  return `**${verbOf(transition)}** at ${moment(transition.at)} (${transition.severity}): ${text(alertTitle(alert))}${evidence}.`;
}

function causeLine({ condition: { cause } }: Alert, { repository }: AlertLinks): string[] {
  if (cause === null) return [];
  const commit = (sha: string) => `[\`${sha.slice(0, 7)}\`](${repository.commit(sha)})`;
  const after = cause.before_sha === null ? "" : `, after ${commit(cause.before_sha)}`;
  return [`It began with commit ${commit(cause.sha)}${after}.`];
}

function runsLine({ condition: { runs } }: Alert, { repository }: AlertLinks): string[] {
  if (runs.length === 0) return [];
  const links = runs.map(({ run_id, run_attempt }) => `[${run_id}](${repository.run(run_id, run_attempt)})`);
  return [`Newest runs that show it: ${links.join(", ")}`];
}
