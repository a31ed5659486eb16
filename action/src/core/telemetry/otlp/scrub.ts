import type { Previews } from "#core/records/previews.ts";
import { bounded } from "#core/redact/bounded.ts";
import { type RedactOptions, redact } from "#core/redact/redact.ts";
import { stackWithin } from "#core/telemetry/stack-text.ts";

/**
 * What prompts, answers, arguments and results are called, in every dialect (telemetry of OpenTelemetry, OpenLIT,
 * OpenLLMetry, OpenInference and the agents' own); and what names a person.
 */
const CONTENT = new RegExp(
  [
    String.raw`^gen_ai\.(?:input|output)\.messages$`,
    String.raw`^gen_ai\.(?:system_instructions|content|prompt|completion)(?:\.\d.*)?$`,
    String.raw`^gen_ai\.tool\.(?:definitions|call\.arguments|call\.result|args|input|output)$`,
    String.raw`^(?:traceloop\.entity|input|output|llm)\.(?:input|output|value|messages|prompts|input_messages|output_messages)(?:\.|$)`,
    "^(?:prompt|response|tool_input|tool_parameters|function_args|arguments|output|full_command|query|body)$",
  ].join("|"),
  "i",
);
const PERSONAL =
  /^(?:user\.email|enduser\.id|user\.full_name|host\.name|process\.command_args|process\.command_line|process\.owner|workspace\.host_paths)$/i;

const LONGEST_VALUE = 300;
/** Of what says more in as many words. */
const LONGEST: ReadonlyMap<string, number> = new Map([
  ["exception.message", 500],
  ["error.message", 500],
]);
/** A conversation in JSON: cut in its middle it could not be read. */
const LONGEST_MESSAGES = 64 * 1024;
const MOST_ATTRIBUTES = 128;
const DEEPEST = 4;

/** @property previews whether contents stay; they do where it is `full` */
export type ScrubOptions = { redact: RedactOptions; previews?: Previews };

/**
 * An OTLP request as it may be stored: without personal attributes, and without content unless that is kept, long texts cut, secrets redacted,
 * bodies of logs left out unless they are an event's name. Counts of what was taken out go into `counts`.
 */
export function scrub(
  request: Readonly<Record<string, unknown>>,
  options: ScrubOptions,
  counts: Record<string, number>,
): Record<string, unknown> {
  return new Scrubber(options, counts).walk(request, 0, "request") as Record<string, unknown>;
}

class Scrubber {
  readonly #kinds: RedactOptions;
  readonly #keepsContents: boolean;
  readonly #counts: Record<string, number>;

  constructor({ redact: kinds, previews = "none" }: ScrubOptions, counts: Record<string, number>) {
    this.#kinds = kinds;
    this.#keepsContents = previews === "full";
    this.#counts = counts;
  }

  walk(value: unknown, depth: number, key: string): unknown {
    if (typeof value === "string") return this.#text(value);
    if (typeof value !== "object" || value === null) return value;
    if (key === "attribute" && depth > DEEPEST * 4) return null;
    if (Array.isArray(value))
      return key === "attributes"
        ? this.#attributes(value, depth)
        : value.map((item) => this.walk(item, depth + 1, key));
    // Made of entries, which define keys: an assignment to `__proto__` would not.
    return Object.fromEntries(
      Object.entries(value).flatMap(([name, inner]): [string, unknown][] => {
        if (name !== "body")
          return [[name, this.walk(inner, depth + 1, name === "value" ? "attribute" : name)]];
        const body = bodyName(inner);
        if (body === null) this.#count("content");
        return body === null ? [] : [[name, { stringValue: body }]];
      }),
    );
  }

  #attributes(entries: readonly unknown[], depth: number): unknown[] {
    const kept = entries.filter((entry) => {
      const key = String((entry as { key?: unknown } | null)?.key);
      const isLeftOut = PERSONAL.test(key) || (CONTENT.test(key) && !this.#keepsContents);
      if (isLeftOut) this.#count("content");
      return !isLeftOut;
    });
    if (kept.length > MOST_ATTRIBUTES) this.#count("attributes", kept.length - MOST_ATTRIBUTES);
    return kept.slice(0, MOST_ATTRIBUTES).map((entry) => this.#attribute(entry, depth + 1));
  }

  #attribute(entry: unknown, depth: number): unknown {
    const { key, value } = (entry ?? {}) as { key?: unknown; value?: { stringValue?: unknown } | null };
    const reported = value?.stringValue;
    return typeof key === "string" && typeof reported === "string"
      ? { key: this.#text(key), value: { stringValue: this.#valueOf(key, reported) } }
      : this.walk(entry, depth, "attribute");
  }

  #valueOf(key: string, value: string): string {
    if (key === "exception.stacktrace") return stackWithin(value, (text) => this.#redacted(text)) ?? "";
    return this.#text(value, CONTENT.test(key) ? LONGEST_MESSAGES : LONGEST.get(key));
  }

  #text(value: string, longest = LONGEST_VALUE): string {
    if (value.length < 8) return value;
    const clean = this.#redacted(value);
    if (clean.length > longest) this.#count("cut");
    return bounded(clean, longest);
  }

  #redacted(value: string): string {
    const clean = redact(value, this.#kinds);
    for (const [kind, times] of Object.entries(clean.counts)) this.#count(kind, times);
    return clean.text;
  }

  #count(kind: string, times = 1): void {
    this.#counts[kind] = (this.#counts[kind] ?? 0) + times;
  }
}

/** Claude Code names its events in the body. */
function bodyName(body: unknown): string | null {
  const value = (body as { stringValue?: unknown } | null)?.stringValue;
  return typeof value === "string" && /^[\w.-]{1,100}$/.test(value) ? value : null;
}
