import { describe, expect, it } from "vitest";
import { testResults } from "#core/logs/extract/tests.ts";
import { read } from "./read.ts";

const tests = (log: string) => read(testResults(), log).tests;

describe("what test runners count", () => {
  it.each([
    ["Jest", "Tests:       3 failed, 1 skipped, 20 passed, 24 total", [20, 3, 1]],
    ["Vitest", "      Tests  2 failed | 40 passed (42)", [40, 2, null]],
    ["pytest", "=== 3 failed, 20 passed, 1 skipped, 2 warnings in 4.51s ===", [20, 3, 1]],
    ["Mocha", "  12 passing (3s)\n  1 pending\n  2 failing", [12, 2, 1]],
    ["node:test", "# pass 9\n# fail 1\n# skipped 2", [9, 1, 2]],
    ["cargo", "test result: FAILED. 10 passed; 2 failed; 1 ignored; 0 measured; 0 filtered out", [10, 2, 1]],
    ["RSpec", "10 examples, 2 failures, 1 pending", [7, 2, 1]],
    ["Minitest", "10 runs, 25 assertions, 1 failures, 1 errors, 2 skips", [6, 2, 2]],
    ["ExUnit", "3 doctests, 10 tests, 2 failures", [8, 2, null]],
    ["PHPUnit", "Tests: 10, Assertions: 20, Errors: 1, Failures: 2, Skipped: 1.", [6, 3, 1]],
    ["PHPUnit, all green", "OK (12 tests, 30 assertions)", [12, null, null]],
    ["Surefire", "[ERROR] Tests run: 43, Failures: 1, Errors: 1, Skipped: 1", [40, 2, 1]],
    ["Gradle", "48 tests completed, 1 failed, 2 skipped", [45, 1, 2]],
    ["ScalaTest", "[info] Tests: succeeded 41, failed 1, canceled 0, ignored 2, pending 0", [41, 1, 2]],
    [".NET", "Failed!  - Failed:     1, Passed:    87, Skipped:     3, Total:    91", [87, 1, 3]],
    ["Pester", "Tests Passed: 57, Failed: 1, Skipped: 0, Inconclusive: 0, NotRun: 0", [57, 1, 0]],
    ["CTest", "93% tests passed, 1 tests failed out of 14", [13, 1, null]],
    ["GoogleTest", "[  PASSED  ] 211 tests.\n[  FAILED  ] 1 test, listed below:", [211, 1, null]],
    ["Bazel", "Executed 12 out of 48 tests: 47 tests pass and 1 fails locally.", [47, 1, null]],
    ["testthat", "[ FAIL 2 | WARN 0 | SKIP 1 | PASS 10 ]", [10, 2, 1]],
  ])("%s", (_runner, line, [passed, failed, skipped]) => {
    expect(tests(line)).toMatchObject({ passed, failed, skipped });
  });

  it("adds up the packages of one log", () => {
    const log = "Tests:       1 failed, 4 passed, 5 total\nTests:       6 passed, 6 total";
    expect(tests(log)).toMatchObject({ passed: 10, failed: 1, skipped: null });
  });

  it("takes the last of Xcode's nested sums, which repeat each other", () => {
    const log = "\t Executed 3 tests, with 1 failure (0 unexpected) in 0.1 (0.1) seconds\n".repeat(2);
    expect(tests(log)).toMatchObject({ passed: 2, failed: 1 });
  });

  it("says nothing where no runner spoke", () => {
    expect(tests("3 errors fixed, 20 files passed on\ntotal 12")).toBeNull();
  });
});

describe("the names of tests that failed", () => {
  it.each([
    ["Jest", "  ● Queue › retries three times", "Queue › retries three times"],
    ["Vitest", " FAIL  src/queue.test.ts > Queue > retries", "src/queue.test.ts > Queue > retries"],
    [
      "Playwright",
      "  1) [chromium] › e2e/a.spec.ts:4:1 › logs in ─────",
      "[chromium] › e2e/a.spec.ts:4:1 › logs in",
    ],
    ["TAP", "not ok 3 - keeps order", "keeps order"],
    ["pytest", "FAILED tests/test_queue.py::test_retry - assert 2 == 3", "tests/test_queue.py::test_retry"],
    ["unittest", "FAIL: test_retry (tests.queue.QueueTest)", "test_retry (tests.queue.QueueTest)"],
    ["Go", "    --- FAIL: TestQueue/retry (0.01s)", "TestQueue/retry"],
    ["cargo", "test queue::retries ... FAILED", "queue::retries"],
    ["RSpec", "rspec ./spec/queue_spec.rb:9 # Queue retries", "./spec/queue_spec.rb:9 # Queue retries"],
    ["PHPUnit", "1) App\\QueueTest::testRetries", "App\\QueueTest::testRetries"],
    [
      "Surefire",
      "[ERROR] org.acme.QueueTest.retries -- Time elapsed: 0.01 s <<< FAILURE!",
      "org.acme.QueueTest.retries",
    ],
    ["Gradle", "QueueTest > retries three times FAILED", "QueueTest > retries three times"],
    ["ScalaTest", "[info] - retries three times *** FAILED ***", "retries three times"],
    [".NET", "  Failed Acme.QueueTests.Retries [42 ms]", "Acme.QueueTests.Retries"],
    ["GoogleTest", "[  FAILED  ] Queue.Retries (0 ms)", "Queue.Retries"],
    ["CTest", " 3/14 Test  #3: fuzz ......................***Failed    1.90 sec", "fuzz"],
    ["XCTest", "Test Case '-[Tests.Queue testRetry]' failed (0.01 seconds).", "Tests.Queue testRetry"],
  ])("%s", (_runner, line, name) => {
    expect(tests(line)?.failures).toEqual([name]);
  });

  it("counts no test as failed that is expected to fail", () => {
    expect(tests("not ok 3 - keeps order # TODO later")).toBeNull();
  });

  it("keeps fifty names, each once", () => {
    const log = Array.from({ length: 120 }, (_, index) => `test t${index % 60} ... FAILED`).join("\n");
    expect(tests(log)?.failures).toHaveLength(50);
  });
});
