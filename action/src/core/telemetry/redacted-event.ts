import { type RedactOptions, redact } from "#core/redact/redact.ts";

/** A line of events as it may leave the machine: every text in it redacted. What is no JSON is redacted as it stands. */
export function redactedEvent(line: string, options: RedactOptions): string {
  try {
    return JSON.stringify(
      JSON.parse(line, (_key, value: unknown) =>
        typeof value === "string" ? redact(value, options).text : value,
      ),
    );
  } catch {
    return redact(line, options).text;
  }
}
