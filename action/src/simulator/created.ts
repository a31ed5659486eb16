/** Inclusive bounds in epoch milliseconds. */
export type Range = { from: number; to: number };

const DATE = String.raw`\d{4}-\d\d-\d\d`;
const MOMENT = new RegExp(`^${DATE}(T\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?(Z|[+-]\\d\\d:?\\d\\d)?)?$`);
const SECOND = 1000;
const DAY = 86_400 * SECOND;

/**
 * The search syntax for dates, as `created=` takes it: `2026-01-01`, `>=2026-01-01T10:00:00Z`, `A..B`, `A..*`,
 * `*..B`. A date means its whole UTC day, a time its whole second. Null for anything else.
 */
export function parseCreated(text: string): Range | null {
  const bounds = text.split("..");
  if (bounds.length === 2) {
    const from = bounds[0] === "*" ? EVER : moment(bounds[0] ?? "");
    const to = bounds[1] === "*" ? EVER : moment(bounds[1] ?? "");
    return from && to && { from: from.from, to: to.to };
  }
  const [, operator = "", rest = ""] = /^(>=|<=|>|<)?(.*)$/.exec(text) ?? [];
  const at = moment(rest);
  if (at === null) return null;
  if (operator === ">=") return { from: at.from, to: EVER.to };
  if (operator === ">") return { from: at.to + 1, to: EVER.to };
  if (operator === "<=") return { from: EVER.from, to: at.to };
  if (operator === "<") return { from: EVER.from, to: at.from - 1 };
  return at;
}

const EVER: Range = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };

function moment(text: string): Range | null {
  const match = MOMENT.exec(text);
  if (match === null) return null;
  const [, time, , , zone] = match;
  const from = Date.parse(time !== undefined && zone === undefined ? `${text}Z` : text);
  if (Number.isNaN(from)) return null;
  return { from, to: from + (time === undefined ? DAY : SECOND) - 1 };
}
