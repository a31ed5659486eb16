const NANO_PER_CENT = 10_000_000;

/**
 * Amounts in whole cents that add up to their sum in whole cents: what is cut off goes to those of which most was.
 *
 * @param amounts nano-dollars
 * @param total what they add up to instead, where they are parts of an amount that is rounded already; no less than
 *   all of them rounded down
 */
export function inCents(amounts: readonly number[], total = centsOf(amounts)): number[] {
  const cents = amounts.map((amount) => Math.floor(amount / NANO_PER_CENT));
  const missing = total - cents.reduce((sum, each) => sum + each, 0);
  const cutOff = (index: number) => (amounts[index] ?? 0) - (cents[index] ?? 0) * NANO_PER_CENT;
  const most = amounts.map((_, index) => index).sort((a, b) => cutOff(b) - cutOff(a) || a - b);
  for (const index of most.slice(0, missing)) cents[index] = (cents[index] ?? 0) + 1;
  return cents;
}

function centsOf(amounts: readonly number[]): number {
  return Math.round(amounts.reduce((sum, amount) => sum + amount, 0) / NANO_PER_CENT);
}
