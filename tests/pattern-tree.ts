/** A pattern taken apart: what may follow what, what repeats, what is looked at without being taken. */
export type PatternTree =
  | { type: "characters"; atom: string; samples: readonly string[] }
  | { type: "assertion"; kind: "^" | "$" | "\\b" | "\\B" }
  | { type: "look"; part: PatternTree; behind: boolean; negative: boolean }
  | { type: "group"; part: PatternTree; index: number }
  | { type: "reference"; to: number | string }
  | { type: "sequence"; parts: readonly PatternTree[] }
  | { type: "choice"; options: readonly PatternTree[] }
  | { type: "repeat"; part: PatternTree; least: number; most: number; lazy: boolean };

export type TakenApart = { tree: PatternTree; names: ReadonlyMap<string, number> };

const CANDIDATES = [..."a0A _-./:=@\"'\\,;<>()[]{}%+#|&?!*$^~`\t\r\n\x1b", "é", "\u0000"];
const CLASS = /\[\^?(?:\\[\s\S]|[^\]\\])*\]/y;
const ESCAPE =
  /\\(?:x[0-9A-Fa-f]{2}|u\{[0-9A-Fa-f]+\}|u[0-9A-Fa-f]{4}|[pP]\{[^}]*\}|k<[^>]*>|c[A-Za-z]|[1-9]\d*|[\s\S])/y;
const GROUP = /\((?:\?(?:<[=!]|[=!:]|<([^>=!][^>]*)>))?/y;
const COUNT = /(?:[*+?]|\{(\d+)(?:(,)(\d*))?\})(\?)?/y;

export function patternTree({ source, flags }: RegExp): TakenApart {
  const names = new Map<string, number>();
  let groups = 0;
  let at = 0;

  const take = (shape: RegExp): RegExpExecArray | null => {
    shape.lastIndex = at;
    const found = shape.exec(source);
    if (found) at += found[0].length;
    return found;
  };

  function choice(): PatternTree {
    const options = [sequence()];
    while (source[at] === "|") {
      at++;
      options.push(sequence());
    }
    return options.length === 1 && options[0] ? options[0] : { type: "choice", options };
  }

  function sequence(): PatternTree {
    const parts: PatternTree[] = [];
    while (at < source.length && source[at] !== "|" && source[at] !== ")") parts.push(counted(atom()));
    return { type: "sequence", parts };
  }

  function counted(part: PatternTree): PatternTree {
    const count = take(COUNT);
    if (!count) return part;
    const [text, low, comma, high, lazy] = count;
    const least = low === undefined ? (text.startsWith("+") ? 1 : 0) : Number(low);
    const open = text.startsWith("?") ? 1 : Number.POSITIVE_INFINITY;
    const most =
      low === undefined ? open : comma === undefined ? least : high ? Number(high) : Number.POSITIVE_INFINITY;
    return { type: "repeat", part, least, most, lazy: lazy !== undefined };
  }

  function group([opening, name]: RegExpExecArray): PatternTree {
    if (/\(\?[^<:=!]/.test(opening)) throw new SyntaxError(`not understood: ${opening}`);
    const index = opening === "(" || name !== undefined ? ++groups : null;
    if (index !== null && name !== undefined) names.set(name, index);
    const part = choice();
    at++;
    if (index !== null) return { type: "group", part, index };
    if (opening === "(?:") return part;
    return { type: "look", part, behind: opening.includes("<"), negative: opening.endsWith("!") };
  }

  function atom(): PatternTree {
    const opening = take(GROUP);
    if (opening) return group(opening);
    const taken = take(CLASS)?.[0] ?? take(ESCAPE)?.[0] ?? source[at++] ?? "";
    if (taken === "^" || taken === "$" || taken === "\\b" || taken === "\\B")
      return { type: "assertion", kind: taken };
    const reference = /^\\(?:k<(.*)>|([1-9]\d*))$/.exec(taken);
    if (reference) return { type: "reference", to: reference[1] ?? Number(reference[2]) };
    return { type: "characters", atom: taken, samples: samplesOf(taken, flags) };
  }

  return { tree: choice(), names };
}

/** Some of the characters that an atom takes: of a letter itself, of a class one of each sort. */
function samplesOf(atom: string, flags: string): string[] {
  const literal = atom.length === 1 && atom !== "." ? [atom] : [];
  const own = /^\[\^/.test(atom) ? [] : atom.replaceAll(/\\[\s\S]|[[\]-]/g, "");
  const shape = new RegExp(`^(?:${atom})$`, flags.replaceAll(/[gy]/g, ""));
  const taken = [...literal, ...CANDIDATES, ...own].filter((candidate) => shape.test(candidate));
  return taken.length > 0 ? taken.slice(0, 6) : ["x"];
}
