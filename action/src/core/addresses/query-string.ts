import { percentEncoded } from "#core/text/percent-encoded.ts";
import { toUtc, type Utc } from "#core/time.ts";

/** The grammar of values in our addresses: comma lists, `!` for "not", UTC instants, whole seconds. */

/** What matches has one of `include` (anything, if empty) and none of `exclude`. */
export type Choice = { include: readonly string[]; exclude: readonly string[] };

/** `name` and raw value of each parameter, in order, undecoded. */
export function parameters(search: string): [string, string][] {
  return search
    .replace(/^\?/, "")
    .split("&")
    .filter((part) => part !== "")
    .map((part) => {
      const at = part.indexOf("=");
      return at < 0 ? [part, ""] : [part.slice(0, at), part.slice(at + 1)];
    });
}

export function readChoice(raw: string): Choice {
  const values = raw.split(",").filter((value) => value !== "" && value !== "!");
  return {
    include: values.filter((value) => !value.startsWith("!")).map(decode),
    exclude: values.filter((value) => value.startsWith("!")).map((value) => decode(value.slice(1))),
  };
}

export function writeChoice({ include, exclude }: Choice): string {
  return [...include.map(encode), ...exclude.map((value) => `!${encode(value)}`)].join(",");
}

export function readList(raw: string): string[] {
  return raw.split(",").filter(Boolean).map(decode);
}

export function writeList(values: readonly string[]): string {
  return values.map(encode).join(",");
}

/** `2026-11-01` or `2026-11-01T14:05`, in UTC; null for anything else. */
export function readInstant(raw: string): Utc | null {
  const text = decode(raw);
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return toUtc(`${text}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text) ? toUtc(`${text}:00Z`) : null;
}

/** Minutes are as fine as addresses get. */
export function writeInstant(utc: Utc): string {
  return utc.endsWith("T00:00:00Z") ? utc.slice(0, 10) : utc.slice(0, 16);
}

/** Whole seconds; null for anything else. */
export function readSeconds(raw: string): number | null {
  return /^\d{1,8}$/.test(raw) ? Number(raw) : null;
}

/** A comma separates and a leading `!` negates, so that both are encoded inside a value. */
export function encode(text: string): string {
  return percentEncoded(text).replaceAll("!", "%21").replaceAll("%2F", "/");
}

/** A broken escape is text like any other. */
export function decode(raw: string): string {
  try {
    return decodeURIComponent(raw.replaceAll("+", " "));
  } catch {
    return raw;
  }
}
