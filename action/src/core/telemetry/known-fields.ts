import { AgentEvent } from "#core/records/event.ts";
import { isObject, type LooseObject } from "#core/telemetry/loose-json.ts";

const MOST_NAMED = 5;

/** A field that we do not know is no reason to lose the event: somebody's newer library, or a slip. */
export function knownFields(told: unknown): { known: LooseObject | null; unknown: string[] } {
  if (!isObject(told)) return { known: null, unknown: [] };
  const isKnown = (name: string) => Object.hasOwn(AgentEvent.shape, name);
  return {
    known: Object.fromEntries(Object.entries(told).filter(([name]) => isKnown(name))),
    unknown: Object.keys(told)
      .filter((name) => !isKnown(name))
      .slice(0, MOST_NAMED)
      .map((name) => JSON.stringify(name.slice(0, 50))),
  };
}
