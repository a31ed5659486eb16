/** A shorter run of Base64 holds fewer than 18 characters: no secret with the name that gives it away. */
const LEAST_CHARACTERS = 24;
/** So many characters tell text from bytes: one in ten thousand random runs passes for text. */
const SAMPLE = 16;
/** Nobody wraps Base64 at more. */
const WIDEST = 128;
/** What may stand in front of a line of wrapped Base64: indentation, a time, a bar. */
const FRONT = /\r?\n\uFEFF?[ \t]{0,40}(?:\S{1,60}[ \t]{1,40}){0,2}/y;
const LAST_LINE =
  /\r?\n\uFEFF?[ \t]{0,40}(?:\S{1,60}[ \t]{1,40}){0,2}(?<body>[A-Za-z0-9+/]{1,23}={0,2})(?=\r?\n|$)/y;

/** Every pattern here, for the check that none can be made to run long. */
export const ENCODED_PATTERNS: readonly RegExp[] = [FRONT, LAST_LINE];

export type Run = { start: number; end: number };

/**
 * The stretches of Base64 that hold a text with a secret: on one line, or wrapped over some as `base64` does.
 *
 * @param kindIn which kind of secret a text holds, if any
 */
export function encodedSecrets(
  text: string,
  kindIn: (decoded: string) => string | null,
): (Run & { kind: string })[] {
  return blocksOf(text, runsOf(text)).flatMap((runs) => {
    const decoded = decode(runs.map(({ start, end }) => text.slice(start, end)).join(""));
    const kind = decoded === null ? null : kindIn(decoded);
    return kind === null ? [] : runs.map((run) => ({ ...run, kind }));
  });
}

/** Looks at every 24th character only: where one is no Base64, no run that holds it is long enough. */
function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  let from = 0;
  let probe = LEAST_CHARACTERS - 1;
  while (probe < text.length) {
    let start = probe;
    while (start >= from && isBase64(text.charCodeAt(start))) start--;
    start++;
    let end = probe;
    if (start <= probe) while (end < text.length && isBase64(text.charCodeAt(end))) end++;
    if (end - start >= LEAST_CHARACTERS) {
      while (text[end] === "=") end++;
      runs.push({ start, end });
    }
    from = Math.max(end, probe) + (start <= probe ? 0 : 1);
    probe = from + LEAST_CHARACTERS - 1;
  }
  return runs;
}

/** Runs of one length that go on from line to line belong together, with a shorter one in the end. */
function blocksOf(text: string, runs: readonly Run[]): Run[][] {
  const blocks: Run[][] = [];
  for (const run of runs) {
    const block = blocks.at(-1);
    if (block !== undefined && goesOn(text, block, run)) block.push(run);
    else blocks.push([run]);
  }
  for (const block of blocks) {
    LAST_LINE.lastIndex = block.at(-1)?.end ?? 0;
    const body = block.length > 1 ? LAST_LINE.exec(text)?.groups?.body : undefined;
    if (body !== undefined)
      block.push({ start: LAST_LINE.lastIndex - body.length, end: LAST_LINE.lastIndex });
  }
  return blocks;
}

function goesOn(text: string, block: readonly Run[], run: Run): boolean {
  const [first, last] = [block[0], block.at(-1)];
  if (first === undefined || last === undefined) return false;
  const [width, previous, length] = [first, last, run].map(({ start, end }) => end - start);
  if (width === undefined || width > WIDEST || width !== previous || (length ?? 0) > width) return false;
  FRONT.lastIndex = last.end;
  return FRONT.test(text) && FRONT.lastIndex === run.start;
}

/** The text that a run stands for; null where it is no text. It need not begin where a group of four does. */
function decode(run: string): string | null {
  for (let offset = 0; offset < 4; offset++) if (isTextAt(run, offset)) return bytesOf(run.slice(offset));
  return null;
}

function bytesOf(run: string): string {
  const digits = run.replaceAll("-", "+").replaceAll("_", "/").replaceAll("=", "");
  return atob(digits.length % 4 === 1 ? digits.slice(0, -1) : digits);
}

/** Whether the first groups from here are letters, signs and white space. */
function isTextAt(run: string, offset: number): boolean {
  for (let at = offset; at + 4 <= offset + SAMPLE; at += 4) {
    const bits =
      (valueAt(run, at) << 18) |
      (valueAt(run, at + 1) << 12) |
      (valueAt(run, at + 2) << 6) |
      valueAt(run, at + 3);
    if (!isWritten(bits >> 16) || !isWritten((bits >> 8) & 255) || !isWritten(bits & 255)) return false;
  }
  return true;
}

const isWritten = (code: number) => (code >= 32 && code < 127) || code === 9 || code === 10 || code === 13;

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
/** 64: no digit of Base64. */
const VALUES = new Uint8Array(128).fill(64);
for (const [value, digit] of [...DIGITS].entries()) VALUES[digit.charCodeAt(0)] = value;
for (const [digit, same] of [
  ["-", "+"],
  ["_", "/"],
] as const)
  VALUES[digit.charCodeAt(0)] = VALUES[same.charCodeAt(0)] as number;

const valueAt = (text: string, index: number) => VALUES[text.charCodeAt(index)] as number;
const isBase64 = (code: number) => code < 128 && VALUES[code] !== 64;
