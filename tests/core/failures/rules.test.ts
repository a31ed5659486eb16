import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { RULES } from "#core/failures/rules.ts";
import { readLine } from "#core/logs/line.ts";
import { withoutPrefix } from "#core/logs/prefix.ts";
import { CATEGORIES } from "#core/records/category.ts";
import { readFixture } from "../../../scripts/eval-fixtures.ts";

const FOLDER = join(import.meta.dirname, "../../fixtures/logs");

const fixtures = (existsSync(FOLDER) ? readdirSync(FOLDER, { recursive: true, encoding: "utf8" }) : [])
  .filter((path) => path.endsWith(".log"))
  .map((path) => ({ path, ...readFixture(readFileSync(join(FOLDER, path), "utf8")) }));

/** Categories that records know without a log: a run's conclusion names them. */
const FROM_RECORDS: readonly string[] = ["unknown"];

describe("the table of known failures", () => {
  it("names each rule once, as tool and what", () => {
    const ids = RULES.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(ids.filter((id) => !/^[a-z][\w+-]*\/[a-z][\w-]*$/.test(id))).toEqual([]);
  });

  it("gives each rule hints in lower case, a strength within 0 and 1, and a sentence of advice", () => {
    const wrong = RULES.filter(
      ({ hints, strength, advice }) =>
        hints.length === 0 ||
        hints.some((hint) => hint.trim() === "" || hint !== hint.toLowerCase()) ||
        !(strength > 0 && strength < 1) ||
        !/^[A-Z].*[.)]$/.test(advice),
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it("uses no pattern that keeps a position between lines", () => {
    expect(RULES.filter(({ pattern }) => pattern.global || pattern.sticky).map(({ id }) => id)).toEqual([]);
  });

  it("reaches every category, and shows each in a log", () => {
    const ruled = new Set<string>([...RULES.map(({ category }) => category), ...FROM_RECORDS]);
    expect(CATEGORIES.filter((category) => !ruled.has(category))).toEqual([]);
    const shown = new Set(fixtures.map(({ expectation }) => expectation.category));
    expect(CATEGORIES.filter((category) => !shown.has(category))).toEqual([]);
  });

  it("shows every rule in a log named after it", () => {
    const names = fixtures.map(({ path }) => path.replace(/^.*\//, ""));
    const unseen = RULES.filter(({ id }) => {
      const name = id.replace("/", "-");
      return !names.some((file) => file === `${name}.log` || file.startsWith(`${name}-`));
    });
    expect(unseen.map(({ id }) => id)).toEqual([]);
  });
});

describe("a rule's hints let through what its pattern matches", () => {
  it.each(fixtures.filter(({ expectation }) => RULES.some(({ id }) => id === expectation.rule)))(
    "$path",
    ({ log, expectation }) => {
      const rule = RULES.find(({ id }) => id === expectation.rule);
      const raw = log.split("\n")[expectation.line - 1] ?? "";
      const line = readLine(raw, expectation.line);
      const tagged = line.tag === null ? line.text : `##[${line.tag}]${line.text}`;
      const seen = [line.text, tagged, withoutPrefix(line.text) ?? line.text];
      expect(seen.some((text) => rule?.pattern.test(text))).toBe(true);
      // Colours inside of a hint hide it from the bytes; such lines are looked through again without them.
      const searched = `${raw}\n${line.text}`.toLowerCase();
      expect(rule?.hints.some((hint) => searched.includes(hint))).toBe(true);
    },
  );
});
