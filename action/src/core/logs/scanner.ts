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
export function lineScanner(filter: PreFilter, onLine: (line: RawLine) => void) {
  const { next, classOf, firstHit, hits, width } = filter;
  const seen = new Int32Array(Math.max(1, ...hits.flat().map((id) => id + 1))).fill(-1);
  const line: RawLine & { hits: number[] } = {
    number: 1,
    bytes: new Uint8Array(0),
    start: 0,
    end: 0,
    hits: [],
  };
  const carry = lineBuffer();
  let state = 0;

  function note(at: number) {
    for (const id of hits[at / width] ?? []) {
      if (seen[id] === line.number || line.hits.length >= MOST_HITS) continue;
      seen[id] = line.number;
      line.hits.push(id);
    }
  }

  function emit(bytes: Uint8Array, start: number, end: number) {
    if (carry.length === 0) {
      line.bytes = bytes;
      line.start = start;
      line.end = end;
    } else {
      carry.append(bytes.subarray(start, end));
      line.bytes = carry.take();
      line.start = 0;
      line.end = line.bytes.length;
    }
    onLine(line);
    line.number++;
    if (line.hits.length > 0) line.hits = [];
  }

  return {
    push(chunk: Uint8Array) {
      // A plain view: a Buffer's slice() would share memory and keep the whole chunk alive.
      const bytes = new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength);
      const length = bytes.length;
      const table = next;
      const classes = classOf;
      const first = firstHit;
      let start = 0;
      let at = state;
      for (let index = 0; index < length; index++) {
        const byte = bytes[index] as number;
        at = table[at + (classes[byte] as number)] as number;
        if (at >= first) note(at);
        else if (byte === 10) {
          emit(bytes, start, index);
          start = index + 1;
        }
      }
      state = at;
      if (start < length) carry.append(bytes.subarray(start));
    },
    /** The number of the line that comes next, where some are left out. */
    skipTo(number: number) {
      line.number = number;
    },
    /** Hands out what stands after the last line end and returns the number of lines. */
    finish(): number {
      if (carry.length > 0) emit(new Uint8Array(0), 0, 0);
      return line.number - 1;
    },
  };
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
