import { datedLines } from "#core/chargeback/adjustments.ts";
import { costs } from "#core/documents/costs/document.ts";
import { declare } from "#core/documents/row/row.ts";
import { type FocusMonth, focusFiles } from "#core/focus/files.ts";
import { monthOf } from "#core/time.ts";

/** For tools that add up bills of every kind: the ledger in the words of FOCUS, months of UTC. */
export const focus = declare({
  name: "focus",
  needs: [costs],
  fold: ({ context }) => ({
    add: () => {},
    finish: (made): FocusMonth[] => {
      const adjustments = datedLines(context.config.chargeback.adjustments);
      const ledger = new Map(made.costs.ledger.map(({ month, lines }) => [month, lines]));
      const months = new Set([...ledger.keys(), ...adjustments.map(({ date }) => monthOf(date))]);
      return [...months].sort().map((month) => ({
        month,
        repository: context.repository.full_name,
        asOf: context.now,
        lines: ledger.get(month) ?? [],
        adjustments: adjustments.filter(({ date }) => monthOf(date) === month),
      }));
    },
  }),
  *files({ focus: made }: { focus: FocusMonth[] }) {
    for (const month of made) yield* focusFiles(month);
  },
});
