/**
 * Reading of JSON that strangers wrote: every field is what it should be, or null. Nothing here throws, and no field
 * is looked up on a prototype.
 */
export type LooseObject = { readonly [key: string]: unknown };

/** Above this a number of tokens, turns or bytes is a forgery or a fault. */
const MOST = 1e12;
const NOTHING: LooseObject = Object.freeze(Object.create(null) as LooseObject);

/** The parsed object, or null for anything else: broken text, a list, a word. */
export function parseObject(text: string): LooseObject | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

export function isObject(value: unknown): value is LooseObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The object behind a key; an empty one where there is none, so that paths can be walked. */
export function objectAt(from: LooseObject, key: string): LooseObject {
  const value = at(from, key);
  return isObject(value) ? value : NOTHING;
}

/** The list behind a key; an empty one where there is none. */
export function listAt(from: LooseObject, key: string): readonly unknown[] {
  const value = at(from, key);
  return Array.isArray(value) ? value : [];
}

/** The objects of a list; what else stands in it is left out. */
export function objectsAt(from: LooseObject, key: string): readonly LooseObject[] {
  return listAt(from, key).filter(isObject);
}

/** A text with something in it. Not redacted and not cut. */
export function textAt(from: LooseObject, key: string): string | null {
  const value = at(from, key);
  return typeof value === "string" && value !== "" ? value : null;
}

/** A whole number from 0 to 10¹²; numbers written as text count, because telemetry has both. */
export function countAt(from: LooseObject, key: string): number | null {
  const value = amountAt(from, key);
  return value !== null && Number.isInteger(value) ? value : null;
}

/** A number from 0 to 10¹²: milliseconds, dollars. */
export function amountAt(from: LooseObject, key: string): number | null {
  const value = at(from, key);
  const number = typeof value === "string" && /^\d{1,13}(?:\.\d{1,12})?$/.test(value) ? Number(value) : value;
  return typeof number === "number" && number >= 0 && number <= MOST ? number : null;
}

/** True or false, also as text; null for anything else. */
export function flagAt(from: LooseObject, key: string): boolean | null {
  const value = at(from, key);
  return typeof value === "boolean" ? value : value === "true" ? true : value === "false" ? false : null;
}

/** Milliseconds since 1970 of an ISO time, or of a number of milliseconds; null for what is no time of our days. */
export function millisecondsAt(from: LooseObject, key: string): number | null {
  const value = at(from, key);
  const milliseconds = typeof value === "string" ? Date.parse(value) : value;
  return typeof milliseconds === "number" ? timeOfOurDays(milliseconds) : null;
}

/** Milliseconds since 1970 that can be the time of a piece of work; null for others. */
export function timeOfOurDays(milliseconds: number): number | null {
  return milliseconds >= FIRST && milliseconds < LAST ? milliseconds : null;
}

/** Times before the agents were, or after all of us, come from broken clocks and zero values. */
const FIRST = Date.UTC(2000, 0, 1);
const LAST = Date.UTC(2100, 0, 1);

function at(from: LooseObject, key: string): unknown {
  return Object.hasOwn(from, key) ? from[key] : undefined;
}
