import { AgentEvent } from "#core/records/event.ts";
import { isObject, type LooseObject } from "#core/telemetry/loose-json.ts";

const MOST_NAMED = 5;

/** A field that we do not know is no reason to lose the event: somebody's newer library, or a slip. */
export function knownFields(reported: unknown): { known: LooseObject | null; unknown: string[] } {
  if (!isObject(reported)) return { known: null, unknown: [] };
  const isKnown = (name: string) => Object.hasOwn(AgentEvent.shape, name);
  return {
    known: Object.fromEntries(Object.entries(reported).filter(([name]) => isKnown(name))),
    unknown: Object.keys(reported)
      .filter((name) => !isKnown(name))
      .slice(0, MOST_NAMED)
      .map((name) => JSON.stringify(name.slice(0, 50))),
  };
}
