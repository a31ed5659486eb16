import type { Rule } from "#core/failures/rule.ts";
import { RULES } from "#core/failures/rules.ts";
import { readLine } from "#core/logs/line.ts";
import { withoutPrefix } from "#core/logs/prefix.ts";
import type { Case } from "./eval-cases.ts";

/** Of a job and its step, as gh prints them. */
const COLUMNS = /^[^\t]{1,200}\t[^\t]{1,300}\t(?=\d{4}-)/;

/**
 * The rules that know none of the lines that explain the log, as if it came from a tool that nobody knows; undefined
 * where no rule knows them anyway.
 */
export function rulesWithout({ bytes, spans }: Case): readonly Rule[] | undefined {
  const lines = new TextDecoder().decode(bytes).split("\n");
  const right = spans.flatMap(([from, to]) =>
    lines.slice(from - 1, to).flatMap((raw, index) => {
      const { text } = readLine(raw.replace(COLUMNS, ""), from + index);
      return [text, withoutPrefix(text) ?? text];
    }),
  );
  const hinted = right.map((text) => ({ text, lower: text.toLowerCase() }));
  const knows = ({ hints, pattern }: Rule) =>
    hinted.some(({ text, lower }) => hints.some((hint) => lower.includes(hint)) && pattern.test(text));
  const left = RULES.filter((rule) => !knows(rule));
  return left.length === RULES.length ? undefined : left;
}
