import type { PreFilter } from "#core/text/prefilter.ts";

/** A line as bytes, valid as long as the caller leaves the chunk alone; `hits` names the hints it contains, at most 32. */
export type RawLine = {
  number: number;
  bytes: Uint8Array;
  start: number;
  end: number;
  hits: readonly number[];
};

/** Of a line longer than this, head and tail are kept: progress bars make lines of megabytes. */
const LONGEST = 64 * 1024;
const MOST_HITS = 32;

/**
 * Splits bytes into lines and runs the pre-filter over them in one pass. Memory is one chunk and one line,
 * whatever the log's size.
 */
export class LineScanner {
  readonly #filter: PreFilter;
  readonly #onLine: (line: RawLine) => void;
  readonly #carry = lineBuffer();
  /** By hint, the last line that it was seen in. */
  readonly #seen: Int32Array;
  readonly #line: RawLine & { hits: number[] } = {
    number: 1,
    bytes: new Uint8Array(0),
    start: 0,
    end: 0,
    hits: [],
  };
  #state = 0;

  constructor(filter: PreFilter, onLine: (line: RawLine) => void) {
    this.#filter = filter;
    this.#onLine = onLine;
    this.#seen = new Int32Array(Math.max(1, ...filter.hits.flat().map((id) => id + 1))).fill(-1);
  }

  push(chunk: Uint8Array): void {
    // A plain view: a Buffer's slice() would share memory and keep the whole chunk alive.
    const bytes = new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    const length = bytes.length;
    const { next: table, classOf: classes, firstHit: first } = this.#filter;
    let start = 0;
    let at = this.#state;
    for (let index = 0; index < length; index++) {
      const byte = bytes[index] as number;
      at = table[at + (classes[byte] as number)] as number;
      if (at >= first) this.#note(at);
      else if (byte === 10) {
        this.#emit(bytes, start, index);
        start = index + 1;
      }
    }
    this.#state = at;
    if (start < length) this.#carry.append(bytes.subarray(start));
  }

  /** The number of the line that comes next, where some are left out. */
  skipTo(number: number): void {
    this.#line.number = number;
  }

  /** Hands out what stands after the last line end and returns the number of lines. */
  finish(): number {
    if (this.#carry.length > 0) this.#emit(new Uint8Array(0), 0, 0);
    return this.#line.number - 1;
  }

  #note(at: number): void {
    const line = this.#line;
    for (const id of this.#filter.hits[at / this.#filter.width] ?? []) {
      if (this.#seen[id] === line.number || line.hits.length >= MOST_HITS) continue;
      this.#seen[id] = line.number;
      line.hits.push(id);
    }
  }

  #emit(bytes: Uint8Array, start: number, end: number): void {
    const line = this.#line;
    if (this.#carry.length === 0) {
      line.bytes = bytes;
      line.start = start;
      line.end = end;
    } else {
      this.#carry.append(bytes.subarray(start, end));
      line.bytes = this.#carry.take();
      line.start = 0;
      line.end = line.bytes.length;
    }
    this.#onLine(line);
    line.number++;
    if (line.hits.length > 0) line.hits = [];
  }
}

/** What stands of a line so far. When it grows too long, its middle goes: amortised, a byte is moved once. */
function lineBuffer() {
  const head = LONGEST / 2;
  const tail = LONGEST / 4;
  const bytes = new Uint8Array(LONGEST);
  let length = 0;
  return {
    get length() {
      return length;
    },
    append(more: Uint8Array) {
      for (let from = 0; from < more.length; ) {
        if (length === LONGEST) {
          bytes.copyWithin(head, LONGEST - tail);
          length = head + tail;
        }
        const part = more.subarray(from, from + LONGEST - length);
        bytes.set(part, length);
        length += part.length;
        from += part.length;
      }
    },
    take(): Uint8Array {
      const taken = bytes.slice(0, length);
      length = 0;
      return taken;
    },
  };
}
