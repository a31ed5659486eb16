import { bounded } from "#core/redact/bounded.ts";
import { type RedactOptions, redact } from "#core/redact/redact.ts";

/**
 * What prompts, answers, arguments and results are called, in every dialect (telemetry of OpenTelemetry, OpenLIT,
 * OpenLLMetry, OpenInference and the agents' own), and what names a person.
 */
const CONTENT = new RegExp(
  [
    String.raw`^gen_ai\.(?:input|output)\.messages$`,
    String.raw`^gen_ai\.(?:system_instructions|content|prompt|completion)(?:\.\d.*)?$`,
    String.raw`^gen_ai\.tool\.(?:definitions|call\.arguments|call\.result|args|input|output)$`,
    String.raw`^(?:traceloop\.entity|input|output|llm)\.(?:input|output|value|messages|prompts|input_messages|output_messages)(?:\.|$)`,
    "^(?:prompt|response|tool_input|tool_parameters|function_args|arguments|output|full_command|query|body)$",
    String.raw`^(?:user\.email|enduser\.id|user\.full_name|host\.name|process\.command_args|process\.command_line|process\.owner|workspace\.host_paths)$`,
  ].join("|"),
  "i",
);

const LONGEST_VALUE = 300;
const MOST_ATTRIBUTES = 128;
const DEEPEST = 4;

export type ScrubOptions = { redact: RedactOptions };

/**
 * An OTLP request as it may be stored: without content and personal attributes, long texts cut, secrets redacted,
 * bodies of logs left out unless they are an event's name. Counts of what was taken out go into `counts`.
 */
export function scrub(
  request: Readonly<Record<string, unknown>>,
  { redact: kinds }: ScrubOptions,
  counts: Record<string, number>,
): Record<string, unknown> {
  const count = (kind: string, times = 1) => {
    counts[kind] = (counts[kind] ?? 0) + times;
  };

  function text(value: string): string {
    if (value.length < 8) return value;
    const clean = redact(value, kinds);
    for (const [kind, times] of Object.entries(clean.counts)) count(kind, times);
    if (clean.text.length > LONGEST_VALUE) count("cut");
    return bounded(clean.text, LONGEST_VALUE);
  }

  function attributes(entries: readonly unknown[], depth: number): unknown[] {
    const kept = entries.filter((entry) => {
      const isContent = CONTENT.test(String((entry as { key?: unknown } | null)?.key));
      if (isContent) count("content");
      return !isContent;
    });
    if (kept.length > MOST_ATTRIBUTES) count("attributes", kept.length - MOST_ATTRIBUTES);
    return kept.slice(0, MOST_ATTRIBUTES).map((entry) => walk(entry, depth + 1, "attribute"));
  }

  function walk(value: unknown, depth: number, key: string): unknown {
    if (typeof value === "string") return text(value);
    if (typeof value !== "object" || value === null) return value;
    if (key === "attribute" && depth > DEEPEST * 4) return null;
    if (Array.isArray(value))
      return key === "attributes"
        ? attributes(value, depth)
        : value.map((item) => walk(item, depth + 1, key));
    // Made of entries, which define keys: an assignment to `__proto__` would not.
    return Object.fromEntries(
      Object.entries(value).flatMap(([name, inner]): [string, unknown][] => {
        if (name !== "body") return [[name, walk(inner, depth + 1, name === "value" ? "attribute" : name)]];
        const body = bodyName(inner);
        if (body === null) count("content");
        return body === null ? [] : [[name, { stringValue: body }]];
      }),
    );
  }

  return walk(request, 0, "request") as Record<string, unknown>;
}

/** Claude Code names its events in the body. */
function bodyName(body: unknown): string | null {
  const value = (body as { stringValue?: unknown } | null)?.stringValue;
  return typeof value === "string" && /^[\w.-]{1,100}$/.test(value) ? value : null;
}
