import type { Attempt } from "#core/attempts/attempt.ts";
import type { Context } from "#core/attempts/context.ts";
import type { Fold } from "#core/attempts/fold.ts";
import type { Line } from "#core/attempts/ledger.ts";
import { tagger } from "#core/chargeback/tags.ts";
import { breakdownFold, type Share, shareFold } from "#core/documents/costs/breakdown.ts";
import { addLine, type ByBasis, noSpend } from "#core/documents/costs/spend.ts";
import type { Statement } from "#core/documents/statements/statement.ts";

/** What the runs of one month cost, before anything that is not a run's. */
type OfRuns = Pick<Statement, "attempts" | "spend" | "worth_minutes_nano_usd" | "basis" | "by" | "tags">;

/** Folds the attempts of one month. */
export function monthFold(context: Context): Fold<OfRuns> {
  const spend = noSpend();
  const basis: Partial<Record<Line["basis"], number>> = {};
  const by = breakdownFold(context.repository.full_name);
  const tags = tagsFold(context);
  let attempts = 0;
  let worth = 0;
  return {
    add(attempt) {
      attempts += 1;
      by.add(attempt);
      tags.add(attempt);
      for (const line of attempt.lines) {
        addLine(spend, line);
        basis[line.basis] = (basis[line.basis] ?? 0) + (line.amount_nano_usd ?? 0);
        if (line.kind === "minutes") worth += line.worth_nano_usd ?? 0;
      }
    },
    finish: () => ({
      attempts,
      spend,
      worth_minutes_nano_usd: worth,
      basis: Object.fromEntries(Object.entries(basis).sort(([a], [b]) => (a < b ? -1 : 1))) as ByBasis,
      by: by.finish(),
      tags: tags.finish(),
    }),
  };
}

/** Spend by the value of each label that the configuration knows. */
function tagsFold(context: Context): Fold<{ tag: string; shares: Share[] }[]> {
  const names = new Set(context.config.chargeback.tags.flatMap(({ tags }) => Object.keys(tags)));
  const tagsOf = tagger(context);
  const folds = [...names].sort().map((tag) => ({ tag, shares: shareFold() }));
  return {
    add(attempt: Attempt) {
      if (folds.length === 0) return;
      const tags = tagsOf(attempt);
      for (const line of attempt.lines)
        for (const { tag, shares } of folds) shares.add(line, tags(line)[tag] ?? null);
    },
    finish: () => folds.map(({ tag, shares }) => ({ tag, shares: shares.finish() })),
  };
}
