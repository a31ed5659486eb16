import { LONGEST_CONTENT } from "#core/records/bounds.ts";
import { AgentEvent } from "#core/records/event.ts";
import type { Previews } from "#core/records/previews.ts";
import { type RedactOptions, redact, redactWithin } from "#core/redact/redact.ts";
import { redactedType } from "#core/redact/redacted-type.ts";
import { isContent, withAllowedContents } from "#core/telemetry/event-contents.ts";
import { stackWithin } from "#core/telemetry/stack-text.ts";

const LONGEST_KEY = 100;
const LONGEST_NAME = 200;
const LONGEST_VALUE = 500;
const LONGEST_MESSAGE = 2000;

/**
 * A line of events as it may leave the machine: every text and every name in it redacted, as long as it may be stored,
 * and contents as far as they are kept. What is no JSON is redacted as it stands.
 */
export function redactedEvent(line: string, options: RedactOptions, previews: Previews = "none"): string {
  try {
    const event: unknown = JSON.parse(line, (key, value: unknown) => {
      if (typeof value === "string") return cleanText(key, value, options);
      return isObject(value) ? withCleanNames(value, options) : value;
    });
    return JSON.stringify(isObject(event) ? withAllowedContents(event, previews) : event);
  } catch {
    return redact(line, options).text;
  }
}

function cleanText(key: string, value: string, options: RedactOptions): string {
  if (key === "type") return redactedType(value, options);
  if (key === "error_stack") return stackWithin(value, (text) => redact(text, options).text) ?? "";
  return redactWithin(value, longest(key), options).text;
}

/** As long as the event's schema lets it be, or a text among its attributes. */
function longest(key: string): number {
  if (isContent(key)) return LONGEST_CONTENT;
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
