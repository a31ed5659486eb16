import type { Attributes } from "#core/telemetry/otlp/records.ts";

/** Above this a number of tokens or milliseconds is a forgery or a fault. */
const MOST = 1e12;

/** The first of the names that holds a text: conventions renamed most attributes, some twice. */
export function textOf(attributes: Attributes, names: readonly string[]): string | null {
  for (const name of names) {
    const value = attributes.get(name);
    if (typeof value === "string" && value !== "") return value;
    if (typeof value === "number") return String(value);
  }
  return null;
}

/** The first that holds a number of at least 0; Codex and older Claude Code write numbers as text. */
export function amountOf(attributes: Attributes, names: readonly string[]): number | null {
  for (const name of names) {
    const value = attributes.get(name);
    const number =
      typeof value === "string" && /^\d{1,15}(?:\.\d{1,15})?$/.test(value) ? Number(value) : value;
    if (typeof number === "number" && number >= 0 && number <= MOST) return number;
  }
  return null;
}

/** The first that holds a number, below 0 too: a score may be one. */
export function figureOf(attributes: Attributes, names: readonly string[]): number | null {
  const below = names.map((name) => attributes.get(name)).find((value) => Number(value) < 0);
  if (typeof below === "string" && !/^-\d{1,15}(?:\.\d{1,15})?$/.test(below)) return null;
  if (below === undefined || typeof below === "object") return amountOf(attributes, names);
  return Number(below) >= -MOST ? Number(below) : null;
}

export function countOf(attributes: Attributes, names: readonly string[]): number | null {
  const amount = amountOf(attributes, names);
  return amount === null ? null : Math.round(amount);
}

export function flagOf(attributes: Attributes, names: readonly string[]): boolean | null {
  for (const name of names) {
    const value = attributes.get(name);
    if (typeof value === "boolean") return value;
    if (value === "true" || value === "false") return value === "true";
  }
  return null;
}
