import { type PatternTree, patternTree, type TakenApart } from "./pattern-tree.ts";

/**
 * Matches as a backtracking engine does, one step at a time, so that the work of a pattern on a text is a number
 * that no machine and no load changes. V8 skips some of these steps, never takes more of a different order.
 */
type Counted = {
  /** Where the first match begins and ends; null: none, or the steps ran out. */
  found: [number, number] | null;
  /** Looks at a character, choices and ways back taken. */
  steps: number;
};

type Node =
  | { type: "character"; takes: (code: number) => boolean; next: Node; back: boolean }
  | {
      type: "run";
      takes: (code: number) => boolean;
      least: number;
      most: number;
      lazy: boolean;
      next: Node;
      back: boolean;
    }
  | { type: "split"; options: readonly Node[] }
  | { type: "enter"; loop: number; next: Node }
  | { type: "loop"; loop: number; least: number; most: number; lazy: boolean; body: Node; next: Node }
  | { type: "mark"; register: number; next: Node }
  | { type: "assert"; holds: (at: number) => boolean; next: Node }
  | { type: "look"; inside: Node; negative: boolean; next: Node }
  | { type: "again"; index: number; next: Node; back: boolean }
  | { type: "done" };

type Of<Type extends Node["type"]> = Extract<Node, { type: Type }>;

const DONE: Node = { type: "done" };

export type Machine = (text: string, most: number) => Counted;

/** Prepares a pattern once for many texts. A global pattern goes on behind each match, as `replace` does. */
export function machine(pattern: RegExp): Machine {
  const taken = patternTree(pattern);
  return (text, most) => run(pattern, taken, text, most);
}

function run(pattern: RegExp, taken: TakenApart, text: string, most: number): Counted {
  const codes = pattern.flags.includes("u")
    ? Array.from(text, (character) => character.codePointAt(0) ?? 0)
    : Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
  const { start, registers } = compiled(pattern, taken, codes);
  const attempt = new Attempt(codes, registers, most);
  let first: [number, number] | null = null;
  for (let at = 0; at <= codes.length && attempt.left > 0; ) {
    const end = attempt.from(start, at);
    if (end !== null) first ??= [at, end];
    if (end !== null && !pattern.global) break;
    at = end === null || end === at ? at + 1 : end;
  }
  return { found: first, steps: most - attempt.left };
}

/** One text under one pattern, from one place after the other. */
class Attempt {
  left: number;
  readonly #codes: readonly number[];
  readonly #registers: number[];
  // Ways back: a node with its place and where a run resumes, or (node null) a register with what it held.
  readonly #nodes: (Node | null)[] = [];
  readonly #places: number[] = [];
  readonly #counts: number[] = [];
  #at = 0;
  #resumed = -1;

  constructor(codes: readonly number[], registers: number[], most: number) {
    this.#codes = codes;
    this.#registers = registers;
    this.left = most;
  }

  /** Where a match that begins at `at` ends. */
  from(start: Node, at: number): number | null {
    const floor = this.#nodes.length;
    let node: Node | null = start;
    this.#at = at;
    while (node !== null && node.type !== "done" && this.left-- > 0)
      node = this.#after(node) ?? this.#back(floor);
    const end = node?.type === "done" ? this.#at : null;
    while (this.#nodes.length > floor) this.#back(floor);
    return end;
  }

  /** The node behind one that holds here; null when it does not. */
  #after(node: Exclude<Node, { type: "done" }>): Node | null {
    switch (node.type) {
      case "character":
        return this.#character(node);
      case "run":
        return this.#run(node);
      case "split":
        for (let index = node.options.length - 1; index > 0; index--)
          this.#leave(node.options[index] ?? null, this.#at, -1);
        return node.options[0] ?? null;
      case "enter":
        this.#set(node.loop, 0);
        this.#set(node.loop + 1, -1);
        return node.next;
      case "loop":
        return this.#round(node);
      case "mark":
        this.#set(node.register, this.#at);
        return node.next;
      case "assert":
        return node.holds(this.#at) ? node.next : null;
      case "look": {
        const at = this.#at;
        const holds = (this.from(node.inside, at) !== null) !== node.negative;
        this.#at = at;
        return holds ? node.next : null;
      }
      case "again":
        return this.#again(node);
    }
  }

  #character({ takes, next, back }: Of<"character">): Node | null {
    const code = this.#codes[back ? this.#at - 1 : this.#at];
    if (code === undefined || !takes(code)) return null;
    this.#at += back ? -1 : 1;
    return next;
  }

  #run(node: Of<"run">): Node | null {
    const { least, most, lazy, back, next } = node;
    let count = this.#resumed;
    this.#resumed = -1;
    if (count < 0) {
      const wanted = lazy ? least : most;
      for (count = 0; count < wanted && this.#takes(node, count); ) count++;
      if (count < least) return null;
    } else if (lazy && !this.#takes(node, count - 1)) return null;
    if (lazy ? count < most : count > least) this.#leave(node, this.#at, lazy ? count + 1 : count - 1);
    this.#at += back ? -count : count;
    return next;
  }

  #takes({ takes, back }: Of<"run">, count: number): boolean {
    this.left--;
    const code = this.#codes[back ? this.#at - count - 1 : this.#at + count];
    return code !== undefined && takes(code);
  }

  #round(node: Of<"loop">): Node | null {
    const { loop, least, most, lazy, body, next } = node;
    const count = this.#registers[loop] ?? 0;
    const isResumed = this.#resumed >= 0;
    this.#resumed = -1;
    if (count > least && this.#registers[loop + 1] === this.#at && !isResumed) return null;
    if (count >= most) return next;
    if (count >= least && lazy && !isResumed) {
      this.#leave(node, this.#at, 1);
      return next;
    }
    if (count >= least && !lazy) this.#leave(next, this.#at, -1);
    this.#set(loop, count + 1);
    this.#set(loop + 1, this.#at);
    return body;
  }

  #again({ index, next, back }: Of<"again">): Node | null {
    const [begin = -1, end = -1] = this.#registers.slice(2 * index, 2 * index + 2);
    const length = begin < 0 || end < 0 ? 0 : end - begin;
    const where = back ? this.#at - length : this.#at;
    for (let same = 0; same < length; same++) {
      this.left--;
      if (this.#codes[begin + same] !== this.#codes[where + same]) return null;
    }
    this.#at = back ? where : where + length;
    return next;
  }

  #leave(node: Node | null, place: number, count: number): void {
    this.#nodes.push(node);
    this.#places.push(place);
    this.#counts.push(count);
  }

  #set(register: number, value: number): void {
    this.#leave(null, register, this.#registers[register] ?? -1);
    this.#registers[register] = value;
  }

  /** The last way not taken, with everything as it was; null: there is none above `floor`. */
  #back(floor: number): Node | null {
    while (this.#nodes.length > floor) {
      const node = this.#nodes.pop() ?? null;
      const place = this.#places.pop() ?? 0;
      const count = this.#counts.pop() ?? -1;
      if (node === null) this.#registers[place] = count;
      else {
        this.#at = place;
        this.#resumed = count;
        return node;
      }
    }
    return null;
  }
}

function compiled(pattern: RegExp, { tree, names }: TakenApart, codes: readonly number[]) {
  // The first registers are where groups begin and end, the others count rounds of loops and where each began.
  const registers: number[] = new Array(400).fill(-1);
  let loops = 200;

  function compile(part: PatternTree, next: Node, back: boolean): Node {
    switch (part.type) {
      case "characters":
        return { type: "character", takes: taker(part.atom, pattern.flags), next, back };
      case "assertion":
        return { type: "assert", holds: assertion(part.kind, pattern, codes), next };
      case "look":
        return { type: "look", inside: compile(part.part, DONE, part.behind), negative: part.negative, next };
      case "group": {
        const [first, last] = back ? [1, 0] : [0, 1];
        const end: Node = { type: "mark", register: 2 * part.index + last, next };
        return { type: "mark", register: 2 * part.index + first, next: compile(part.part, end, back) };
      }
      case "reference":
        return {
          type: "again",
          index: typeof part.to === "number" ? part.to : (names.get(part.to) ?? 0),
          next,
          back,
        };
      case "sequence":
        return (back ? part.parts : part.parts.toReversed()).reduce(
          (to, one) => compile(one, to, back),
          next,
        );
      case "choice":
        return { type: "split", options: part.options.map((option) => compile(option, next, back)) };
      case "repeat":
        return repeat(part, next, back);
    }
  }

  function repeat(part: Extract<PatternTree, { type: "repeat" }>, next: Node, back: boolean): Node {
    const { least, most, lazy } = part;
    if (part.part.type === "characters")
      return { type: "run", takes: taker(part.part.atom, pattern.flags), least, most, lazy, next, back };
    const loop = loops;
    loops += 2;
    const round: Node = { type: "loop", loop, least, most, lazy, body: DONE, next };
    round.body = compile(part.part, round, back);
    return { type: "enter", loop, next: round };
  }

  return { start: compile(tree, DONE, false), registers };
}

const takers = new Map<string, (code: number) => boolean>();

function taker(atom: string, flags: string): (code: number) => boolean {
  const key = `${flags} ${atom}`;
  const known = takers.get(key);
  if (known) return known;
  const shape = new RegExp(`^${atom}$`, flags.replaceAll(/[gym]/g, ""));
  const answers = new Map<number, boolean>();
  const takes = (code: number) => {
    let answer = answers.get(code);
    if (answer === undefined) {
      answer = shape.test(String.fromCodePoint(code));
      answers.set(code, answer);
    }
    return answer;
  };
  takers.set(key, takes);
  return takes;
}

function assertion(kind: string, pattern: RegExp, codes: readonly number[]): (at: number) => boolean {
  const ends = (code: number | undefined) =>
    code === undefined || (pattern.multiline && [10, 13, 0x2028, 0x2029].includes(code));
  const isWord = (code: number | undefined) =>
    code !== undefined && code < 128 && /\w/.test(String.fromCharCode(code));
  if (kind === "^") return (at) => ends(codes[at - 1]);
  if (kind === "$") return (at) => ends(codes[at]);
  return (at) => (isWord(codes[at - 1]) !== isWord(codes[at])) === (kind === "\\b");
}
