import type { TextSink } from "#core/telemetry/importer.ts";

/** A screenshot in a tool's result is a line of some megabytes; what is longer tells us nothing. */
export const LONGEST = 8 * 1024 * 1024;

/**
 * Splits text that comes in pieces, cut anywhere, into lines without their `\n` or `\r\n`. Empty lines are left out.
 * Lines count from 1. Memory is one line of at most `longest` characters: a longer one goes to `onLong` with its length.
 */
export function lineSplitter(
  onLine: (line: string, number: number) => void,
  onLong: (number: number, characters: number) => void,
  longest = LONGEST,
): TextSink {
  let pieces: string[] = [];
  let length = 0;
  let number = 1;

  function take(piece: string) {
    length += piece.length;
    if (length > longest) pieces = [];
    else pieces.push(piece);
  }

  function finishLine() {
    if (length > longest) onLong(number, length);
    else {
      const line = pieces.length === 1 ? (pieces[0] ?? "") : pieces.join("");
      const text = line.endsWith("\r") ? line.slice(0, -1) : line;
      if (text !== "") onLine(text, number);
    }
    pieces = [];
    length = 0;
    number++;
  }

  return {
    push(text) {
      let start = 0;
      for (let end = text.indexOf("\n"); end !== -1; end = text.indexOf("\n", start)) {
        take(text.slice(start, end));
        finishLine();
        start = end + 1;
      }
      if (start < text.length) take(text.slice(start));
    },
    end() {
      if (length > 0) finishLine();
    },
  };
}
