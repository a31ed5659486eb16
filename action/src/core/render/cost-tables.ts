import type { LedgerLine } from "#core/attempts/ledger.ts";
import { usdCell } from "#core/pricing/money.ts";
import { TOKEN_CLASSES } from "#core/pricing/tokens.ts";
import type { CsvColumn } from "#core/render/csv.ts";

export const LEDGER_COLUMNS: readonly CsvColumn<LedgerLine>[] = [
  { name: "run_id", value: (line) => line.run_id },
  { name: "run_attempt", value: (line) => line.run_attempt },
  { name: "execution_id", value: (line) => line.execution_id },
  { name: "started_at", value: (line) => line.at },
  { name: "kind", value: (line) => line.kind },
  { name: "workflow_id", value: (line) => line.workflow_id },
  { name: "workflow", value: (line) => line.workflow },
  { name: "agent", value: (line) => line.agent },
  { name: "event", value: (line) => line.event },
  { name: "user", value: (line) => line.user },
  { name: "team", value: (line) => line.team },
  { name: "tags", value: (line) => tagsText(line.tags) },
  { name: "item", value: (line) => line.item },
  { name: "provider", value: (line) => line.provider },
  { name: "tier", value: (line) => line.tier },
  { name: "n", value: (line) => line.n },
  { name: "quantity", value: (line) => line.quantity },
  { name: "amount", value: (line) => usdCell(line.amount_nano_usd) },
  { name: "currency", value: () => "USD" },
  { name: "cost_basis", value: (line) => line.basis },
  { name: "why", value: (line) => line.why },
  { name: "worth", value: (line) => usdCell(line.worth_nano_usd) },
  { name: "price", value: (line) => line.price },
  ...TOKEN_CLASSES.flatMap((name): CsvColumn<LedgerLine>[] => {
    const share = ({ classes }: LedgerLine) => classes.find((each) => each.class === name);
    return [
      { name: `${name}_tokens`, value: (line) => share(line)?.tokens ?? null },
      { name: `${name}_amount`, value: (line) => usdCell(share(line)?.amount_nano_usd ?? null) },
    ];
  }),
];

/** `cost-center=4711 product=support`. */
function tagsText(tags: LedgerLine["tags"]): string | null {
  const said = Object.entries(tags).map(([name, value]) => `${name}=${value}`);
  return said.length === 0 ? null : said.sort().join(" ");
}
