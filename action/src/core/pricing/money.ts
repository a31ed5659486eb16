import * as z from "zod";

/**
 * Money inside is integer nano-dollars ($1 = 1,000,000,000), so that sums are exact; it is rounded once, where it
 * is shown (`money` in `core/format.ts`). Integers are exact up to $9 million.
 */
export const Nano = z.number().int();
export const NANO_PER_USD = 1_000_000_000;

/** The nearest nano-dollar. */
export function nano(usd: number): number {
  return Math.round(usd * NANO_PER_USD);
}

/** Exact decimal dollars for tables: `0.012300000`. */
export function decimalUsd(value: number): string {
  const digits = String(Math.abs(value)).padStart(10, "0");
  return `${value < 0 ? "-" : ""}${digits.slice(0, -9)}.${digits.slice(-9)}`;
}

/** Exact dollars as tables have them; null, an empty cell, where unknown. Means are rounded to nano-dollars. */
export function usdCell(nanoUsd: number | null): string | null {
  return nanoUsd === null ? null : decimalUsd(Math.round(nanoUsd));
}

/** Splits an amount by weights into integers that add up to it exactly; the largest weight takes what rounding leaves. */
export function split(amount: number, weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total <= 0) return weights.map(() => 0);
  const parts = weights.map((weight) => Math.round((amount * weight) / total));
  const largest = weights.indexOf(Math.max(...weights));
  const rest = amount - parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part, index) => (index === largest ? part + rest : part));
}
