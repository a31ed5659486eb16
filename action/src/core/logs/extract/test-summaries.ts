/** The lines in which test runners count what they ran. */
export type TestSummary = {
  hints: readonly string[];
  pattern: RegExp;
  /** `3 failed, 20 passed` or `Failures: 3, Passed: 20`. */
  order: "number first" | "word first";
  /** Several such lines count different tests (`add`), or each repeats what stood before (`replace`). */
  several: "add" | "replace";
};

export const SUMMARIES: readonly TestSummary[] = [
  // Jest, Vitest
  row(" total", /^\s*Tests:\s+\d.*\d total/),
  row("tests  ", /^\s*Tests\s{2}(?:\d{1,9} \w{1,20}(?: \| )?){1,5} \(\d+\)/),
  // pytest
  row(
    ["d in ", "error in ", "errors in ", "warning in ", "warnings in "],
    /^=*\s?(?:\d+ [a-z]+,? ){1,7}in \d+(?:\.\d+)?s\b/,
  ),
  // Mocha, Playwright: a line each
  row(" passing (", /^\s*\d+ passing \(/),
  row(" failing", /^\s*\d+ failing$/),
  row(" pending", /^\s*\d+ pending$/),
  row(" passed (", /^\s*\d+ passed \(/),
  row(" failed", /^\s{2,4}\d+ failed$/),
  row(" skipped", /^\s{2,4}\d+ skipped$/),
  // node:test, TAP
  row("pass ", /^(?:#|ℹ) pass \d+$/, "word first"),
  row("fail ", /^(?:#|ℹ) fail \d+$/, "word first"),
  row("skipped ", /^(?:#|ℹ) skipped \d+$/, "word first"),
  // Rust, RSpec, Minitest, ExUnit
  row("test result: ", /^test result: \w+\. \d+ passed; \d+ failed/),
  row(" examples, ", /^\d+ examples?, \d+ failures?/),
  row(" assertions, ", /^\d+ (?:runs|tests), \d+ assertions, \d+ failures/),
  row(" tests, ", /^(?:\d+ \w+, )?\d+ tests?, \d+ failures?(?:, \d+ \w+)*$/),
  // PHPUnit, unittest
  row("assertions: ", /^Tests: \d+, Assertions: \d+/, "word first"),
  row("assertion", /^OK \(\d+ tests?, \d+ assertions?\)/),
  row(["test in ", "tests in "], /^Ran \d+ tests? in /),
  row("failed (", /^FAILED \((?:\w{1,30}=\d{1,9}(?:, )?){1,4}\)/, "word first"),
  // Surefire (the line without a time is the module's sum), Gradle, ScalaTest
  row("tests run: ", /^(?:\[\w+\] )?Tests run: \d+, Failures: \d+, Errors: \d+, Skipped: \d+$/, "word first"),
  row(" tests completed", /^\d+ tests? completed/),
  row("tests: succeeded", /Tests: succeeded \d+, failed \d+/, "word first"),
  // .NET, Pester
  row("failed: ", /^(?:Passed|Failed|Skipped)!\s+- Failed:\s+\d+, Passed:/, "word first"),
  row("tests passed: ", /^Tests Passed: \d+, Failed: \d+/, "word first"),
  // CTest, GoogleTest, XCTest, Bazel, testthat
  row(" tests failed out of ", /% tests passed, \d+ tests failed out of \d+/),
  row("[  passed  ]", /^\[ {2}PASSED {2}\] \d+ tests?/, "word first"),
  row("[  failed  ]", /^\[ {2}FAILED {2}\] \d+ tests?, listed below/, "word first"),
  row(
    "executed ",
    /^\s*Executed \d+ tests?, with (?:\d+ tests? skipped and )?\d+ failures?/,
    "number first",
    "replace",
  ),
  row("fail locally", /^Executed \d+ out of \d+ tests?: /),
  row("[ fail ", /^\[ FAIL \d+ \| WARN \d+ \| SKIP \d+ \| PASS \d+ \]/, "word first", "replace"),
];

function row(
  hints: string | readonly string[],
  pattern: RegExp,
  order: TestSummary["order"] = "number first",
  several: TestSummary["several"] = "add",
): TestSummary {
  return { hints: [hints].flat(), pattern, order, several };
}

export type Counts = { passed: number | null; failed: number | null; skipped: number | null };

const KINDS: readonly { kind: keyof Counts | "total"; words: RegExp }[] = [
  { kind: "passed", words: /^(?:pass|passed|passing|succeeded)$/ },
  { kind: "failed", words: /^(?:fails?|failed|failing|failures?|errors?)$/ },
  { kind: "skipped", words: /^(?:skip|skips|skipped|pending|ignored|todo|canceled|disabled|excluded)$/ },
  { kind: "total", words: /^(?:total|tests?|examples?|runs?|run|completed)$/ },
];
const NUMBER_FIRST = /(\d{1,9})(?: tests?(?= (?:passed|failed|pass|fail|skipped|completed)))? ?\(?([a-z]+)/gi;
const WORD_FIRST = /\b([a-z]+)\b[\]:= ]{1,8}(\d{1,9})/gi;

/** What one such line counts. What passed is the rest of the total where it is not said. */
export function countsOf(text: string, order: TestSummary["order"]): Counts {
  const counts: Counts & { total: number | null } = {
    passed: null,
    failed: null,
    skipped: null,
    total: null,
  };
  const plain = text.replace(/\d+% tests passed, /, "").replace(/out of (\d+)/, "$1 total");
  const pairs =
    order === "number first"
      ? [...plain.matchAll(NUMBER_FIRST)].map(([, number, word]) => ({ number, word }))
      : [...plain.matchAll(WORD_FIRST)].map(([, word, number]) => ({ number, word }));
  for (const { number, word = "" } of pairs) {
    const kind = KINDS.find(({ words }) => words.test(word.toLowerCase()))?.kind;
    if (kind === "total") counts.total ??= Number(number);
    else if (kind) counts[kind] = (counts[kind] ?? 0) + Number(number);
  }
  const { total, failed, skipped } = counts;
  if (total !== null && counts.passed === null && (failed !== null || /^OK /.test(text)))
    counts.passed = Math.max(0, total - (failed ?? 0) - (skipped ?? 0));
  return { passed: counts.passed, failed, skipped };
}
