import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  COLUMNS,
  DEFAULT_QUERY,
  FACETS,
  formatRunQuery,
  parseRunQuery,
  type RunQuery,
  runsSearch,
  SORT_KEYS,
} from "#core/addresses/run-query.ts";
import { PERIODS } from "#core/attempts/period.ts";

const value = fc
  .string({ minLength: 1, maxLength: 12, unit: "grapheme" })
  .filter((text) => text.trim() === text);
const choice = fc.record({
  include: fc.uniqueArray(value, { maxLength: 3 }),
  exclude: fc.uniqueArray(value, { maxLength: 3 }),
});
const seconds = fc.option(fc.nat(99_999_999), { nil: null });
const instant = fc
  .integer({ min: 16_000_000, max: 60_000_000 })
  .map((minutes) => new Date(minutes * 60_000).toISOString().replace(".000Z", "Z"));
const query: fc.Arbitrary<RunQuery> = fc
  .record({
    stretch: fc.oneof(
      fc.constantFrom(...PERIODS).map((period) => ({ period, from: null, to: null })),
      fc.uniqueArray(instant, { minLength: 2, maxLength: 2 }).map((pair) => {
        const [from = null, to = null] = pair.sort();
        return { period: DEFAULT_QUERY.period, from, to };
      }),
    ),
    text: value.map((text) => text.trim()),
    facets: fc.record(
      Object.fromEntries(FACETS.map((facet) => [facet, choice])) as Record<
        (typeof FACETS)[number],
        typeof choice
      >,
    ),
    signatures: fc.uniqueArray(fc.stringMatching(/^[0-9a-f]{16}$/), { maxLength: 2 }),
    reruns: fc.boolean(),
    step: fc.record({
      jobs: fc.uniqueArray(value, { maxLength: 2 }),
      steps: fc.uniqueArray(value, { maxLength: 2 }),
      failed: fc.boolean(),
      slowerThan: seconds,
    }),
    shortest: seconds,
    longest: seconds,
    sort: fc.record({ key: fc.constantFrom(...SORT_KEYS), descending: fc.boolean() }),
    columns: fc.subarray([...COLUMNS], { minLength: 1 }),
  })
  .map(({ stretch, ...rest }) => ({ ...stretch, ...rest }));

describe("the address of a list of runs", () => {
  it("is empty for the default", () => {
    expect(formatRunQuery(DEFAULT_QUERY).search).toBe("");
    expect(parseRunQuery("")).toEqual({ query: DEFAULT_QUERY, unread: [] });
  });

  it("reads back as it was written, whatever names contain", () => {
    fc.assert(
      fc.property(query, (wanted) => {
        const { search, dropped } = formatRunQuery(wanted);
        expect(search.length).toBeLessThanOrEqual(1501);
        if (dropped === null) expect(parseRunQuery(search)).toEqual({ query: wanted, unread: [] });
      }),
    );
  });

  it("survives whatever it is given", () => {
    fc.assert(fc.property(fc.string(), (search) => void parseRunQuery(search)));
    expect(parseRunQuery("?%E0%A4%A=1&q=%E0%A4%A").query.text).toBe("%E0%A4%A");
  });

  it("reports what it does not understand and keeps the rest", () => {
    const { query: read, unread } = parseRunQuery(
      "?p=99d&branch=main&sort=-price&zap=1&from=yesterday&cols=run,nope",
    );
    expect(read).toEqual({
      ...DEFAULT_QUERY,
      facets: { ...DEFAULT_QUERY.facets, branch: { include: ["main"], exclude: [] } },
    });
    expect(unread).toEqual([
      { parameter: "p", value: "99d" },
      { parameter: "sort", value: "-price" },
      { parameter: "zap", value: "1" },
      { parameter: "from", value: "yesterday" },
      { parameter: "cols", value: "run,nope" },
    ]);
  });

  it("tells apart a list, an exclusion and a name made of their signs", () => {
    expect(parseRunQuery("?branch=a,!b,%21c,d%2Ce").query.facets.branch).toEqual({
      include: ["a", "!c", "d,e"],
      exclude: ["b"],
    });
  });

  it("refuses a stretch that ends before it begins", () => {
    const { query: read, unread } = parseRunQuery("?from=2026-11-08&to=2026-11-01");
    expect(read).toMatchObject({ from: "2026-11-08T00:00:00Z", to: null });
    expect(unread).toEqual([{ parameter: "to", value: "2026-11-01" }]);
  });

  it("drops the largest filter rather than get too long, and says which", () => {
    const branches = Array.from({ length: 200 }, (_, index) => `feature/number-${index}`);
    const written = runsSearch({ branch: branches, status: ["failure"] });
    expect(written).toBe("?status=failure");
    const facets = { ...DEFAULT_QUERY.facets, branch: { include: branches, exclude: [] } };
    expect(formatRunQuery({ ...DEFAULT_QUERY, facets }).dropped).toBe("branch");
  });

  it("links other pages to the runs behind a number", () => {
    expect(runsSearch({ wf: ["ci"], status: ["failure", "timed_out"], period: "30d" })).toBe(
      "?p=30d&wf=ci&status=failure,timed_out",
    );
  });
});
