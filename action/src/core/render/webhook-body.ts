import { alertPath } from "#core/addresses/paths.ts";
import type { Webhook } from "#core/config/alerts.ts";
import type { Alert, Transition } from "#core/records/alert.ts";
import type { AlertLinks } from "#core/render/alert-markdown.ts";
import { printableLine } from "#core/render/printable.ts";
import { adviceOf, alertTitle, evidenceText, verbOf } from "#core/render/words/alert-text.ts";
import { contentId } from "#core/sha256.ts";

/** One change of an alert's state, as it is told to other systems. The same change has the same id, however often it is sent. */
export type WebhookMessage = {
  id: string;
  type: "agentops.alert.fired" | "agentops.alert.escalated" | "agentops.alert.resolved";
  at: string;
  title: string;
  evidence: string;
  advice: string;
  severity: Transition["severity"];
  key: string;
  rule: string;
  repository: string;
  /** Of the alert on the dashboard, else of the repository. */
  url: string;
  runs: { run_id: number; url: string }[];
};

const TYPES = {
  fire: "agentops.alert.fired",
  refire: "agentops.alert.fired",
  escalate: "agentops.alert.escalated",
  resolve: "agentops.alert.resolved",
} as const satisfies Record<Transition["kind"], WebhookMessage["type"]>;

export function webhookMessage(
  alert: Alert,
  transition: Transition,
  repository: string,
  links: AlertLinks,
): WebhookMessage {
  const { condition, key, episode } = alert;
  const index = alert.transitions.indexOf(transition);
  return {
    id: `msg_${contentId("webhook", repository, key, episode, index).slice(0, 32)}`,
    type: TYPES[transition.kind],
    at: transition.at,
    title: `${verbOf(transition)}: ${printableLine(alertTitle(alert), 200)}`,
    evidence: printableLine(evidenceText({ ...condition, value: transition.value }), 400),
    advice: adviceOf(alert),
    severity: transition.severity,
    key,
    rule: condition.rule,
    repository,
    url: links.site === null ? links.repository.home : `${links.site}${alertPath(`${key}-${episode}`)}`,
    runs: condition.runs.map(({ run_id, run_attempt }) => ({
      run_id,
      url: links.repository.run(run_id, run_attempt),
    })),
  };
}

/** The body that a kind of receiver takes. @param key of PagerDuty's integration */
export function webhookBody(kind: Webhook["kind"], message: WebhookMessage, key: string): string {
  return JSON.stringify(BODIES[kind](message, key));
}

const BODIES: Readonly<Record<Webhook["kind"], (message: WebhookMessage, key: string) => unknown>> = {
  slack,
  teams,
  discord,
  pagerduty,
  standard: (message) => ({ type: message.type, timestamp: message.at, data: dataOf(message) }),
  cloudevents: (message) => ({
    specversion: "1.0",
    id: message.id,
    source: message.url,
    type: message.type,
    time: message.at,
    datacontenttype: "application/json",
    data: dataOf(message),
  }),
};

function dataOf({ id, type, at, ...data }: WebhookMessage) {
  return data;
}

/** Slack's three signs; a stranger's `<!channel>` calls nobody. */
const slackText = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

function slack({ title, evidence, advice, url, runs, repository, type }: WebhookMessage) {
  const resolved = type === "agentops.alert.resolved";
  const links = runs.map(({ run_id, url }) => `<${url}|${run_id}>`).join(", ");
  const lines = [
    slackText(evidence),
    ...(resolved ? [] : [slackText(advice)]),
    ...(links === "" ? [] : [`Runs ${links}`]),
  ];
  return {
    text: slackText(`${title} (${repository})`),
    blocks: [
      { type: "section", text: { type: "mrkdwn", text: `*<${url}|${slackText(title)}>*` } },
      {
        type: "section",
        text: {
          type: "mrkdwn",
          text:
            lines
              .filter((line) => line !== "")
              .join("\n")
              .slice(0, 2900) || "—",
        },
      },
      { type: "context", elements: [{ type: "mrkdwn", text: slackText(repository) }] },
    ],
  };
}

function teams({ title, evidence, advice, url, repository }: WebhookMessage) {
  const text = (content: string, more: object = {}) => ({
    type: "TextBlock",
    text: content,
    wrap: true,
    ...more,
  });
  return {
    type: "message",
    attachments: [
      {
        contentType: "application/vnd.microsoft.card.adaptive",
        contentUrl: null,
        content: {
          $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
          type: "AdaptiveCard",
          version: "1.4",
          body: [
            text(title, { weight: "Bolder", size: "Medium" }),
            text(evidence),
            text(advice),
            text(repository, { isSubtle: true }),
          ],
          actions: [{ type: "Action.OpenUrl", title: "Open", url }],
        },
      },
    ],
  };
}

const COLOURS = { critical: 0xcf222e, warning: 0x9a6700, notice: 0x57606a } as const;
const RESOLVED = 0x1a7f37;

function discord({ title, evidence, advice, url, severity, at, repository, type }: WebhookMessage) {
  const color = type === "agentops.alert.resolved" ? RESOLVED : COLOURS[severity];
  const embed = {
    title: title.slice(0, 256),
    url,
    description: `${evidence}\n${advice}`.slice(0, 2000),
    color,
    timestamp: at,
  };
  return {
    content: "",
    embeds: [{ ...embed, footer: { text: repository } }],
    allowed_mentions: { parse: [] },
  };
}

const PAGERDUTY_SEVERITIES = { critical: "critical", warning: "warning", notice: "info" } as const;

function pagerduty(message: WebhookMessage, key: string) {
  const { title, severity, at, repository, rule, url } = message;
  return {
    routing_key: key,
    event_action: message.type === "agentops.alert.resolved" ? "resolve" : "trigger",
    dedup_key: `agentops ${repository} ${message.key}`.slice(0, 255),
    payload: {
      summary: title.slice(0, 1024),
      source: repository,
      severity: PAGERDUTY_SEVERITIES[severity],
      timestamp: at,
      class: rule,
      custom_details: dataOf(message),
    },
    links: [{ href: url, text: "AgentOps" }],
  };
}
