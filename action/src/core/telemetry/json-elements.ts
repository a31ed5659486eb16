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
  const elements = new JsonElements(onElement, onBroken, longest);
  return { push: (text) => elements.push(text), end: () => elements.end() };
}

class JsonElements {
  readonly #onElement: (json: string, line: number) => void;
  readonly #onBroken: (line: number, reason: string) => void;
  readonly #longest: number;
  #pieces: string[] = [];
  #length = 0;
  #depth = 0;
  #inString = false;
  #escaped = false;
  #line = 1;
  #began = 1;

  constructor(
    onElement: (json: string, line: number) => void,
    onBroken: (line: number, reason: string) => void,
    longest: number,
  ) {
    this.#onElement = onElement;
    this.#onBroken = onBroken;
    this.#longest = longest;
  }

  push(text: string): void {
    /** Where what belongs to the open object begins in this piece; -1: none is open. */
    let start = this.#depth > 0 ? 0 : -1;
    let index = this.#escaped ? this.#skip(text) : 0;
    for (;;) {
      const next = this.#inString ? IN_STRING : OUTSIDE;
      next.lastIndex = index;
      if (!next.test(text)) break;
      index = next.lastIndex;
      const code = text.charCodeAt(index - 1);
      if (code === NEW_LINE) this.#line++;
      if (this.#inString) {
        if (code === QUOTE) this.#inString = false;
        else if (code === BACKSLASH) {
          this.#escaped = index === text.length;
          if (text.charCodeAt(index) !== NEW_LINE) index++;
        } else {
          this.#finish("a text is not closed before its line ends.");
          start = -1;
        }
      } else if (code === OPEN) {
        if (this.#depth++ === 0) {
          start = index - 1;
          this.#began = this.#line;
        }
      } else if (this.#depth > 0 && code === QUOTE) this.#inString = true;
      else if (this.#depth > 0 && code === CLOSE && --this.#depth === 0) {
        this.#take(text.slice(start, index));
        this.#finish(null);
        start = -1;
      }
    }
    if (start !== -1) this.#take(text.slice(start));
  }

  end(): void {
    if (this.#depth > 0) this.#finish("the file ends before the object does.");
  }

  #take(piece: string): void {
    this.#length += piece.length;
    if (this.#length > this.#longest) this.#pieces = [];
    else this.#pieces.push(piece);
  }

  #finish(broken: string | null): void {
    if (broken !== null) this.#onBroken(this.#began, broken);
    else if (this.#length > this.#longest)
      this.#onBroken(this.#began, `an object of ${this.#length} characters is too long to be read.`);
    else this.#onElement(this.#pieces.join(""), this.#began);
    this.#pieces = [];
    this.#length = 0;
    this.#depth = 0;
    this.#inString = false;
    this.#escaped = false;
  }

  /** Behind the character that a backslash at the end of the last piece escapes; a line end is none. */
  #skip(text: string): number {
    if (text === "") return 0;
    this.#escaped = false;
    return text.charCodeAt(0) === NEW_LINE ? 0 : 1;
  }
}
