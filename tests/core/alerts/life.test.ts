import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluate } from "#core/alerts/life.ts";
import type { Alert } from "#core/records/alert.ts";
import type { Condition } from "#core/records/condition.ts";
import { addSeconds, DAY_SECONDS, type Utc } from "#core/time.ts";
import { aCondition } from "../../builders.ts";

const START: Utc = "2026-11-20T00:00:00Z";
const HOURS = 3600;

/** Evaluations, two hours apart unless told otherwise; each says what is wrong then. */
function lived(
  evaluations: readonly (readonly Condition[])[],
  { needed = 2, every = 2 * HOURS } = {},
): Alert[] {
  const newest = new Map<string, Alert>();
  const all = new Map<string, Alert>();
  for (const [index, conditions] of evaluations.entries()) {
    const now = addSeconds(START, index * every);
    for (const alert of evaluate([...newest.values()], conditions, now, () => ({ evaluations: needed }))) {
      newest.set(alert.key, alert);
      all.set(`${alert.key} ${alert.episode}`, alert);
    }
  }
  return [...all.values()];
}

const kinds = (alerts: readonly Alert[]) =>
  alerts.flatMap(({ transitions }) => transitions.map(({ kind }) => kind));
const wrong = [aCondition()];
const holding = [aCondition({ fires: false, value: 0.12 })];
const fine: Condition[] = [];

describe("an alert", () => {
  it("fires once its condition held long enough, and says nothing while it goes on", () => {
    expect(kinds(lived([wrong]))).toEqual([]);
    expect(kinds(lived([wrong, wrong, wrong, wrong]))).toEqual(["fire"]);
    expect(kinds(lived([wrong], { needed: 1 }))).toEqual(["fire"]);
  });

  it("is none where the condition was over before that", () => {
    const [alert] = lived([wrong, fine, wrong, fine]);
    expect(alert).toMatchObject({ state: "withdrawn", transitions: [] });
  });

  it("is over after two evaluations below the lower level, and one alone is a gap", () => {
    expect(kinds(lived([wrong, wrong, fine, wrong, fine, wrong]))).toEqual(["fire"]);
    expect(kinds(lived([wrong, wrong, fine, fine]))).toEqual(["fire", "resolve"]);
    expect(kinds(lived([wrong, wrong, holding, holding, holding]))).toEqual(["fire"]);
    expect(kinds(lived([holding, holding, holding]))).toEqual([]);
  });

  it("is the same episode when it comes back within a week, and another one later", () => {
    const back = [wrong, wrong, fine, fine, wrong, wrong];
    expect(lived(back).map(({ episode, transitions }) => [episode, transitions.length])).toEqual([[1, 3]]);
    expect(kinds(lived(back))).toEqual(["fire", "resolve", "refire"]);
    expect(lived(back, { every: 8 * DAY_SECONDS }).map(({ episode }) => episode)).toEqual([1, 2]);
  });

  it("tells again what got worse, once", () => {
    const worse = [aCondition({ severity: "critical" })];
    const alerts = lived([wrong, wrong, worse, wrong, worse, fine, fine]);
    expect(kinds(alerts)).toEqual(["fire", "escalate", "resolve"]);
  });

  it("tells each mark of a budget once, whatever the amounts below it do", () => {
    const at = (mark: number) => [aCondition({ rule: "budget", mark, once: true })];
    const evaluations = [at(50), at(50), at(80), at(50), fine, fine, at(80), at(80), at(100)];
    expect(kinds(lived(evaluations, { needed: 1 }))).toEqual(["fire", "escalate", "resolve", "escalate"]);
    const later = [at(80), fine, fine, at(80), at(80)];
    expect(kinds(lived(later, { needed: 1, every: 10 * DAY_SECONDS }))).toEqual(["fire", "resolve"]);
  });

  it("goes silent when it changes four times in a week, until it was still for three days", () => {
    const flip = [wrong, wrong, fine, fine];
    const [alert] = lived([...flip, ...flip, ...flip, ...flip]);
    const quiet = alert?.transitions.map((transition) => transition.quiet) ?? [];
    expect(quiet.slice(0, 4)).toEqual([false, false, false, false]);
    expect(quiet.slice(4)).toEqual(quiet.slice(4).map(() => true));
  });

  it("never fires twice without an end between, whatever happens", () => {
    const any = fc.constantFrom(wrong, holding, fine, [aCondition({ severity: "critical" })]);
    fc.assert(
      fc.property(fc.array(any, { maxLength: 60 }), (evaluations) => {
        for (const { transitions } of lived(evaluations)) {
          const ends = transitions
            .filter(({ kind }) => kind !== "escalate")
            .map(({ kind }) => kind === "resolve");
          expect(ends).toEqual(ends.map((_, index) => index % 2 === 1));
        }
      }),
    );
  });

  it("is the same whatever order its conditions are found in", () => {
    const other = aCondition({ subject: { kind: "agent", id: "Claude", name: "Claude" } });
    const some = fc.array(fc.subarray([aCondition(), other]), { maxLength: 20 });
    fc.assert(
      fc.property(some, (evaluations) => {
        const turned = evaluations.map((conditions) => [...conditions].reverse());
        const byKey = (alerts: Alert[]) => alerts.sort((a, b) => (a.key < b.key ? -1 : 1));
        expect(byKey(lived(turned))).toEqual(byKey(lived(evaluations)));
      }),
    );
  });
});
