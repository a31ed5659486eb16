import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchEntries } from "#core/logs/match-entries.ts";

const jobs = (...names: string[]) =>
  names.map((name, index) => ({ id: index + 1, name, conclusion: "failure" }));
const missing = (job: number) => ({ job, reason: "missing" });
const ambiguous = (job: number) => ({ job, reason: "ambiguous" });

describe("entries and jobs", () => {
  it("match by name, whatever the ordinal says", () => {
    const { matched, unmatched } = matchEntries(["7_test.txt", "3_build.txt"], jobs("build", "test"));
    expect(matched).toEqual([
      { job: 1, log: "3_build.txt", steps: [] },
      { job: 2, log: "7_test.txt", steps: [] },
    ]);
    expect(unmatched).toEqual([]);
  });

  it("give the steps' logs by number beside the job's, and leave the service's notes out", () => {
    const { matched } = matchEntries(
      ["0_build.txt", "build/system.txt", "build/10_Complete job.txt", "build/2_Run actions_checkout@v4.txt"],
      jobs("build"),
    );
    expect(matched).toEqual([
      {
        job: 1,
        log: "0_build.txt",
        steps: [
          { number: 2, entry: "build/2_Run actions_checkout@v4.txt" },
          { number: 10, entry: "build/10_Complete job.txt" },
        ],
      },
    ]);
  });

  it("do without the job's log where the steps' are there", () => {
    const { matched } = matchEntries(["build/1_Set up job.txt"], jobs("build"));
    expect(matched).toEqual([{ job: 1, log: null, steps: [{ number: 1, entry: "build/1_Set up job.txt" }] }]);
  });

  it("prefer the newer form of a job's log, and take the older where it stands alone", () => {
    const { matched } = matchEntries(
      ["-2147483648_build.txt", "0_build.txt", "-2147483647_test.txt"],
      jobs("build", "test"),
    );
    expect(matched.map(({ log }) => log)).toEqual(["0_build.txt", "-2147483647_test.txt"]);
  });

  it.each([
    ["today's for a reusable workflow", "release / build (ubuntu, 22)", "0_release _ build (ubuntu, 22).txt"],
    ["yesterday's, which left characters out", "release / build: all", "0_release  build all.txt"],
    ["yesterday's, which cut", `${"x".repeat(89)}🚀 and more`, `0_${"x".repeat(89)}\uFFFD.txt`],
    ["yesterday's, which trimmed", `${"x".repeat(89)} y`, `0_${"x".repeat(89)}.txt`],
    ["one not seen yet", "lint & test <all>", "0_lint test all.txt"],
  ])("recognise a spelling: %s", (_, name, entry) => {
    expect(matchEntries([entry], jobs(name)).matched).toEqual([{ job: 1, log: entry, steps: [] }]);
  });

  it("never guess between jobs of one name", () => {
    const { matched, unmatched } = matchEntries(
      ["1_build.txt", "1_build (1).txt", "2_test.txt"],
      jobs("build", "build", "test", "build (1)"),
    );
    expect(matched.map(({ job }) => job)).toEqual([3]);
    expect(unmatched).toEqual([ambiguous(1), ambiguous(2), ambiguous(4)]);
  });

  it("never guess between jobs that are written alike", () => {
    expect(matchEntries(["0_a_b.txt"], jobs("a/b", "a_b")).unmatched).toEqual([ambiguous(1), ambiguous(2)]);
    expect(matchEntries(["0_ab.txt"], jobs("a/b", "ab")).matched).toEqual([]);
    expect(matchEntries(["0_test 12.txt"], jobs("test (1, 2)", "test-12")).matched).toEqual([]);
  });

  it("never guess between entries of one name", () => {
    expect(matchEntries(["0_build.txt", "4_build.txt"], jobs("build")).unmatched).toEqual([ambiguous(1)]);
    expect(matchEntries(["build/1_a.txt", "build/1_b.txt"], jobs("build")).unmatched).toEqual([ambiguous(1)]);
  });

  it("name jobs without a log, but for those that were skipped", () => {
    const [ran, skipped] = jobs("build", "deploy");
    const { unmatched } = matchEntries([], [
      { ...ran, conclusion: "failure" },
      { ...skipped, conclusion: "skipped" },
    ] as never);
    expect(unmatched).toEqual([missing(1)]);
  });

  it("pass over what is no log", () => {
    const entries = [
      "runner-diagnostic-logs/481-build.zip",
      "../0_build.txt",
      "build.txt",
      "a/b/1_x.txt",
      "_build.txt",
    ];
    expect(matchEntries(entries, jobs("build"))).toEqual({ matched: [], unmatched: [missing(1)] });
  });
});

const name = fc.stringMatching(/^[abAB/:_ ()1]{1,6}$/).filter((text) => text.trim() !== "");
const services = {
  today: (text: string) => text.replaceAll("/", "_"),
  yesterday: (text: string) => text.replaceAll(/[/:]/g, "").slice(0, 90).trim(),
};

/** An archive as a service writes it: equal names get a number, in an order nobody knows. */
function archived(names: readonly string[], service: (name: string) => string): string[] {
  const taken = new Map<string, number>();
  return names.map((text, ordinal) => {
    const spelled = service(text);
    const before = taken.get(spelled) ?? 0;
    taken.set(spelled, before + 1);
    return `${ordinal}_${spelled}${before === 0 ? "" : ` (${before})`}.txt`;
  });
}

describe("any run", () => {
  const someJobs = fc.array(name, { maxLength: 6 });

  it("has each of its jobs matched once or listed, and no entry given twice", () => {
    fc.assert(
      fc.property(someJobs, fc.array(name.map((text) => `0_${text}.txt`)), (names, entries) => {
        const { matched, unmatched } = matchEntries(entries, jobs(...names));
        const seen = [...matched, ...unmatched].map(({ job }) => job).sort((a, b) => a - b);
        expect(seen).toEqual(names.map((_, index) => index + 1));
        const given = matched.map(({ log }) => log);
        expect(new Set(given).size).toBe(given.length);
      }),
    );
  });

  it.each(Object.entries(services))("has no job matched to another's log in %s's archive", (_, service) => {
    fc.assert(
      fc.property(someJobs, (names) => {
        const entries = archived(names, service);
        for (const { job, log } of matchEntries(entries, jobs(...names)).matched)
          if (names.filter((other) => other === names[job - 1]).length === 1)
            expect(log).toBe(entries[job - 1]);
      }),
      { numRuns: 2000 },
    );
  });

  it("has every job matched where names are plain and differ", () => {
    const plain = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,8}( \([a-z]{1,4}, [0-9]{1,2}\.x\))?$/), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(plain, (names) => {
        expect(matchEntries(archived(names, services.today), jobs(...names)).unmatched).toEqual([]);
      }),
    );
  });
});
