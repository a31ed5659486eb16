import * as z from "zod";

/** What a schema dislikes, as `usage.0.prompt: Too big: …`. */
export type Fault = { path: readonly PropertyKey[]; message: string };

/**
 * The first thing in a value that its schema dislikes; null where it may be parsed. Zod makes an issue of every
 * fault, some fifty for a line that is another thing altogether; this stops at the first, so that a broken value
 * costs no more than a good one.
 */
export function firstFault(
  schema: z.core.$ZodType,
  value: unknown,
  path: readonly PropertyKey[] = [],
): Fault | null {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) {
    const isNone = schema instanceof z.ZodNullable ? value === null : value === undefined;
    return isNone ? null : firstFault(schema.unwrap(), value, path);
  }
  if (schema instanceof z.ZodObject && isPlain(value)) return faultOfFields(schema, value, path);
  if (schema instanceof z.ZodArray && Array.isArray(value)) {
    // Its own rules first: a list that is too long is not looked through.
    const most = longest(schema);
    if (value.length > most) return { path, message: `has ${value.length} entries, more than ${most}` };
    return firstOf(value.keys(), (index) => firstFault(schema.element, value[index], [...path, index]));
  }
  if (schema instanceof z.ZodRecord && isPlain(value)) {
    const { keyType, valueType } = schema;
    const faults = (key: string) =>
      firstFault(keyType, key, [...path, key]) ?? firstFault(valueType, value[key], [...path, key]);
    const fault = firstOf(Object.keys(value), faults);
    if (fault !== null) return fault;
  }
  const parsed = z.safeParse(schema, value);
  const issue = parsed.error?.issues[0];
  return issue === undefined ? null : { path: [...path, ...issue.path], message: issue.message };
}

/** Zod keeps a list's rule among its checks. */
function longest(schema: z.ZodArray): number {
  const rules = (schema.def.checks ?? []).map(({ _zod }) => _zod.def);
  return Math.min(...rules.map((rule) => ("maximum" in rule ? Number(rule.maximum) : Infinity)), Infinity);
}

type Plain = Readonly<Record<string, unknown>>;

function isPlain(value: unknown): value is Plain {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Keys that lack are the cheapest to find, and what other things lack first. */
function faultOfFields(schema: z.ZodObject, value: Plain, path: readonly PropertyKey[]): Fault | null {
  const { shape } = schema;
  const isStrict = schema.def.catchall instanceof z.ZodNever;
  return (
    firstOf(Object.keys(shape), (key) =>
      Object.hasOwn(value, key) || shape[key]?._zod.optin === "optional"
        ? null
        : { path: [...path, key], message: "is not told" },
    ) ??
    (isStrict
      ? firstOf(Object.keys(value), (key) =>
          Object.hasOwn(shape, key) ? null : { path: [...path, key], message: "is no field of it" },
        )
      : null) ??
    firstOf(Object.entries(shape), ([key, field]) =>
      firstFault(field, Object.hasOwn(value, key) ? value[key] : undefined, [...path, key]),
    )
  );
}

function firstOf<Item>(items: Iterable<Item>, faultOf: (item: Item) => Fault | null): Fault | null {
  for (const item of items) {
    const fault = faultOf(item);
    if (fault !== null) return fault;
  }
  return null;
}

/** On one line and short, for people. */
export function faultText({ path, message }: Fault): string {
  const where = path.map(String).join(".").slice(0, 100);
  return `${where === "" ? "" : `\`${where}\` `}${message}`.replaceAll(/\s+/g, " ").slice(0, 250);
}
