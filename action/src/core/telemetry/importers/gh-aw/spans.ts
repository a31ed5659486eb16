import type { ExecutionDraft } from "#core/telemetry/execution-draft.ts";
import { type LooseObject, objectAt, textAt } from "#core/telemetry/loose-json.ts";
import { type Attributes, otlpRecords } from "#core/telemetry/otlp/records.ts";
import type { UsagePart } from "#core/telemetry/usage-table.ts";

/**
 * A request as the firewall's own span tells it, in the words of `token-usage.jsonl`: the same request, told twice.
 */
export function requestOfSpan(line: LooseObject): LooseObject | null {
  const reported = objectAt(line, "attributes");
  const provider = /^api_proxy\.([\w-]+)\.request$/.exec(textAt(line, "name") ?? "")?.[1];
  if (provider === undefined || reported["gen_ai.usage.input_tokens"] === undefined) return null;
  const [start, end] = [Number(line["startTimeMs"]), Number(line["endTimeMs"])];
  return {
    _schema: String(line["_schema"]).replace("otel-span", "token-usage"),
    timestamp: textAt(line, "timestamp"),
    request_id: textAt(reported, "awf.request_id"),
    provider,
    model: textAt(reported, "gen_ai.response.model"),
    status: reported["http.response.status_code"],
    input_tokens: reported["gen_ai.usage.input_tokens"],
    output_tokens: reported["gen_ai.usage.output_tokens"],
    cache_read_tokens: reported["awf.cached_read"],
    cache_write_tokens: reported["awf.cached_write"],
    reasoning_tokens: reported["awf.reasoning"],
    ai_credits_this_response: reported["awf.ai_credits"],
    duration_ms: end - start,
  };
}

/** gh-aw's own spans: a job's sum is on its `agent` span where there is one, or else on its `conclusion`. */
export class GhAwSpans {
  readonly #sums = new Map<string, Attributes>();
  #trace: string | null = null;

  request(request: LooseObject): void {
    for (const { name, traceId, attributes } of otlpRecords(request).spans) {
      const found = /^gh-aw\.([\w-]+)\.(agent|conclusion)$/.exec(name);
      if (found === null) continue;
      this.#trace ??= traceId;
      if (attributes.has("gen_ai.usage.input_tokens")) this.#sums.set(`${found[1]}/${found[2]}`, attributes);
    }
  }

  /** @param job `agent` or `detection` */
  usage(draft: ExecutionDraft, job: string): UsagePart | null {
    const sum = this.#sums.get(`${job}/agent`) ?? this.#sums.get(`${job}/conclusion`);
    if (sum === undefined) return null;
    const count = (key: string) => {
      const value = Number(sum.get(key) ?? Number.NaN);
      return Number.isInteger(value) && value >= 0 ? value : null;
    };
    const credits = Number(sum.get("gh-aw.aic") ?? Number.NaN);
    const system = sum.get("gen_ai.system");
    const [input, read, written] = [
      count("gen_ai.usage.input_tokens"),
      count("gen_ai.usage.cache_read.input_tokens"),
      count("gen_ai.usage.cache_creation.input_tokens"),
    ];
    const isApart = system === "anthropic" || (written ?? 0) > 0 || (read ?? 0) > (input ?? 0);
    return {
      provider: SYSTEMS.get(String(system)) ?? null,
      model: draft.name(sum.get("gen_ai.request.model")),
      prompt: input === null ? null : isApart ? input + (read ?? 0) + (written ?? 0) : input,
      completion: count("gen_ai.usage.output_tokens"),
      cache_read: read,
      cache_write_5m: written,
      reported_ai_credits: credits >= 0 ? credits : null,
    };
  }

  get traceId(): string | null {
    return this.#trace;
  }
}

const SYSTEMS: ReadonlyMap<string, string> = new Map([
  ["github_models", "github"],
  ["anthropic", "anthropic"],
  ["openai", "openai"],
  ["google_vertex_ai", "google"],
]);
