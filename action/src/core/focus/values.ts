import type { FocusType } from "#core/focus/columns.ts";
import { parseDecimal } from "#core/text/decimal.ts";

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

/** What is written instead of an empty cell by who does not know that null is one. A workflow may be called so. */
const NO_NULL = /^(?:null|none|nil|n\/a|nan|undefined|"")$/i;

/**
 * Why a value is none of its column; null: it is.
 *
 * @param column null of columns that FOCUS does not know
 */
export function faultOf(
  column: { type: FocusType; mandatory?: true; nullable?: true } | null,
  value: string,
): string | null {
  if (column === null) return null;
  if (value === "") return column.nullable === true ? null : "must not be empty";
  if (column.mandatory && column.nullable && NO_NULL.test(value))
    return `null is an empty cell, not ${JSON.stringify(value)}`;
  switch (column.type) {
    case "Decimal":
      return parseDecimal(value) === null
        ? `${shown(value)} is no decimal: digits, one point, no sign but -, no separators, no currency`
        : null;
    case "Date/Time":
      return INSTANT.test(value) && !Number.isNaN(Date.parse(value))
        ? null
        : `${shown(value)} is no time in UTC such as 2026-11-20T14:00:00Z`;
    case "JSON":
      return isFlatObject(value) ? null : "must be one JSON object whose values are no lists and no objects";
    default:
      return null;
  }
}

function isFlatObject(text: string): boolean {
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) return false;
    return Object.values(parsed).every((value) => value === null || typeof value !== "object");
  } catch {
    return false;
  }
}

/** Of a stranger's file, for a message. */
function shown(value: string): string {
  return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
}
