/** Orders that depend on nothing but what is compared: text by code units, so that every machine sorts alike. */

export function compare<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function compareText(a: unknown, b: unknown): number {
  return compare(JSON.stringify(a), JSON.stringify(b));
}

/** The greater of two by an order; the first where they are equal. */
export function greater<T>(a: T, b: T, order: (x: T, y: T) => number): T {
  return a === b || order(a, b) >= 0 ? a : b;
}
