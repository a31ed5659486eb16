/** A sum as it is shown: nothing known and something unknown is unknown, never $0.00. */
export function shown(nanoUsd: number, unknown: number): number | null {
  return nanoUsd === 0 && unknown > 0 ? null : nanoUsd;
}
