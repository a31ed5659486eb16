import { type RedactOptions, redact } from "#core/redact/redact.ts";

/**
 * A line of events as it may leave the machine: every text and every name in it redacted. What is no JSON is redacted
 * as it stands.
 */
export function redactedEvent(line: string, options: RedactOptions): string {
  try {
    return JSON.stringify(
      JSON.parse(line, (key, value: unknown) => {
        if (typeof value === "string")
          return key === "type" ? redactedType(value, options) : redact(value, options).text;
        return isObject(value) ? withCleanNames(value, options) : value;
      }),
    );
  } catch {
    return redact(line, options).text;
  }
}

/** An event's type without secrets, still of the form that types have: `custom.redacted.github_token`. */
function redactedType(type: string, options: RedactOptions): string {
  return redact(type, options).text.replaceAll(/\[redacted:(\w+)\]/g, "redacted.$1");
}

function withCleanNames(object: object, options: RedactOptions): object {
  return Object.fromEntries(
    Object.entries(object).map(([name, value]) => [redact(name, options).text, value]),
  );
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
