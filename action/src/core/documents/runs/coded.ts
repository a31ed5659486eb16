/** Each row's value, as a position in the list of different values; -1 where it is not there yet. */
export type Coded<Value> = { values: Value[]; codes: Int32Array };

/** Numbers values in the order they first come. */
export type Dictionary<Value> = { values: Value[]; code(value: Value): number };

/** @param keyOf the same text for the same value */
export function dictionary<Value>(keyOf: (value: Value) => string): Dictionary<Value> {
  const values: Value[] = [];
  const known = new Map<string, number>();
  return {
    values,
    code(value) {
      const key = keyOf(value);
      const code = known.get(key) ?? values.push(value) - 1;
      known.set(key, code);
      return code;
    },
  };
}

/** Tells the text "null" from no text. */
export function textKey(text: string | null): string {
  return text === null ? "" : `=${text}`;
}

/** A row's value; undefined where it is not there yet. */
export function valueAt<Value>(column: Coded<Value>, row: number): Value | undefined {
  return column.values[column.codes[row] ?? -1];
}
