import type { UsagePart, UsageTable } from "#core/telemetry/usage-table.ts";

type Reported = { credits: number | null; premiumRequests: number | null };

/**
 * What a source tells for all models in one: credits are shared out by tokens, because a row without an amount would
 * be priced, and counted a second time; premium requests, which have no price, stand with the largest.
 */
export function shareCredits(
  table: UsageTable,
  { credits, premiumRequests }: Reported,
  otherwise: UsagePart,
): void {
  if (credits === null && premiumRequests === null) return;
  const rows: UsagePart[] = table.take();
  if (rows.length === 0) rows.push(otherwise);
  const tokens = rows.map((row) => (row.prompt ?? 0) + (row.completion ?? 0));
  const all = tokens.reduce((sum, some) => sum + some, 0);
  const shares = tokens.map((some) => Math.round((credits ?? 0) * (all === 0 ? 0 : some / all) * 1e9) / 1e9);
  // The largest takes what rounding left, so that the shares add up.
  const rest = (credits ?? 0) - shares.slice(1).reduce((sum, share) => sum + share, 0);
  for (const [index, row] of rows.entries())
    table.add({
      ...row,
      ...(credits !== null && {
        reported_ai_credits: index === 0 ? Math.max(0, rest) : (shares[index] ?? 0),
      }),
      ...(index === 0 && { reported_premium_requests: premiumRequests }),
    });
}
