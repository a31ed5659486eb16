/** What a part of a pattern begins with; `open` while nothing but these texts was met. */
type Beginning = { texts: string[]; open: boolean };

const ATOM = /\(\?(?:<[=!]|[=!])|\((?:\?:)?|\\b|\\[dDwWsSpPkc]|\\.|\[|[.^$]|[^\\]/sy;
const COUNT = /[?*+]|\{(\d+)/y;

/**
 * The literals with which a pattern can begin, one for each way through its choices; empty texts where it begins with
 * a class. For patterns whose groups are unnamed; look-arounds say nothing.
 */
export function beginnings(source: string): string[] {
  return choice(source).texts;
}

function choice(source: string): Beginning {
  const options = alternatives(source).map(sequence);
  return { texts: options.flatMap(({ texts }) => texts), open: options.every(({ open }) => open) };
}

function sequence(source: string): Beginning {
  let all: Beginning = { texts: [""], open: true };
  for (let at = 0; at < source.length && all.open; ) {
    ATOM.lastIndex = at;
    const atom = ATOM.exec(source)?.[0] ?? "";
    const isGroup = atom.startsWith("(");
    const end = isGroup ? closing(source, at) + 1 : at + atom.length;
    const inside = isGroup ? source.slice(at + atom.length, end - 1) : "";
    at = end;
    if (/^\(\?(?:<[=!]|[=!])|^\\b$/.test(atom)) continue;
    COUNT.lastIndex = at;
    const count = COUNT.exec(source);
    if (count !== null && (count[0] === "?" || count[0] === "*" || count[1] === "0"))
      return { ...all, open: false };
    const part = isGroup ? choice(inside) : literal(atom);
    all = {
      texts: all.texts.flatMap((before) => part.texts.map((text) => before + text)),
      open: part.open && count === null,
    };
  }
  return all;
}

function literal(atom: string): Beginning {
  const isClass = /^(?:\\[dDwWsSpPkc]|[[.^$])$/.test(atom);
  return isClass ? { texts: [""], open: false } : { texts: [atom.replace("\\", "")], open: true };
}

function alternatives(source: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < source.length; at++) {
    if (source[at] === "\\") at++;
    else if (source[at] === "[") at = closing(source, at);
    else if (source[at] === "(") at = closing(source, at);
    else if (source[at] === "|") {
      parts.push(source.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, source.slice(from)];
}

/** Where the class or group that begins here ends. */
function closing(source: string, start: number): number {
  let depth = 0;
  let inClass = false;
  for (let at = start; at < source.length; at++) {
    const sign = source[at];
    if (sign === "\\") at++;
    else if (inClass) inClass = sign !== "]";
    else if (sign === "[") inClass = true;
    else if (sign === "(") depth++;
    else if (sign === ")") depth--;
    if (!inClass && depth === 0 && at > start) return at;
    if (!inClass && depth === 0 && at === start && sign !== "(") return at;
  }
  return source.length - 1;
}
