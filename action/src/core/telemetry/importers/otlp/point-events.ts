import type { AgentEvent } from "#core/records/event.ts";
import { eventOfMetric } from "#core/records/metric-of-event.ts";
import { bothBuckets, extreme } from "#core/telemetry/buckets.ts";
import { identityOf } from "#core/telemetry/importers/otlp/identity.ts";
import { textOf } from "#core/telemetry/importers/otlp/lookup.ts";
import { isMeasuredByItself } from "#core/telemetry/importers/otlp/own-measures.ts";
import { short, trimmed } from "#core/telemetry/importers/otlp/span-events.ts";
import type { PointRecord } from "#core/telemetry/otlp/records.ts";

/** Said of the whole work, not of a series. */
const OF_THE_WORK: ReadonlySet<string> = new Set([
  "session.id",
  "user.id",
  "user.account_uuid",
  "organization.id",
]);
const SOURCE = ["service.name", "service.instance.id"] as const;
const MOST_STRETCHES = 50_000;
const MOST_LABELS = 10;
/** With `label.` in front it is the name of an attribute. */
const LONGEST_LABEL = 90;
const TOKENS: ReadonlyMap<
  string,
  "tokens_prompt" | "tokens_completion" | "tokens_cache_read" | "tokens_cache_write"
> = new Map([
  ["input", "tokens_prompt"],
  ["output", "tokens_completion"],
  ["thought", "tokens_completion"],
  ["cacheRead", "tokens_cache_read"],
  ["cache", "tokens_cache_read"],
  ["cacheCreation", "tokens_cache_write"],
]);

/**
 * Every series' value at the end: a cumulative one's last export, a delta one's sum. A process that began again counts
 * from 0 since another time: what it counts is a series of its own. What was sent twice is one.
 */
export class Points {
  readonly #series = new Map<string, PointRecord>();
  readonly #stretches = new Set<string>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  add(point: PointRecord): void {
    const key = keyOf(point);
    if (this.#isAgain(key, point)) return;
    const known = this.#series.get(key);
    if (known === undefined) {
      if (this.#series.size < this.#most) this.#series.set(key, point);
    } else if (point.cumulative) {
      if ((point.time ?? 0) >= (known.time ?? 0)) this.#series.set(key, point);
    } else
      this.#series.set(key, {
        ...point,
        value: known.value + point.value,
        count: known.count === null && point.count === null ? null : (known.count ?? 0) + (point.count ?? 0),
        min: extreme(Math.min, known.min, point.min),
        max: extreme(Math.max, known.max, point.max),
        buckets: bothBuckets(known.buckets, point.buckets),
      });
  }

  #isAgain(key: string, { cumulative, start, time }: PointRecord): boolean {
    if (cumulative || start === null || time === null) return false;
    const stretch = `${key}\n${start}\n${time}`;
    if (this.#stretches.has(stretch)) return true;
    if (this.#stretches.size < MOST_STRETCHES) this.#stretches.add(stretch);
    return false;
  }

  /** Metrics of the user's own, as events. */
  *own(): Iterable<AgentEvent> {
    for (const point of this.#series.values())
      if (!isMeasuredByItself(point))
        yield {
          ...commonOf(point),
          type: "custom.metric",
          attributes: eventOfMetric({ ...point, ...named(point) }),
        };
  }

  /**
   * What agents counted of their tokens and dollars, as requests: only for agents that told nothing of their
   * requests one by one, which say the same.
   */
  *usage(): Iterable<AgentEvent> {
    const requests = new Map<string, AgentEvent>();
    for (const point of this.#series.values()) {
      const isCost = point.name === "claude_code.cost.usage";
      if (
        !isCost &&
        !/^(?:claude_code|gemini_cli)\.token\.usage$|^gen_ai\.client\.token\.usage$/.test(point.name)
      )
        continue;
      const model = textOf(point.attributes, ["gen_ai.response.model", "gen_ai.request.model", "model"]);
      const common = commonOf(point);
      const key = `${common.agent_id}\n${common.session_id}\n${model}`;
      const event = requests.get(key) ?? {
        ...common,
        type: "agent.step.completed" as const,
        operation: "llm_request",
        step_name: short(model) ?? "requests",
        model: short(model),
        provider: point.name.startsWith("claude")
          ? "anthropic"
          : short(textOf(point.attributes, ["gen_ai.provider.name", "gen_ai.system"])),
      };
      requests.set(key, event);
      if (isCost) event.cost_usd = (event.cost_usd ?? 0) + point.value;
      else count(event, point);
    }
    yield* requests.values();
  }
}

function keyOf({ name, kind, attributes, resource, cumulative, start, time }: PointRecord): string {
  const source = SOURCE.map((label) => textOf(resource, [label]));
  // Some do not know since when they count, and say the time of the export.
  const since = cumulative && kind !== "gauge" && start !== time ? start : null;
  return JSON.stringify([name, kind, [...attributes], source, since]);
}

function count(event: AgentEvent, point: PointRecord): void {
  const type = textOf(point.attributes, ["type", "gen_ai.token.type"]) ?? "";
  const field = TOKENS.get(type);
  if (field === undefined) return;
  const tokens = Math.round(point.value);
  event[field] = (event[field] ?? 0) + tokens;
  // Claude's input leaves the cache out; Gemini's holds it.
  const isClaude = point.name.startsWith("claude_code");
  if (isClaude && (field === "tokens_cache_read" || field === "tokens_cache_write"))
    event.tokens_prompt = (event.tokens_prompt ?? 0) + tokens;
}

function commonOf(point: PointRecord): Omit<AgentEvent, "type"> {
  return {
    ...trimmed(identityOf(point.attributes, point.resource)),
    timestamp: new Date(point.time ?? 0).toISOString(),
  };
}

function named({ name, unit, attributes }: PointRecord) {
  return {
    name: name.slice(0, 200),
    unit: unit?.slice(0, 50) ?? null,
    labels: Object.fromEntries(
      [...attributes]
        .filter(([label]) => !OF_THE_WORK.has(label))
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .slice(0, MOST_LABELS)
        .map(([label, value]) => [label.slice(0, LONGEST_LABEL), String(value).slice(0, 200)]),
    ),
  };
}
