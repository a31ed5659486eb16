import { HIDDEN } from "#core/text/visible.ts";

/** As it reads once what disguises it is taken away; `units[i]` is what stood for the i-th character. */
export type Unveiled = { text: string; units: string[]; rest: string };

/**
 * What stands in the midst of a secret without being a part of it, or for one of its characters: colours and other
 * controls, characters that nobody sees, percent codes (of percent codes too), and JSON's escapes.
 */
const VEIL = new RegExp(
  [
    "[\\u001b\\u009b](?:\\][^\\u0007\\u001b]{0,2000}(?:\\u0007|\\u001b\\\\)?|[\\[()#;?]{0,3}[\\d;]{0,20}[\\dA-PR-TZcf-ntqry=><~])",
    "[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f]",
    HIDDEN,
    "%(?:25){0,3}[2-7][0-9A-Fa-f]",
    "\\\\u00[2-7][0-9A-Fa-f]",
    "\\\\(?=/)",
  ].join("|"),
  "gu",
);
const MAY_BE_VEILED = /[%\\\u0000-\u0008\u000b-\u001f\u007f-\uffff]/;

/** Every pattern here, for the check that none can be made to run long. */
export const VEIL_PATTERNS: readonly RegExp[] = [VEIL, MAY_BE_VEILED];

/** What a line reads as; the line itself where nothing is disguised, as on most lines. */
export function plainText(line: string): string {
  return MAY_BE_VEILED.test(line) ? line.replace(VEIL, reading) : line;
}

/** What a piece of the veil stands for: a character, or nothing. */
function reading(found: string): string {
  if (found.length < 3 || (found[0] !== "%" && found[0] !== "\\")) return "";
  const code = Number.parseInt(found.slice(-2), 16);
  return code === 127 ? "" : String.fromCharCode(code);
}

/** The same with what stood for each character; slower. */
export function unveil(line: string): Unveiled {
  let text = "";
  let before = "";
  let last = 0;
  const units: string[] = [];
  function plain(end: number) {
    for (let index = last; index < end; index++) {
      units.push(before + line[index]);
      before = "";
    }
    text += line.slice(last, end);
  }
  for (const { 0: found, index } of line.matchAll(VEIL)) {
    plain(index);
    last = index + found.length;
    const read = reading(found);
    text += read;
    before += found;
    if (read === "") continue;
    units.push(before);
    before = "";
  }
  plain(line.length);
  return { text, units, rest: before };
}
