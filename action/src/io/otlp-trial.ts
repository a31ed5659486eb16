import { randomBytes } from "node:crypto";
import type { Check } from "#core/doctor.ts";
import {
  exporterHeaders,
  type TrialAnswer,
  tracesAddress,
  trialCheck,
  trialExport,
} from "#core/telemetry/otlp/trial-export.ts";
import { http } from "#io/http.ts";

const PATIENCE_MS = 15_000;
/** Bytes that are read, and characters that are looked at. */
const LARGEST_ANSWER = 1024 * 1024;
const LONGEST_ANSWER = 16 * 1024;

/**
 * Sends one real span to the endpoint, and says what came of it. Redirects are not followed: the headers are secrets.
 *
 * @throws UserError for an address or headers that cannot be sent
 */
export async function tryOtlp(endpoint: string, headerText: string): Promise<Check> {
  const address = tracesAddress(endpoint);
  const headers = exporterHeaders(headerText);
  return trialCheck(address, headers, await send(address, headers));
}

async function send(address: URL, headers: Record<string, string>): Promise<TrialAnswer> {
  const body = trialExport(randomBytes(16).toString("hex"), randomBytes(8).toString("hex"), Date.now());
  try {
    const answer = await http(address, {
      method: "POST",
      headers: { ...headers, "content-type": "application/json" },
      body,
      redirect: "manual",
      timeoutMs: PATIENCE_MS,
      largest: LARGEST_ANSWER,
    });
    const text = (await answer.text()).slice(0, LONGEST_ANSWER);
    return { status: answer.status, body: text, location: answer.headers.get("location") };
  } catch (error) {
    return { status: null, trouble: troubleOf(error) };
  }
}

/** `fetch` says only that it failed; the reason is the cause of its error, or of one of several. */
function troubleOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const causes = error.cause instanceof AggregateError ? error.cause.errors : [error.cause];
  const codes = causes.map((cause) =>
    cause instanceof Error ? `${"code" in cause ? (cause.code ?? "") : ""} ${cause.message}` : "",
  );
  return codes.join(" ").trim() || `${error.name} ${error.message}`;
}
