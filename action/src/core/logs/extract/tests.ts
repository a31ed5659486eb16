import type { Extractor } from "#core/logs/extract/extractor.ts";
import { FAILING_TESTS } from "#core/logs/extract/test-names.ts";
import { type Counts, countsOf, SUMMARIES, type TestSummary } from "#core/logs/extract/test-summaries.ts";

const MOST = 50;
const LONGEST = 300;

/** What test runners count, added up over all of a log's runners, and the names of the tests that failed. */
export function testResults(): Extractor {
  const counted = new Map<TestSummary, Counts>();
  const failures = new Set<string>();

  function count(text: string) {
    const summary = SUMMARIES.find(({ pattern }) => pattern.test(text));
    if (summary === undefined) return;
    const counts = countsOf(text, summary.order);
    const before = summary.several === "add" ? counted.get(summary) : undefined;
    counted.set(summary, before ? sum(before, counts) : counts);
  }

  function collect(text: string) {
    if (failures.size >= MOST) return;
    for (const { pattern } of FAILING_TESTS) {
      const name = pattern.exec(text)?.groups?.name?.trim();
      if (name === undefined) continue;
      failures.add(name.slice(0, LONGEST));
      return;
    }
  }

  return {
    hints: [
      ...new Set([...SUMMARIES.flatMap(({ hints }) => hints), ...FAILING_TESTS.map(({ hint }) => hint)]),
    ],
    line(text) {
      count(text);
      collect(text);
    },
    held: () => counted.size + failures.size,
    finish(into) {
      const nothing: Counts = { passed: null, failed: null, skipped: null };
      const counts = [...counted.values()].reduce(sum, nothing);
      const nothingSeen = counted.size === 0 && failures.size === 0;
      into.tests = nothingSeen ? null : { ...counts, failures: [...failures] };
    },
  };
}

/** Unknown and a number make the number; unknown twice stays unknown. */
function sum(left: Counts, right: Counts): Counts {
  const add = (a: number | null, b: number | null) => (a === null ? b : b === null ? a : a + b);
  return {
    passed: add(left.passed, right.passed),
    failed: add(left.failed, right.failed),
    skipped: add(left.skipped, right.skipped),
  };
}
