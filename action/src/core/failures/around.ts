import type { Layout } from "#core/failures/layout.ts";
import type { Section } from "#core/failures/section.ts";
import type { KeptLine } from "#core/failures/step-lines.ts";
import { withoutPrefix } from "#core/logs/prefix.ts";
import type { Category } from "#core/records/category.ts";
import { indentOf } from "#core/text/indent.ts";

/** make's `-` and Ansible's `ignore_errors`. */
const IGNORED = /\bError \d{1,3} \(ignored\)\s*$|^\.\.\.ignoring$/;
const IGNORED_WITHIN = 4;
/** The name of an error, whose message stands below. */
const BARE_EXCEPTION = /^\s{0,8}(?:[\w$]{1,80}[.\\:]{1,2}){0,12}[A-Z]\w{0,80}(?:Exception|Error):?\s*$/;
/** A logger's clock, thread and level. */
const LOGGED = /^(?:\d{4}-\d\d-\d\d[T ])?\d\d:\d\d:\d\d[.,]\d{3}\S{0,6} .{0,80}?\b(?:ERROR|FATAL|SEVERE)\b/;
const NEAR = [1, 2, 3];
const RAISED = /^(?:[A-Za-z_]\w{0,80}\.){0,8}[A-Z]\w{0,40}[a-z]\w{0,40}: \S/;
const MOST_FRAMES = 60;
/** PowerShell's message, below the command that it marks. */
const MESSAGE = /^\s{2,8}\| [^\s~]/;
const UNDERLINED = /^\s{2,8}\|\s{1,200}~{2}/;
/** Fields of a record that is printed over several lines. */
const MESSAGE_FIELD = /^\s{1,40}"(?:message|summary|detail|reason)": "\S/;
const LEVEL_FIELD = /^\s{1,40}"(?:severity|level|type|status)": "(?:error|fatal|critical)"/i;
const MOST_FIELDS = 5;

/** What lines further on or further back make of a line, by name. */
export function around(layout: Layout, index: number, section: Section): Record<string, boolean> {
  const { lines, kinds, isBlank } = layout;
  const line = lines[index] as KeptLine;
  const head = above(layout, index);
  const isHeadBare = head !== null && BARE_EXCEPTION.test(head.text);
  const causes = kinds[index]?.has("caused by") ?? false;
  return {
    "ignored afterwards": lines
      .slice(index + 1, index + 1 + IGNORED_WITHIN)
      .some(({ number, text }) => number <= line.number + IGNORED_WITHIN && IGNORED.test(text)),
    "in a passing test's output": section === "of a passing test",
    "passed when run again": layout.flaky.some((name) => line.text.includes(name)),
    "captured output": section === "captured",
    // Of programs under test, where a test is known to have failed.
    "logged while testing": layout.hasFailedTest && line.rules.every(isNoTest) && LOGGED.test(line.text),
    "ends a traceback": endsTraceback(layout, index),
    "diff goes on": isDiff(layout, index) && [1, 2].some((step) => isDiff(layout, index - step)),
    "under advice": indentOf(line.text) > 0 && (kinds[index - 1]?.has("advice") ?? false),
    "message of an error record": MESSAGE_FIELD.test(line.text) && isByErrorLevel(lines, index),
    "message under carets": MESSAGE.test(line.text) && UNDERLINED.test(lines[index - 1]?.text ?? ""),
    "before a success verdict": index < layout.lastVerdict,
    "of the target that failed":
      layout.failedTarget !== null && line.text.includes(`${layout.failedTarget}.`),
    "bare exception": BARE_EXCEPTION.test(line.text),
    "under a bare exception": isHeadBare && head.number >= line.number - 3,
    "cause of a bare headline":
      causes && NEAR.some((step) => !isBlank[index - step] && kinds[index - step]?.has("something failed")),
  };
}

function isByErrorLevel(lines: readonly KeptLine[], index: number): boolean {
  const near = lines.slice(Math.max(0, index - MOST_FIELDS), index + MOST_FIELDS + 1);
  return near.some(({ text }) => LEVEL_FIELD.test(text));
}

/** One of the lines that a file's difference begins with; the first of them tells it. */
function isDiff({ kinds }: Layout, index: number): boolean {
  return kinds[index]?.has("diff head") ?? false;
}

/** Below the frames of a traceback the name of what was raised, whatever it ends with, and the message. */
function endsTraceback({ lines, kinds }: Layout, index: number): boolean {
  const said = (at: number) => withoutPrefix(lines[at]?.text ?? "") ?? lines[at]?.text ?? "";
  if (!RAISED.test(said(index)) || indentOf(said(index - 1)) === 0) return false;
  for (let at = index - 1; at >= Math.max(0, index - MOST_FRAMES); at--)
    if (kinds[at]?.has("traceback head")) return true;
  return false;
}

/** The line before, over a blank one or what underlines it. */
function above({ lines, kinds, isBlank }: Layout, index: number): KeptLine | null {
  const isGap = isBlank[index - 1] === true || kinds[index - 1]?.has("rule line") === true;
  return lines[isGap ? index - 2 : index - 1] ?? null;
}

function isNoTest({ category }: { category: Category }): boolean {
  return category !== "test_failure";
}
