/** Whose output the lines of a stretch are, where a reporter puts what tests printed under a heading. */
export type Section = "of a passing test" | "captured" | "the reporter's own";

const PASSING = /^\s{0,4}PASS\s{1,4}\S{1,200}\.\w{1,5}(?: \(|$)/;
const CAPTURED = /^-{3,80} Captured (?:stdout|stderr|log) \w{1,10} -{3,80}$/;
const OWN =
  /^\s{0,4}FAIL\s{1,4}\S|^(?:Test Suites|Tests|Summary of all failing tests):?\s|^(?:[=_-]{3,80}) .{1,200} [=_-]{3,80}$|^-{3,80} Captured |^\[gw\d{1,3}\]/;

/** What a line begins; null: the section goes on. */
export function sectionFrom(text: string): Section | null {
  if (PASSING.test(text)) return "of a passing test";
  if (CAPTURED.test(text)) return "captured";
  return OWN.test(text) ? "the reporter's own" : null;
}
