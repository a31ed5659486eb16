/** A pattern taken apart, as far as attacks on it need: what may follow what, and what repeats. */
export type PatternTree =
  | { type: "characters"; samples: readonly string[] }
  | { type: "nothing" }
  | { type: "sequence"; parts: readonly PatternTree[] }
  | { type: "choice"; options: readonly PatternTree[] }
  | { type: "repeat"; part: PatternTree; least: number; most: number };

const CANDIDATES = [..."a0A _-./:=@\"'\\,;<>()[]{}%+#|&?!*$^~`\t\r\n\x1b", "é", "\u0000"];
const CLASS = /\[\^?(?:\\[\s\S]|[^\]\\])*\]/y;
const ESCAPE =
  /\\(?:x[0-9A-Fa-f]{2}|u\{[0-9A-Fa-f]+\}|u[0-9A-Fa-f]{4}|[pP]\{[^}]*\}|k<[^>]*>|c[A-Za-z]|\d+|[\s\S])/y;
const GROUP = /\((?:\?(?:<[=!]|[=!:]|<[^>]*>|[a-z]*(?:-[a-z]+)?:))?/y;
const COUNT = /(?:[*+?]|\{(\d+)(?:(,)(\d*))?\})\??/y;

export function patternTree({ source, flags }: RegExp): PatternTree {
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
    const [text, low, comma, high] = count;
    const least = low === undefined ? (text.startsWith("+") ? 1 : 0) : Number(low);
    const open = text.startsWith("?") ? 1 : Number.POSITIVE_INFINITY;
    const most =
      low === undefined ? open : comma === undefined ? least : high ? Number(high) : Number.POSITIVE_INFINITY;
    return { type: "repeat", part, least, most };
  }

  function atom(): PatternTree {
    const group = take(GROUP);
    if (group) {
      const inside = choice();
      at++;
      return /^\(\?(?:<?!|=)/.test(group[0]) ? { type: "nothing" } : inside;
    }
    const characters = take(CLASS)?.[0] ?? take(ESCAPE)?.[0] ?? source[at++] ?? "";
    if (/^(?:[$^]|\\[bBk1-9])/.test(characters)) return { type: "nothing" };
    return { type: "characters", samples: samplesOf(characters, flags) };
  }

  return choice();
}

/** Some of the characters that an atom takes: of a letter itself, of a class one of each sort. */
function samplesOf(atom: string, flags: string): string[] {
  const literal = atom.length === 1 && atom !== "." ? [atom] : [];
  const own = /^\[\^/.test(atom) ? [] : atom.replaceAll(/\\[\s\S]|[[\]-]/g, "");
  const shape = new RegExp(`^(?:${atom})$`, flags.replaceAll(/[gy]/g, ""));
  const taken = [...literal, ...CANDIDATES, ...own].filter((candidate) => shape.test(candidate));
  return taken.length > 0 ? taken.slice(0, 6) : ["x"];
}
