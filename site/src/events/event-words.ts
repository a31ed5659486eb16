import type { EventRow } from "#core/documents/events/events.ts";
import { printableLine } from "#core/render/printable.ts";

/** `custom.deployed` as people say it. */
export function eventName({ type }: Pick<EventRow, "type">): string {
  return printableLine(type.replace(/^custom\./, ""));
}

/** `version 3, target production`. */
export function eventWords({ attributes }: Pick<EventRow, "attributes">): string {
  return attributes.map(({ name, value }) => `${name} ${value}`).join(", ");
}
