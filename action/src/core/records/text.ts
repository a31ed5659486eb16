/**
 * The bytes of a stored file: one top-level key a line, one record a line, keys in the order the value has them
 * (a value parsed by its schema has them in schema order), a newline at the end. The same facts give the same
 * bytes, and a git diff reads as "these runs arrived".
 */
export function canonicalText(envelope: object): string {
  const fields = Object.entries(envelope).map(
    ([key, value]) => `  ${JSON.stringify(key)}: ${fieldText(value)}`,
  );
  return `{\n${fields.join(",\n")}\n}\n`;
}

function fieldText(value: unknown): string {
  if (!Array.isArray(value) || value.length === 0) return JSON.stringify(value);
  return `[\n${value.map((record) => `    ${JSON.stringify(record)}`).join(",\n")}\n  ]`;
}
