import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { forgettingOf, withoutForgotten } from "#core/records/forget.ts";
import { type Forgotten, mergeForgotten, NOTHING_FORGOTTEN, personHash } from "#core/records/forgotten.ts";
import { KIND_NAMES, KINDS, type KindName } from "#core/records/kinds.ts";
import { OBSERVATIONS } from "./arbitraries.ts";

const SIGNED = { on: "2026-11-20", reason: "asked", by: null };
const person = (login: string): Forgotten => ({
  ...NOTHING_FORGOTTEN,
  people: [{ hash: personHash(login), ...SIGNED }],
});

/** Fields in which people are named or speak, as the records have them. */
const PLACES =
  /^(actor|triggering_actor|author|user_id|display_title|head_branch|message|pattern|text|error)$/;

function planted(value: unknown, login: string, field = ""): unknown {
  if (Array.isArray(value)) return value.map((item) => planted(item, login, field));
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [name, planted(item, login, name)]),
    );
  if (field === "head_repository") return `${login}/fork`;
  if (!PLACES.test(field)) return value;
  return /actor|author|user_id/.test(field) ? login : `ask @${login}, or ${login}: they know`;
}

describe.each(KIND_NAMES)("what is forgotten of %s", (name: KindName) => {
  const kind = KINDS[name];

  it("is named nowhere, and leaves a valid record of the same thing", () => {
    fc.assert(
      fc.property(
        OBSERVATIONS[name] as fc.Arbitrary<never>,
        fc.constantFrom("mona", "X", "a-b-c", "q7".repeat(19)),
        (record, login) => {
          const naming = kind.schema.parse(planted(record, login));
          const left = withoutForgotten(name, naming as never, forgettingOf(person(login)) as never);
          expect(kind.schema.parse(left)).toEqual(left);
          expect(JSON.stringify(left)).not.toMatch(new RegExp(`(?<![\\w-])${login}(?![\\w-])`));
        },
      ),
    );
  });

  it("is nothing where it names nobody", () => {
    fc.assert(
      fc.property(OBSERVATIONS[name] as fc.Arbitrary<never>, (record) => {
        const forgetting = forgettingOf(person("somebody-else")) as never;
        expect(withoutForgotten(name, record, forgetting)).toBe(record);
      }),
    );
  });
});

it("is the same whoever pushed first, and never less", () => {
  const any = fc
    .uniqueArray(fc.integer({ min: 1, max: 4 }), { maxLength: 3 })
    .chain((ids) => fc.constantFrom("asked", "by law").map((reason) => ({ ids, reason })))
    .map(({ ids, reason }) => ({
      ...NOTHING_FORGOTTEN,
      runs: ids.map((run_id) => ({ run_id, ...SIGNED, reason })),
    }));
  fc.assert(
    fc.property(any, any, any, (a, b, c) => {
      expect(mergeForgotten(a, b)).toEqual(mergeForgotten(b, a));
      expect(mergeForgotten(mergeForgotten(a, b), c)).toEqual(mergeForgotten(a, mergeForgotten(b, c)));
      const all = new Set(mergeForgotten(a, b).runs.map(({ run_id }) => run_id));
      for (const { run_id } of [...a.runs, ...b.runs]) expect(all).toContain(run_id);
    }),
  );
});
