import * as z from "zod";

/**
 * A value as its schema bounds it: texts cut, numbers that are too large or too small unknown. Where a number may
 * not be unknown, what it stands in is left out of its list, or becomes unknown itself. All else stays as it is, for
 * the schema to judge.
 *
 * @param tell is told what was not believed, once a field: `usage.reported_cost_usd 1e+300`
 */
export function withinBounds(
  schema: z.core.$ZodType,
  value: unknown,
  tell: (what: string) => void = () => {},
): unknown {
  const bounded = bound(schema, value, "", tell);
  return bounded === OUT ? value : bounded;
}

/** Not believed, and not allowed to be unknown. */
const OUT = Symbol("out of bounds");

function bound(
  schema: z.core.$ZodType,
  value: unknown,
  field: string,
  tell: (what: string) => void,
): unknown {
  if (value === null || value === undefined) return value;
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) {
    const inner = bound(schema.unwrap(), value, field, tell);
    return inner === OUT ? null : inner;
  }
  if (schema instanceof z.ZodNumber)
    return typeof value === "number" ? figure(schema, value, field, tell) : value;
  if (schema instanceof z.ZodString)
    return typeof value === "string" && schema.maxLength !== null ? cut(value, schema.maxLength) : value;
  if (schema instanceof z.ZodArray && Array.isArray(value))
    return value.map((item) => bound(schema.element, item, field, tell)).filter((item) => item !== OUT);
  if (schema instanceof z.ZodObject && isPlain(value)) {
    const entries = Object.entries(value).map(([key, item]) => {
      const known = Object.hasOwn(schema.shape, key) ? schema.shape[key] : undefined;
      return [key, known ? bound(known, item, field === "" ? key : `${field}.${key}`, tell) : item] as const;
    });
    return entries.some(([, item]) => item === OUT) ? OUT : Object.fromEntries(entries);
  }
  if (schema instanceof z.ZodRecord && isPlain(value)) {
    const entries = Object.entries(value).map(
      ([key, item]) => [key, bound(schema.valueType, item, field, tell)] as const,
    );
    return Object.fromEntries(entries.filter(([, item]) => item !== OUT));
  }
  return value;
}

function figure(schema: z.ZodNumber, value: number, field: string, tell: (what: string) => void): unknown {
  const [least, most] = [schema.minValue ?? -Infinity, schema.maxValue ?? Infinity];
  if (Number.isFinite(value) && value >= least && value <= most) return value;
  tell(`${field} ${value}`);
  return OUT;
}

/** Never through the middle of a character. */
export function cut(text: string, most: number): string {
  return text.length <= most ? text : text.slice(0, most).replace(/[\uD800-\uDBFF]$/, "");
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
