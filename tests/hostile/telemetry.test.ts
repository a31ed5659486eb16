import { describe, expect, it } from "vitest";
import { StoredEvent } from "#core/records/event.ts";
import { Execution } from "#core/records/execution.ts";
import { storedEvent } from "#core/telemetry/as-stored.ts";
import { LARGEST_EXECUTION, storedBytes } from "#core/telemetry/stored-size.ts";
import { aContext, imported } from "../core/telemetry/importing.ts";
import { hostileTelemetry } from "./telemetry.ts";

const ITEMS = hostileTelemetry(1000);

describe("hostile telemetry", () => {
  it("is of many kinds, each with a name of its own", () => {
    expect(new Set(ITEMS.map(({ name }) => name)).size).toBe(ITEMS.length);
    expect(ITEMS.length).toBeGreaterThanOrEqual(150);
  });

  it.each(ITEMS)("$name: becomes records that may be stored, or problems with their reasons", ({ files }) => {
    const paths = Object.entries(files).map(([path, text]) => [`agentops-hostile/${path}`, text] as const);
    const { executions, events, problems } = imported(Object.fromEntries(paths));
    for (const execution of executions) {
      expect(Execution.safeParse(execution).error).toBeUndefined();
      expect(storedBytes(execution)).toBeLessThanOrEqual(LARGEST_EXECUTION);
    }
    for (const event of events)
      expect(StoredEvent.safeParse(storedEvent(event, aContext(), "octo-org/fleet")).error).toBeUndefined();
    expect(problems.length).toBeLessThan(30);
    for (const { message } of problems)
      expect(message).not.toMatch(/unexpected|is not a function|undefined \(/);
  });
});
