import fc from "fast-check";
import * as z from "zod";

/** Numbers at the ends of what a schema, JSON or a clock can hold. */
const NUMBERS = [0, -1, 1, 0.5, 1e6, 1e12, 1e13, 2 ** 31, Number.MAX_SAFE_INTEGER, 1e300, Number.MAX_VALUE];
const TEXTS = [
  ...[
    "",
    "x",
    "__proto__",
    "constructor",
    "toString",
    "\ud800",
    "\udc00\ud800",
    "\u0000\u001b[31m",
    "😀".repeat(100),
  ],
  ...[
    "a@b.co ".repeat(28),
    "ghp_0123456789abcdefghijABCDEFGHIJ012345",
    "x".repeat(200),
    "x".repeat(501),
    "\u202e\u200b",
  ],
  ...[
    "0000-01-01T00:00:00Z",
    "0001-01-01T00:00:00+23:59",
    "9999-12-31T23:59:59-23:59",
    "2026-11-20T14:00:00Z",
  ],
  ...[
    "2026-11-20T14:00:00.123456+05:30",
    "0123456789abcdef",
    "custom.x",
    "agent.tool.called",
    "custom.__proto__",
  ],
];

/**
 * Values of a schema's shape, drawn from the ends of what its fields allow, and now and then beyond. Plain data, as
 * JSON has it.
 */
export function valuesOf(schema: z.core.$ZodType): fc.Arbitrary<unknown> {
  if (schema instanceof z.ZodOptional) return fc.option(valuesOf(schema.unwrap()), { nil: undefined });
  if (schema instanceof z.ZodNullable) return fc.option(valuesOf(schema.unwrap()), { nil: null });
  if (schema instanceof z.ZodObject)
    return fc.record(
      Object.fromEntries(Object.entries(schema.shape).map(([key, field]) => [key, valuesOf(field)])),
    );
  if (schema instanceof z.ZodArray) return fc.array(valuesOf(schema.element), { maxLength: 2 });
  if (schema instanceof z.ZodRecord)
    return fc.dictionary(fc.constantFrom(...TEXTS), valuesOf(schema.valueType), { maxKeys: 3 });
  if (schema instanceof z.ZodUnion) return fc.oneof(...schema.options.map(valuesOf));
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...schema.options);
  if (schema instanceof z.ZodBoolean) return fc.boolean();
  if (schema instanceof z.ZodNumber) return numberOf(schema);
  return textOf(schema);
}

/** Mostly what it allows: one wrong field of sixty is enough for a whole record to be refused. */
function numberOf(schema: z.ZodNumber): fc.Arbitrary<number> {
  const allowed = [...NUMBERS, schema.maxValue ?? 0, schema.minValue ?? 0].filter(
    (n) => schema.safeParse(n).success,
  );
  return fc.oneof(
    { weight: 200, arbitrary: fc.constantFrom(...allowed) },
    { weight: 1, arbitrary: fc.constantFrom(...NUMBERS) },
  );
}

function textOf(schema: z.core.$ZodType): fc.Arbitrary<string> {
  const allowed = TEXTS.filter((text) => z.safeParse(schema, text).success);
  const any = fc.constantFrom(...TEXTS);
  return allowed.length === 0
    ? any
    : fc.oneof({ weight: 200, arbitrary: fc.constantFrom(...allowed) }, { weight: 1, arbitrary: any });
}
