import { LONGEST_CONTENT } from "#core/records/bounds.ts";
import { type Previews, SHORT } from "#core/records/previews.ts";
import { bounded } from "#core/redact/bounded.ts";

const CONTENTS: readonly string[] = ["content", "input", "output"];

/** Whether an event's field is what somebody said, asked or got back. */
export function isContent(field: string): boolean {
  return CONTENTS.includes(field);
}

/**
 * The event with as much of its contents as is kept: of `short`, the beginning of a prompt and of an answer; of `full`,
 * all of them. Redact first.
 */
export function withAllowedContents<Event extends object>(event: Event, previews: Previews): Event {
  const isRequest = /^agent\.request\./.test(String((event as { type?: unknown }).type));
  return Object.fromEntries(
    Object.entries(event).flatMap(([field, value]): [string, unknown][] => {
      if (!isContent(field)) return [[field, value]];
      const isKept = previews === "full" || (previews === "short" && isRequest && field !== "content");
      if (!isKept || typeof value !== "string") return [];
      return [[field, bounded(value, previews === "full" ? LONGEST_CONTENT : SHORT)]];
    }),
  ) as Event;
}
