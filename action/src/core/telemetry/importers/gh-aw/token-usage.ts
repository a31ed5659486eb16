import { errorCategory } from "#core/telemetry/error-category.ts";
import type { ImportContext } from "#core/telemetry/importer.ts";
import type { AgentWork } from "#core/telemetry/importers/agent-work.ts";
import { amountAt, countAt, type LooseObject, millisecondsAt, textAt } from "#core/telemetry/loose-json.ts";
import { priceTier } from "#core/telemetry/price-tier.ts";
import { isoMilliseconds } from "#core/time.ts";

/** From here on Copilot's input is without its cache (AWF 0.27.6, 18 June 2026). */
const EXCLUDES_CACHE = [0, 27, 6];
const MOST_REQUESTS = 100_000;

const PROVIDERS: ReadonlyMap<string, string> = new Map([
  ["anthropic", "anthropic"],
  ["openai", "openai"],
  ["gemini", "google"],
  ["google", "google"],
  ["copilot", "github"],
  ["github-copilot", "github"],
]);

/** Null for a provider that gh-aw does not know either. */
export function providerOf(reported: string | null): string | null {
  return PROVIDERS.get(reported ?? "") ?? null;
}

/** The requests to models that gh-aw's firewall let through: the same line may stand in several folders. */
export class TokenUsageLines {
  readonly #lines = new Map<string, LooseObject>();
  /** Requests that only the firewall's spans tell of. */
  readonly #spans = new Map<string, LooseObject>();

  add(line: LooseObject): void {
    if (countAt(line, "input_tokens") === null && countAt(line, "output_tokens") === null) return;
    if (this.#lines.size < MOST_REQUESTS) this.#lines.set(keyOf(line), line);
  }

  addSpan(line: LooseObject): void {
    if (this.#spans.size < MOST_REQUESTS) this.#spans.set(keyOf(line), line);
  }

  has(line: LooseObject): boolean {
    return this.#lines.has(keyOf(line));
  }

  /** In the order of time, without those that another agent's lines hold. */
  list(others: TokenUsageLines | null): LooseObject[] {
    const named = new Set(
      [...this.#lines.values()].filter((line) => textAt(line, "request_id") !== null).map(likenessOf),
    );
    const lines = [...this.#lines.values()].filter(
      (line) => textAt(line, "request_id") !== null || !named.has(likenessOf(line)),
    );
    for (const [key, span] of this.#spans) if (!this.#lines.has(key)) lines.push(span);
    return lines.filter((line) => others?.has(line) !== true).sort(byTime);
  }
}

/** Adds one request, in our terms, and its step. */
export function addRequest(
  work: AgentWork,
  line: LooseObject,
  context: ImportContext,
  withStep: boolean,
): void {
  const { draft } = work;
  const reported = textAt(line, "provider") ?? "unknown";
  const provider = providerOf(reported);
  const model = draft.name(line["model"]);
  const tokens = requestTokens(line);
  const end = millisecondsAt(line, "timestamp");
  const duration = amountAt(line, "duration_ms");
  const at = end === null ? null : end - (duration ?? 0);
  draft.usage.add({
    provider,
    model,
    tier: priceTier(provider, model, tokens.prompt, isoMilliseconds(end) ?? context.run.created_at, []),
    requests: 1,
    request_id: draft.name(line["request_id"]),
    ...tokens,
    reported_ai_credits: amountAt(line, "ai_credits_this_response"),
  });
  draft.prompted(tokens.prompt);
  work.seen(at);
  work.seen(end);
  const { facts } = draft;
  if (duration !== null) facts.llm_time_ms = (facts.llm_time_ms ?? 0) + duration;
  if (!withStep) return;
  const purpose = textAt(line, "purpose") ?? "agent";
  const status = countAt(line, "status") ?? 200;
  work.turn({
    at,
    within: purpose === "agent" ? null : purpose,
    name: purpose === "agent" ? null : draft.name(purpose),
    model,
    duration_ms: duration,
    status: status < 400 ? "success" : "failure",
    error_type: status < 400 ? null : errorCategory(String(status)),
    prompt: tokens.prompt,
    completion: tokens.completion,
    cache_read: tokens.cache_read,
    request_id: draft.name(line["request_id"]),
  });
}

/** The record does not say whether its input holds what came from the cache: that depends on who answered, and when. */
export function requestTokens(line: LooseObject) {
  const input = countAt(line, "input_tokens") ?? 0;
  const output = countAt(line, "output_tokens") ?? 0;
  const read = countAt(line, "cache_read_tokens") ?? 0;
  const written = countAt(line, "cache_write_tokens") ?? 0;
  const reasoning = countAt(line, "reasoning_tokens");
  const provider = textAt(line, "provider") ?? "unknown";
  return {
    prompt: excludesCache(provider, line, input, read, written) ? input + read + written : input,
    // Only Gemini counts its thoughts apart from its answer.
    completion: /gemini|google/.test(provider) ? output + (reasoning ?? 0) : output,
    cache_read: read,
    cache_write_5m: written,
    reasoning,
  };
}

function excludesCache(
  provider: string,
  line: LooseObject,
  input: number,
  read: number,
  written: number,
): boolean {
  if (provider === "anthropic") return true;
  if (!/copilot/.test(provider)) return false;
  if (written > 0 || read + written > input) return true;
  const version = /v(\d+)\.(\d+)\.(\d+)(-\w+)?$/.exec(textAt(line, "_schema") ?? "");
  if (version === null) return false;
  if (version[4] !== undefined) return true; // a build from the head of development
  const difference = EXCLUDES_CACHE.map((part, index) => Number(version[index + 1]) - part).find(
    (some) => some !== 0,
  );
  return (difference ?? 0) >= 0;
}

function keyOf(line: LooseObject): string {
  return textAt(line, "request_id") ?? JSON.stringify(line);
}

/** What two records of one request share, where one of them leaves its id out. */
function likenessOf(line: LooseObject): string {
  return ["timestamp", "model", "input_tokens", "output_tokens"].map((key) => String(line[key])).join("\n");
}

function byTime(a: LooseObject, b: LooseObject): number {
  const [left, right] = [millisecondsAt(a, "timestamp") ?? 0, millisecondsAt(b, "timestamp") ?? 0];
  return left - right || (keyOf(a) < keyOf(b) ? -1 : 1);
}
