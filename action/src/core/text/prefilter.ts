/**
 * One automaton over all hints (Aho and Corasick), run over bytes: which of hundreds of literals a line contains
 * costs one table look-up a byte, however many there are. Letters are compared without case, ASCII only.
 */
export type PreFilter = {
  /** `next[state + classOf[byte]]` is the next state; states are multiplied by the width already. */
  next: Int32Array;
  classOf: Uint8Array;
  /** States from here on end at least one hint. */
  firstHit: number;
  /** Ids of the hints that end in a state: `hits[state / width]`. */
  hits: readonly (readonly number[])[];
  width: number;
};

const encoder = new TextEncoder();

/** Ids are places in `hints`. Since no hint holds a line end, every line end leads back to the start. */
export function preFilter(hints: readonly string[]): PreFilter {
  const words = hints.map((hint) => new TextEncoder().encode(hint.toLowerCase()));
  const classOf = byteClasses(words);
  const width = Math.max(...classOf) + 1;
  const trie = plant(words, classOf, width);
  return { ...finalStatesLast(trie, width), classOf, width };
}

/** The hints in a text that is at hand: colours inside of a hint hide it from the bytes. */
export function hitsIn({ next, classOf, firstHit, hits, width }: PreFilter, text: string): number[] {
  const found: number[] = [];
  let state = 0;
  for (const byte of encoder.encode(text)) {
    state = next[state + (classOf[byte] as number)] as number;
    if (state >= firstHit) found.push(...(hits[state / width] ?? []));
  }
  return found;
}

/** Bytes that no hint contains share class 0; upper-case letters share their lower case's. */
function byteClasses(words: readonly Uint8Array[]): Uint8Array {
  const classOf = new Uint8Array(256);
  let classes = 1;
  for (const word of words) {
    if (word.length === 0 || word.includes(10)) throw new RangeError("a hint is a part of one line");
    for (const byte of word) if (classOf[byte] === 0) classOf[byte] = classes++;
  }
  for (let upper = 65; upper <= 90; upper++) classOf[upper] = classOf[upper + 32] ?? 0;
  return classOf;
}

/** `next` has a row of `width` for each of `size` states; -1 leads nowhere yet. */
type Trie = { next: Int32Array; size: number; ends: number[][] };

function plant(words: readonly Uint8Array[], classOf: Uint8Array, width: number): Trie {
  const most = 1 + words.reduce((sum, word) => sum + word.length, 0);
  const next = new Int32Array(most * width).fill(-1);
  const ends: number[][] = [[]];
  words.forEach((word, id) => {
    let state = 0;
    for (const byte of word) {
      const at = state * width + (classOf[byte] as number);
      const to = next[at] as number;
      if (to >= 0) state = to;
      else {
        state = ends.length;
        next[at] = state;
        ends.push([]);
      }
    }
    ends[state]?.push(id);
  });
  return complete({ next, size: ends.length, ends }, width);
}

/** Follows failure links breadth first, until every state knows where every byte leads. */
function complete(trie: Trie, width: number): Trie {
  const { next, size, ends } = trie;
  const fail = new Int32Array(size);
  const queue = new Int32Array(size);
  let tail = 0;
  for (let kind = 0; kind < width; kind++) {
    const to = next[kind] as number;
    if (to < 0) next[kind] = 0;
    else queue[tail++] = to;
  }
  for (let head = 0; head < tail; head++) {
    const state = queue[head] as number;
    const fallback = fail[state] as number;
    const inherited = ends[fallback];
    if (inherited !== undefined && inherited.length > 0) ends[state]?.push(...inherited);
    for (let kind = 0; kind < width; kind++) {
      const at = state * width + kind;
      const to = next[at] as number;
      const otherwise = next[fallback * width + kind] as number;
      if (to < 0) next[at] = otherwise;
      else {
        fail[to] = otherwise;
        queue[tail++] = to;
      }
    }
  }
  return trie;
}

/** Renumbers, so that one comparison tells whether a state ends a hint. */
function finalStatesLast(
  { next, size, ends }: Trie,
  width: number,
): Pick<PreFilter, "next" | "firstHit" | "hits"> {
  const silent = ends.flatMap((ids, state) => (ids.length === 0 ? [state] : []));
  const order = [...silent, ...ends.flatMap((ids, state) => (ids.length > 0 ? [state] : []))];
  const renamed = new Int32Array(size);
  order.forEach((state, index) => {
    renamed[state] = index * width;
  });
  const table = new Int32Array(size * width);
  order.forEach((state, index) => {
    for (let kind = 0; kind < width; kind++)
      table[index * width + kind] = renamed[next[state * width + kind] as number] as number;
  });
  return {
    next: table,
    firstHit: silent.length * width,
    hits: order.map((state) => [...new Set(ends[state])]),
  };
}
