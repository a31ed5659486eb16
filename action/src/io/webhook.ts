import { createHmac } from "node:crypto";
import type { Answered } from "#core/alerts/outbox.ts";
import type { Webhook } from "#core/config/alerts.ts";
import { describe } from "#core/errors.ts";
import { type WebhookMessage, webhookBody } from "#core/render/webhook-body.ts";
import { isPrivateHost } from "#core/text/private-host.ts";
import { epoch, type Utc } from "#core/time.ts";
import { http } from "#io/http.ts";

const TIMEOUT_MS = 10_000;
const LARGEST_ANSWER = 64 * 1024;
const PAGERDUTY = "https://events.pagerduty.com/v2/enqueue";

/** Where a webhook goes: from the step's environment, since an address is a secret. */
export type WebhookAddress = { url: string; key: string; secret: string | null };

/** @returns null where the step does not have it */
export function webhookAddress(
  { name, kind }: Pick<Webhook, "name" | "kind">,
  environment: NodeJS.ProcessEnv = process.env,
): WebhookAddress | null {
  const variable = variableOf(name);
  const value = environment[variable] ?? "";
  if (value === "") return null;
  const secret = environment[`${variable}_SECRET`] ?? null;
  if (kind !== "pagerduty") return { url: value, key: "", secret };
  return { url: environment[`${variable}_URL`] ?? PAGERDUTY, key: value, secret };
}

function variableOf(name: string): string {
  return `AGENTOPS_WEBHOOK_${name.toUpperCase().replaceAll("-", "_")}`;
}

/**
 * Sends one message once. Redirects are refused, and so is what is not public: an address in the configuration of
 * somebody's step must not make us ask its neighbours.
 *
 * @param local whether this machine may be asked
 */
export async function sendWebhook(
  kind: Webhook["kind"],
  message: WebhookMessage,
  address: WebhookAddress,
  now: Utc,
  { local = false } = {},
): Promise<Answered> {
  const trouble = local ? null : troubleWith(address.url);
  if (trouble !== null) return { kind: "refused", reason: trouble, final: true };
  const body = webhookBody(kind, message, address.key);
  try {
    const answer = await http(address.url, {
      method: "POST",
      headers: {
        "content-type": contentType(kind),
        ...signature(kind, message.id, body, address.secret, now),
      },
      body,
      redirect: "manual",
      timeoutMs: TIMEOUT_MS,
      largest: LARGEST_ANSWER,
    });
    await answer.body?.cancel();
    return judged(answer.status);
  } catch (error) {
    return { kind: "refused", reason: `no answer: ${describe(error)}`, final: false };
  }
}

function contentType(kind: Webhook["kind"]): string {
  return kind === "cloudevents" ? "application/cloudevents+json" : "application/json";
}

function troubleWith(address: string): string | null {
  if (!URL.canParse(address)) return "its address is none";
  const { protocol, hostname } = new URL(address);
  if (protocol !== "https:") return "its address is not https";
  return isPrivateHost(hostname) ? "its address is not a public one" : null;
}

/** Answers of a moment are worth another try; what the receiver does not want, or has elsewhere, is not. */
function judged(status: number): Answered {
  if (status >= 200 && status < 300) return { kind: "taken" };
  const isOfMoment = status === 408 || status === 425 || status === 429 || status >= 500;
  return { kind: "refused", reason: `it answered ${status}`, final: !isOfMoment };
}

/** Standard Webhooks 1.0: HMAC-SHA256 over id, time and body, keyed by what follows `whsec_` in base64. */
function signature(kind: Webhook["kind"], id: string, body: string, secret: string | null, now: Utc) {
  if (kind !== "standard") return {};
  const timestamp = String(epoch(now));
  const named = { "webhook-id": id, "webhook-timestamp": timestamp };
  if (secret === null) return named;
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const digest = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
  return { ...named, "webhook-signature": `v1,${digest}` };
}
