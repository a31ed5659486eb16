import type { EventRow } from "#core/documents/events/events.ts";
import { printableLine } from "#core/render/printable.ts";

const OWN_WORDS: ReadonlyMap<string, string> = new Map([
  ["agent.policy.decision", "policy decision"],
  ["agent.budget.threshold_hit", "budget reached"],
]);

/** `custom.deployed` as people say it. */
export function eventName({ type }: Pick<EventRow, "type">): string {
  return printableLine(OWN_WORDS.get(type) ?? type.replace(/^custom\./, ""));
}

/** `version 3, target production`; of a policy first what it decided. */
export function eventWords({ attributes, policy }: Pick<EventRow, "attributes" | "policy">): string {
  const decided = [policy.result, policy.id && `by ${policy.id}`, policy.tool && `for ${policy.tool}`];
  return [
    ...(policy.id === null && policy.result === null ? [] : [decided.filter(Boolean).join(" ")]),
    ...attributes.map(({ name, value }) => `${name} ${value}`),
  ].join(", ");
}
