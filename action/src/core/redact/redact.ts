import { bounded } from "#core/redact/bounded.ts";
import { encodedSecrets } from "#core/redact/encoded.ts";
import { inPlace, inUnits } from "#core/redact/find.ts";
import { KINDS } from "#core/redact/kinds.ts";
import { privateKeys } from "#core/redact/private-keys.ts";
import { plainText, unveil } from "#core/redact/veil.ts";
import { preFilter } from "#core/text/prefilter.ts";

export type RedactOptions = {
  /** E-mail addresses; on unless turned off. */
  email?: boolean;
  /** Payment cards (Luhn), telephone numbers and IP addresses: off unless asked for. */
  card?: boolean;
  phone?: boolean;
  ip?: boolean;
};

export type Redacted = {
  /** As many lines as before; each secret became `[redacted:<kind>]`. */
  text: string;
  /** How many of each kind: `{ github_token: 1 }`. */
  counts: Record<string, number>;
};

const HINTS = KINDS.flatMap(({ hints }, row) => hints.map((hint) => ({ hint, row })));
const FILTER = preFilter(HINTS.map(({ hint }) => hint));
/** The rows to try in a state of the filter. */
const ROWS = FILTER.hits.map((ids) => ids.map((id) => HINTS[id]?.row ?? 0));
/** Base64 in Base64 is looked into, and no deeper. */
const DEEPEST = 2;
const MOST_ROUNDS = 6;

/** Redacted, and at most so long afterwards: a replacement may be longer than what it stands for. */
export function redactWithin(text: string, most: number, options: RedactOptions = {}): Redacted {
  const redacted = redact(text, options);
  return { ...redacted, text: bounded(redacted.text, most) };
}

/** Takes secrets out of a text of one or many lines. Give lines that belong together in one call: keys span lines. */
export function redact(text: string, options: RedactOptions = {}): Redacted {
  const counts: Record<string, number> = {};
  let clean = text;
  // What is taken out may uncover what stood beside it, so a text is done when nothing more is found.
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const once = redactAt(0, clean, options);
    if (once.text === clean) break;
    clean = once.text;
    for (const [kind, count] of Object.entries(once.counts)) counts[kind] = (counts[kind] ?? 0) + count;
  }
  return { text: clean, counts };
}

function redactAt(depth: number, original: string, options: RedactOptions): Redacted {
  const rows = rowsFor(options);
  const counts: Record<string, number> = {};
  const keys = privateKeys();
  const text = withoutEncoded(depth, original, counts);

  /** Redacted as it reads without its disguise; what is no secret keeps it. */
  function behindVeil(raw: string): string {
    const read = plainText(raw);
    if (keys.concerns(read)) {
      const line = keys.line(read);
      if (line !== read) return line;
    }
    if (read === raw) return raw;
    const due = dueOn(read, rows);
    return due.length === 0 || inPlace(read, due, {}) === read ? raw : inUnits(unveil(raw), due, counts);
  }

  let clean = "";
  let copied = 0;
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    const raw = text.slice(start, end);
    const bare = behindVeil(raw);
    const line = inPlace(bare, dueOn(bare, rows), counts);
    if (line !== raw) {
      clean += text.slice(copied, start) + line;
      copied = end;
    }
    start = end + 1;
  }
  if (keys.count() > 0) counts.private_key = (counts.private_key ?? 0) + keys.count();
  return { text: copied === 0 ? text : clean + text.slice(copied), counts };
}

/** Base64 that holds a secret is taken out as a whole, of whatever kind the first secret in it is. */
function withoutEncoded(depth: number, text: string, counts: Record<string, number>): string {
  if (depth >= DEEPEST) return text;
  const found = encodedSecrets(
    text,
    (decoded) => Object.keys(redactAt(depth + 1, decoded, { email: false }).counts)[0] ?? null,
  );
  let clean = "";
  let copied = 0;
  for (const { start, end, kind } of found) {
    counts[kind] = (counts[kind] ?? 0) + 1;
    clean += `${text.slice(copied, start)}[redacted:${kind}]`;
    copied = end;
  }
  return copied === 0 ? text : clean + text.slice(copied);
}

type Rows = { isOn: readonly boolean[]; always: readonly number[] };

const ROWS_FOR = new Map<string, Rows>();

/** The rows that the options ask for; there are few kinds of options and many texts. */
function rowsFor({ email = true, card = false, phone = false, ip = false }: RedactOptions): Rows {
  const asked = { email, card, phone, ip };
  const key = Object.values(asked).join();
  const known = ROWS_FOR.get(key);
  if (known !== undefined) return known;
  const isOn = KINDS.map(({ option }) => option === null || asked[option]);
  const rows = {
    isOn,
    always: KINDS.flatMap(({ hints }, row) => (hints.length === 0 && isOn[row] ? [row] : [])),
  };
  ROWS_FOR.set(key, rows);
  return rows;
}

/** The rows whose hints stand on the line, in order. */
function dueOn(line: string, { isOn, always }: Rows): readonly number[] {
  const { next, classOf, firstHit, width } = FILTER;
  let state = 0;
  let due: Set<number> | null = null;
  for (let index = 0; index < line.length; index++) {
    const code = line.charCodeAt(index);
    state = next[state + (code < 128 ? (classOf[code] as number) : 0)] as number;
    if (state < firstHit) continue;
    due ??= new Set(always);
    for (const row of ROWS[state / width] as readonly number[]) if (isOn[row]) due.add(row);
  }
  return due === null ? always : [...due].sort((a, b) => a - b);
}
