import { describe, expect, it } from "vitest";
import { Suspects } from "#core/sync/suspects.ts";

const attempt = (run_id: number) => ({ run_id, run_attempt: 1 });

describe("what a sync died over", () => {
  it("is all that it was reading, and the one that it was reading alone", () => {
    const first = new Suspects(null);
    const dead = first.note([attempt(1), attempt(2)], "telemetry");
    const second = new Suspects(dead);
    expect([1, 2, 3].map((id) => second.deathsOf(attempt(id), "telemetry"))).toEqual([1, 1, 0]);
    expect(second.deathsOf(attempt(1), "reading")).toBe(0);
    second.clear(attempt(1), "telemetry");
    const third = new Suspects(second.note([attempt(2)], "telemetry"));
    expect([1, 2].map((id) => third.deathsOf(attempt(id), "telemetry"))).toEqual([0, 2]);
  });

  it("stays suspected while nothing else was learned of it", () => {
    const second = new Suspects(new Suspects(null).note([attempt(1)], "reading"));
    const ended = second.note([], "reading");
    expect(new Suspects(ended).deathsOf(attempt(1), "reading")).toBe(1);
    second.clear(attempt(1), "reading");
    expect(second.note([], "reading")).toBeNull();
  });

  it.each([null, "", "{", "[]", '{"reading":[{"run_id":"x"}]}'])("is nothing after the note %j", (note) => {
    expect(new Suspects(note).note([], "reading")).toBeNull();
  });
});
