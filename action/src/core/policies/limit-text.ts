/** What a policy asks for, on one line. */
export function limitText(required: unknown): string {
  const items = Array.isArray(required) ? required : [required];
  const text = items.map((item) =>
    typeof item === "object" && item !== null
      ? Object.entries(item)
          .flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]))
          .join(", ")
      : String(item),
  );
  return text.join(", ").slice(0, 300);
}
