import { isAlias, isMap, isScalar, isSeq, Lexer, parseDocument } from "yaml";

/** A file of the repository as findings point into it. Offsets are UTF-16 units of `text`. */
export type Source = {
  path: string;
  text: string;
  root: YamlNode;
  comments: readonly Comment[];
  /** Texts of several lines (`|`, `>`), from the sign at their key to their end. */
  blocks: readonly Omit<Span, "source">[];
  /** Offsets at which lines start. */
  lines: readonly number[];
};

export type Span = { source: Source; start: number; end: number };
/** A comment of YAML itself, none of a script within. `alone`: nothing else stands on its line. */
export type Comment = { text: string; line: number; alone: boolean; at: Span };

export type YamlNode = YamlScalar | YamlMap | YamlList;
type YamlMap = { kind: "map"; entries: ReadonlyMap<string, YamlEntry>; at: Span };
export type YamlEntry = { key: string; keyAt: Span; value: YamlNode };
type YamlList = { kind: "list"; items: readonly YamlNode[]; at: Span };
/** `body` is what to search in; `offset` is where it starts in the file, null where escapes tell them apart. */
export type YamlScalar = { kind: "scalar"; value: string; body: string; offset: number | null; at: Span };

/** Why a file cannot be read, and where (both from 1). */
export type Unreadable = { path: string; line: number; column: number; reason: string };

const MOST_CHARACTERS = 512 * 1024;
/** Aliases multiply nodes: nine lines of them make a billion. */
const MOST_NODES = 50_000;
const DEEPEST = 100;

/** The text of a YAML file as nodes that know where they stand; every alias is what it stands for. */
export function readSource(path: string, text: string): Source | Unreadable {
  const lines = lineStarts(text.slice(0, MOST_CHARACTERS));
  const unreadable = (offset: number, reason: string): Unreadable => {
    return { path, ...positionIn(lines, offset), reason };
  };
  if (text.length > MOST_CHARACTERS) return unreadable(0, `is larger than ${MOST_CHARACTERS} characters`);
  const source: { -readonly [Key in keyof Source]: Source[Key] } = {
    ...{ path, text, lines, comments: [], blocks: [] },
    root: {
      kind: "scalar",
      value: "",
      body: "",
      offset: null,
      at: { source: {} as Source, start: 0, end: 0 },
    },
  };
  try {
    // Looking for keys that stand twice compares each with each; `converted` looks them up.
    const document = parseDocument(text, { prettyErrors: false, uniqueKeys: false });
    const fault = document.errors[0];
    if (fault !== undefined) return unreadable(fault.pos[0], `is not valid YAML: ${fault.message}`);
    const blocks: Omit<Span, "source">[] = [];
    source.root = converted(document.contents, source, blocks);
    source.blocks = blocks;
    source.comments = commentsOf(source);
    return source;
  } catch (error) {
    if (error instanceof Fault) return unreadable(error.offset, error.message);
    // The parser descends by recursion.
    if (error instanceof RangeError) return unreadable(0, "is nested too deeply");
    throw error;
  }
}

class Fault extends Error {
  readonly offset: number;
  constructor(offset: number, message: string) {
    super(message);
    this.offset = offset;
  }
}

function converted(contents: unknown, source: Source, blocks: Omit<Span, "source">[]): YamlNode {
  const anchors = new Map<string, unknown>();
  let nodes = 0;
  const spanOf = (node: unknown): Span => {
    const range = (node as { range?: [number, number, number] | null } | null)?.range;
    return { source, start: range?.[0] ?? 0, end: range?.[1] ?? 0 };
  };
  function convert(node: unknown, depth: number): YamlNode {
    const at = spanOf(node);
    nodes += 1;
    if (nodes > MOST_NODES) throw new Fault(at.start, `has more than ${MOST_NODES} values, aliases followed`);
    if (depth > DEEPEST) throw new Fault(at.start, "is nested too deeply");
    if (isAlias(node)) {
      if (!anchors.has(node.source)) throw new Fault(at.start, `has an alias of nothing: ${node.source}`);
      return convert(anchors.get(node.source), depth + 1);
    }
    // An anchor stands for its node only once that is complete, so that none holds itself.
    const anchor = (node as { anchor?: string } | null)?.anchor;
    const result = plain(node, at, depth);
    if (anchor) anchors.set(anchor, node);
    return result;
  }
  function plain(node: unknown, at: Span, depth: number): YamlNode {
    if (isSeq(node)) return { kind: "list", items: node.items.map((item) => convert(item, depth + 1)), at };
    if (isScalar(node) && isBlock(node.type)) blocks.push({ start: at.start, end: at.end });
    if (!isMap(node)) return scalar(node, at);
    const entries = new Map<string, YamlEntry>();
    for (const pair of node.items) {
      const keyAt = spanOf(pair.key);
      const key = isScalar(pair.key)
        ? String(pair.key.value ?? "")
        : source.text.slice(keyAt.start, keyAt.end);
      if (entries.has(key)) throw new Fault(keyAt.start, `has the key ${JSON.stringify(key)} twice`);
      const value = pair.value === null ? scalar(null, keyAt) : convert(pair.value, depth + 1);
      entries.set(key, { key, keyAt, value });
    }
    return { kind: "map", entries, at };
  }
  return convert(contents, 0);
}

function scalar(node: unknown, at: Span): YamlScalar {
  const value = isScalar(node) && node.value !== null ? String(node.value) : "";
  const raw = at.source.text.slice(at.start, at.end);
  const style = isScalar(node) ? node.type : undefined;
  if (!isScalar(node) || node.value === null) return { kind: "scalar", value, body: "", offset: null, at };
  if (isBlock(style)) {
    const first = raw.indexOf("\n") + 1;
    return { kind: "scalar", value, body: raw.slice(first), offset: at.start + first, at };
  }
  if (style === "PLAIN") return { kind: "scalar", value, body: raw, offset: at.start, at };
  return { kind: "scalar", value, body: value, offset: raw.slice(1, -1) === value ? at.start + 1 : null, at };
}

function isBlock(style: string | undefined): boolean {
  return style === "BLOCK_LITERAL" || style === "BLOCK_FOLDED";
}

/** A part of a scalar's body; the whole scalar where escapes hide where it stands. */
export function within(node: YamlScalar, from: number, to: number): Span {
  if (node.offset === null) return node.at;
  return { source: node.at.source, start: node.offset + from, end: node.offset + to };
}

/** Line and column, from 1. */
export function positionOf(source: Source, offset: number): { line: number; column: number } {
  return positionIn(source.lines, offset);
}

function positionIn(lines: readonly number[], offset: number): { line: number; column: number } {
  let [low, high] = [0, lines.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((lines[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (lines[low] ?? 0) + 1 };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

/** Marks that the lexer puts between what it cut out of the text. */
const MARKS = new Set(["\u0002", "\u0018", "\u001f"]);
const SCALAR_FOLLOWS = "\u001f";

function commentsOf(source: Source): Comment[] {
  const comments: Comment[] = [];
  let [offset, previous] = [0, ""];
  for (const token of new Lexer().lex(source.text)) {
    if (token.startsWith("#") && previous !== SCALAR_FOLLOWS) {
      const { line, column } = positionOf(source, offset);
      const before = source.text.slice(offset - column + 1, offset);
      const at = { source, start: offset, end: offset + token.length };
      comments.push({ text: token, line, alone: before.trim() === "", at });
    }
    if (!MARKS.has(token)) offset += token.length;
    previous = token;
  }
  return comments;
}
