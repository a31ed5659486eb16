import { LONGEST_STACK } from "#core/records/agent-exception.ts";
import { AgentEvent } from "#core/records/event.ts";
import { type RedactOptions, redact, redactWithin } from "#core/redact/redact.ts";
import { redactedType } from "#core/redact/redacted-type.ts";

const LONGEST_KEY = 100;
const LONGEST_NAME = 200;
const LONGEST_VALUE = 500;
const LONGEST_MESSAGE = 2000;

/**
 * A line of events as it may leave the machine: every text and every name in it redacted, and as long as it may be
 * stored. What is no JSON is redacted
 * as it stands.
 */
export function redactedEvent(line: string, options: RedactOptions): string {
  try {
    return JSON.stringify(
      JSON.parse(line, (key, value: unknown) => {
        if (typeof value === "string")
          return key === "type"
            ? redactedType(value, options)
            : redactWithin(value, longest(key), options).text;
        return isObject(value) ? withCleanNames(value, options) : value;
      }),
    );
  } catch {
    return redact(line, options).text;
  }
}

/** As long as the event's schema lets it be, or a text among its attributes. */
function longest(key: string): number {
  if (key === "error_stack") return LONGEST_STACK;
  return key === "error_message"
    ? LONGEST_MESSAGE
    : Object.hasOwn(AgentEvent.shape, key)
      ? LONGEST_NAME
      : LONGEST_VALUE;
}

function withCleanNames(object: object, options: RedactOptions): object {
  return Object.fromEntries(
    Object.entries(object).map(([name, value]) => [redactWithin(name, LONGEST_KEY, options).text, value]),
  );
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
