import { type RedactOptions, redactWithin } from "#core/redact/redact.ts";

/** `custom.` and what may follow it. */
const LONGEST = 107;

/** An event's type without secrets, still of the form that types have: `custom.redacted.github_token`. */
export function redactedType(type: string, options: RedactOptions): string {
  return redactWithin(type, LONGEST, options)
    .text.replaceAll(/\[redacted:(\w+)\]/g, "redacted.$1")
    .slice(0, LONGEST);
}
