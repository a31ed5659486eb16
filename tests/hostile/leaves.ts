import { HOSTILE_WORDS } from "./words.ts";

/** What becomes of every value of a file that an agent or the product wrote. */
export type Change = (value: unknown, key: string | null) => unknown;

const LONG = 20_000;

/** A file's values, changed one after the other all through it. */
export const CHANGES: Readonly<Record<string, Change>> = {
  ...Object.fromEntries(
    [
      ...["the prototype's name", "an element that runs", "line ends of all kinds"],
      ...["half a surrogate pair", "terminal escapes", "an address of mail, many times", "nothing at all"],
    ].map((what) => [`texts that are ${what}`, texts(() => HOSTILE_WORDS[what] ?? "")]),
  ),
  "texts of 5,000 characters": texts((text) => text.padEnd(5_000, "x ")),
  "texts that are numbers": texts(() => 1e21),
  "times of another calendar": texts((text) =>
    /^\d{4}-\d\d-\d\dT/.test(text) ? "9999-12-31T23:59:59-23:59" : text,
  ),
  "the largest numbers": numbers(() => Number.MAX_VALUE),
  "numbers below zero": numbers((number) => -1 - number),
  "numbers between": numbers((number) => number + 0.5),
  "numbers that are texts": numbers(String),
  "no numbers": numbers(() => null),
  // Lists within lists would be ten thousand times as long, and theirs a million times.
  "lists a hundred times as long": lists((list) =>
    JSON.stringify(list).length > LONG ? list : Array.from({ length: 100 }, () => list).flat(),
  ),
  "lists that are objects": lists((list) => ({ ...list })),
  "lists within lists": lists((list) => [list]),
};

/** @returns the value with every value in it changed, the innermost first */
export function changed(value: unknown, change: Change, key: string | null = null): unknown {
  if (Array.isArray(value))
    return change(
      value.map((item) => changed(item, change)),
      key,
    );
  if (typeof value !== "object" || value === null) return change(value, key);
  return change(
    Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, changed(inner, change, name)])),
    key,
  );
}

function texts(put: (text: string) => unknown): Change {
  // What kind of line it is stays, or nobody would look at the rest.
  return (value, key) => (typeof value === "string" && key !== "type" ? put(value) : value);
}

function numbers(put: (number: number) => unknown): Change {
  return (value) => (typeof value === "number" ? put(value) : value);
}

function lists(put: (list: unknown[]) => unknown): Change {
  return (value) => (Array.isArray(value) ? put(value) : value);
}
