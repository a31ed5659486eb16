/** How runners name a test that failed; `name` is what people search for. */
export const FAILING_TESTS: readonly { hint: string; pattern: RegExp }[] = [
  // Jest prints each title twice: where it fails and in its summary.
  { hint: " ● ", pattern: /^\s*● (?<name>(?!Console$|Test suite failed).{3,300})$/ },
  { hint: "✕ ", pattern: /^\s*✕ (?<name>.{3,300}?)(?: \(\d+ m?s\))?$/ },
  {
    hint: "fail ",
    pattern:
      /^\s*(?:\[vitest\]\s+)?(?:FAIL|×)\s+(?:\|[^|]{1,80}\| )?(?<name>\S.{0,300}? > .{1,300}?)(?: \d+ms)?$/,
  },
  { hint: "] › ", pattern: /^\s*\d+\) (?<name>\[[^\]]{1,80}\] › .{3,300}?)(?: ?─{2,200})?$/ },
  { hint: "not ok ", pattern: /^\s*not ok \d+ (?:- )?(?<name>(?!.{0,300}# (?:TODO|SKIP)).{1,300})$/ },
  { hint: ".py::", pattern: /^(?:FAILED|ERROR) (?<name>[^\s:]{1,300}\.py::\S.{0,300}?)(?: - .*)?$/ },
  { hint: "fail: ", pattern: /^FAIL: (?<name>\w{1,200} \([\w.]{1,300}\).{0,100})$/ },
  { hint: "error: ", pattern: /^ERROR: (?<name>test\w{0,200} \([\w.]{1,300}\).{0,100})$/ },
  { hint: "--- fail: ", pattern: /^\s*--- FAIL: (?<name>\S{1,300}) \(/ },
  { hint: " ... failed", pattern: /^test (?<name>\S.{0,300}?) \.\.\. FAILED$/ },
  { hint: "rspec ", pattern: /^rspec (?<name>\.?\/?\S{1,300}(?::\d+|\[[\d:]+\]) #.{0,300})$/ },
  { hint: "#test_", pattern: /^(?<name>[A-Z][\w:]{0,200}#test_\S{1,200})(?: \[|:$)/ },
  { hint: "::test", pattern: /^\d+\) (?<name>[A-Z][\w\\]{0,200}::test\w{0,200}.{0,100})$/ },
  { hint: ") test ", pattern: /^\s+\d+\) test (?<name>.{3,300} \([\w.]{1,200}\))$/ },
  {
    hint: "<<< ",
    pattern:
      /^(?:\[ERROR\]\s+)?(?!Tests run)(?<name>\S.{0,300}?)\s{1,8}(?:-- )?Time elapsed: .{1,40}<<< (?:FAILURE|ERROR)!/,
  },
  { hint: " failed", pattern: /^(?<name>(?![>:*=\d])\S.{0,300}? > .{1,300}) FAILED$/ },
  { hint: "*** failed ***", pattern: /^(?:\[\w+\] )?[\s-]{0,12}(?<name>\S.{0,300}?) \*\*\* FAILED \*\*\*/ },
  { hint: "failed ", pattern: /^\s{1,4}Failed (?<name>\S.{0,300}?) \[(?:< )?[\d.,]+ ?m?s\]$/ },
  { hint: "[fail]", pattern: /^\s*(?:\[xUnit\.net [\d:.]+\]\s+)?(?<name>\S.{2,300}) \[FAIL\]$/ },
  { hint: "[-] ", pattern: /^\s*\[-\] (?<name>.{2,300}?)(?: [\d.,]+(?:ms|s)(?: \(.*\))?)?$/ },
  {
    hint: "[  failed  ]",
    pattern: /^\[ {2}FAILED {2}\] (?<name>[\w/]{1,200}\.[\w/]{1,200})(?:, .*| \(\d+ ms\))?$/,
  },
  {
    hint: "***failed",
    pattern: /^\s*\d+\/\d+ Test\s+#\d+: (?<name>\S{1,200}) \.*\s?\*\*\*(?:Failed|Exception|Timeout)/,
  },
  { hint: "test case '", pattern: /^Test Case '(?:-\[)?(?<name>[^\]']{3,300})\]?' failed \(/ },
  { hint: "fail: //", pattern: /^FAIL: (?<name>\/\/\S{1,300})/ },
];
