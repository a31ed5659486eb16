import { LONGEST_STACK } from "#core/records/agent-exception.ts";
import { bounded } from "#core/redact/bounded.ts";

/** Deep recursion writes any number of frames: so much of both ends is looked at. */
const LOOKED_AT = 64 * 1024;
const LONGEST_LINE = 500;
/** Python names the error at the end, most others at the beginning: a third for the beginning. */
const FIRST = Math.floor(LONGEST_STACK / 3);

/**
 * A stack as it may be stored: its lines redacted, and of a long one the first and the last, with the number of those
 * between.
 *
 * @param clean redacts a text
 */
export function stackWithin(reported: string, clean: (text: string) => string): string | null {
  const seen = bothEnds(reported.replaceAll(/\r\n?/g, "\n"));
  const lines = clean(seen)
    .split("\n")
    .map((line) => bounded(line.trimEnd(), LONGEST_LINE))
    .filter((line) => line !== "");
  const whole = lines.join("\n");
  if (whole === "") return null;
  if (whole.length <= LONGEST_STACK) return whole;
  const first = fitting(lines, FIRST);
  const last = fitting(lines.slice(first.length).toReversed(), LONGEST_STACK - FIRST - 40).toReversed();
  const left = lines.length - first.length - last.length;
  return [...first, `… ${left} lines left out …`, ...last].join("\n");
}

/** Whole lines only: half of a line could hold half of a secret. */
function bothEnds(text: string): string {
  if (text.length <= 2 * LOOKED_AT) return text;
  const [first, last] = [text.slice(0, LOOKED_AT), text.slice(-LOOKED_AT)];
  return first.slice(0, first.lastIndexOf("\n") + 1) + last.slice(last.indexOf("\n") + 1 || last.length);
}

function fitting(lines: readonly string[], most: number): string[] {
  let length = 0;
  const end = lines.findIndex((line) => {
    length += line.length + 1;
    return length > most;
  });
  return lines.slice(0, end === -1 ? lines.length : end);
}
