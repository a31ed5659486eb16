import type { TextSink } from "#core/telemetry/importer.ts";
import { LONGEST } from "#core/telemetry/lines.ts";

const [NEW_LINE, QUOTE, BACKSLASH, OPEN, CLOSE] = [10, 34, 92, 123, 125];

/** What matters within a string and outside of one: engines find it faster than a look at each character. */
const IN_STRING = /["\\\n]/g;
const OUTSIDE = /["{}\n]/g;

/**
 * Splits the objects of one huge JSON list, of objects written one after the other (pretty or not), or of JSON lines,
 * from text that comes in pieces, cut anywhere. What stands between the objects (brackets, commas, words) is skipped.
 * Each goes to `onElement` as its text, not yet parsed, with the line it begins in. Memory is one object of at most
 * `longest` characters.
 *
 * An object that is too long, ends within a string's line (JSON has no line ends there) or is not finished when the
 * text ends goes to `onBroken` with the reason; after a broken string reading goes on with the next line.
 */
export function jsonElements(
  onElement: (json: string, line: number) => void,
  onBroken: (line: number, reason: string) => void,
  longest = LONGEST,
): TextSink {
  let pieces: string[] = [];
  let length = 0;
  let depth = 0;
  let inString = false;
  let escaped = false;
  let line = 1;
  let began = 1;

  function take(piece: string) {
    length += piece.length;
    if (length > longest) pieces = [];
    else pieces.push(piece);
  }

  function finish(broken: string | null) {
    if (broken !== null) onBroken(began, broken);
    else if (length > longest) onBroken(began, `an object of ${length} characters is too long to be read.`);
    else onElement(pieces.join(""), began);
    pieces = [];
    length = 0;
    depth = 0;
    inString = false;
    escaped = false;
  }

  /** Behind the character that a backslash at the end of the last piece escapes; a line end is none. */
  function skip(text: string): number {
    if (text === "") return 0;
    escaped = false;
    return text.charCodeAt(0) === NEW_LINE ? 0 : 1;
  }

  return {
    push(text) {
      let start = depth > 0 ? 0 : -1;
      let index = escaped ? skip(text) : 0;
      for (;;) {
        const next = inString ? IN_STRING : OUTSIDE;
        next.lastIndex = index;
        if (!next.test(text)) break;
        index = next.lastIndex;
        const code = text.charCodeAt(index - 1);
        if (code === NEW_LINE) line++;
        if (inString) {
          if (code === QUOTE) inString = false;
          else if (code === BACKSLASH) {
            escaped = index === text.length;
            if (text.charCodeAt(index) !== NEW_LINE) index++;
          } else {
            finish("a text is not closed before its line ends.");
            start = -1;
          }
        } else if (code === OPEN) {
          if (depth++ === 0) {
            start = index - 1;
            began = line;
          }
        } else if (depth > 0 && code === QUOTE) inString = true;
        else if (depth > 0 && code === CLOSE && --depth === 0) {
          take(text.slice(start, index));
          finish(null);
          start = -1;
        }
      }
      if (start !== -1) take(text.slice(start));
    },
    end() {
      if (depth > 0) finish("the file ends before the object does.");
    },
  };
}
