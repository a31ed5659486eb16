import { looksRandom } from "#core/redact/randomness.ts";

const BEGIN_OR_END = "-----";
const ONE_LINE =
  /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----(?:[^\n]*?-----END [A-Z0-9 ]{0,40}-----|[^\n]*)/g;
const PUBLIC_BEGIN = /-----BEGIN (?![A-Z0-9 ]{0,40}PRIVATE KEY)[A-Z0-9 ]{1,40}-----/;
const END = /^[^\n]*?-----END [A-Z0-9 ]{0,40}-----/;
/** Indentation, a timestamp, a service's name and a bar, a quote: what may stand in front of a key's line. */
const FRONT = "(?<front>\\uFEFF?[ \\t]{0,40}(?:\\S{1,80}[ \\t]{1,8}){0,3}[\"'+]?)";
const BODY = new RegExp(
  `^${FRONT}(?<body>[A-Za-z0-9+/]{64}(?:[A-Za-z0-9+/]{6})?)(?<rest>(?:\\\\n)?["',+]{0,3}\\s{0,3})$`,
);
const LAST_BODY =
  /^(?<front>\uFEFF?(?:\[?\d{4}-\d\d-\d\d[T ]\S{1,30}[ \t]{1,3})?[ \t]{0,40}["'+]?)(?<body>[A-Za-z0-9+/=]{1,76})(?<rest>(?:\\n)?["',+]{0,3}\s{0,3})$/;
const HEADER = /(?:Proc-Type|DEK-Info|Comment|Version): |^\S{0,60}\s{0,3}$/;
/** Every pattern here, for the check that none can be made to run long. */
export const KEY_PATTERNS: readonly RegExp[] = [ONE_LINE, PUBLIC_BEGIN, END, BODY, LAST_BODY, HEADER];
const REPLACEMENT = "[redacted:private_key]";

/**
 * Private keys span lines, and an excerpt may begin or end within one. Give the lines in order; each comes back
 * without its part of a key. Lines of a certificate or public key are left alone.
 */
export function privateKeys() {
  let inside: "private" | "public" | null = null;
  let count = 0;

  function within(line: string): string {
    const end = END.exec(line);
    if (end) {
      inside = null;
      return REPLACEMENT + line.slice(end[0].length);
    }
    const body = BODY.exec(line) ?? LAST_BODY.exec(line);
    if (body?.groups) return body.groups.front + REPLACEMENT + body.groups.rest;
    if (!HEADER.test(line)) inside = null;
    return line;
  }

  return {
    /** Whether the line has to be given; cheap. */
    concerns: (line: string): boolean =>
      inside !== null || line.includes(BEGIN_OR_END) || (endsLikeBody(line) && isBody(line)),
    line(line: string): string {
      if (inside === "public") {
        if (END.test(line)) inside = null;
        return line;
      }
      if (inside === "private") return within(line);
      if (PUBLIC_BEGIN.test(line)) {
        inside = /-----END /.test(line) ? null : "public";
        return line;
      }
      if (isBody(line)) {
        inside = "private";
        count++;
        return within(line);
      }
      return line.replace(ONE_LINE, (key) => {
        count++;
        if (!key.includes("-----END ")) inside = "private";
        return REPLACEMENT;
      });
    },
    count: () => count,
  };
}

/** Most lines end in a short word: looking back from the end tells them apart at once. */
function endsLikeBody(line: string): boolean {
  let index = line.length - 1;
  while (index >= 0 && index > line.length - 8 && !isBase64(line.charCodeAt(index))) index--;
  let run = 0;
  while (index >= 0 && run <= 70 && isBase64(line.charCodeAt(index))) {
    run++;
    index--;
  }
  return run === 64 || run === 70;
}

function isBody(line: string): boolean {
  const body = BODY.exec(line)?.groups?.body ?? "";
  return /[A-Z]/.test(body) && /[a-z]/.test(body) && /\d/.test(body) && looksRandom(body);
}

function isBase64(code: number): boolean {
  return (
    (code >= 47 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 43
  );
}
