/**
 * The bytes of a stored file: one top-level key a line, one record a line, keys in the order the value has them
 * (a value parsed by its schema has them in schema order), a newline at the end. The same facts give the same
 * bytes, and a git diff reads as "these runs arrived".
 */
export function canonicalText(envelope: object): string {
  return envelopeText(Object.entries(envelope).map(([key, value]) => [key, fieldText(value)]));
}

/** The same for a shard whose records are texts already, each of one line. */
export function shardText(envelope: object, list: string, lines: readonly string[]): string {
  const fields = Object.entries(envelope).map(([key, value]) => [key, fieldText(value)] as const);
  return envelopeText([...fields, [list, listText(lines)]]);
}

function envelopeText(fields: readonly (readonly [key: string, text: string])[]): string {
  return `{\n${fields.map(([key, text]) => `  ${JSON.stringify(key)}: ${text}`).join(",\n")}\n}\n`;
}

function fieldText(value: unknown): string {
  if (!Array.isArray(value)) return JSON.stringify(value);
  return listText(value.map((record) => JSON.stringify(record)));
}

function listText(lines: readonly string[]): string {
  return lines.length === 0 ? "[]" : `[\n${lines.map((line) => `    ${line}`).join(",\n")}\n  ]`;
}
