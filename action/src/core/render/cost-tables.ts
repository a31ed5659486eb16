import type { LedgerLine } from "#core/attempts/ledger.ts";
import type { CalendarRow } from "#core/documents/costs/calendar.ts";
import type { Spend } from "#core/documents/costs/spend.ts";
import { decimalUsd } from "#core/pricing/money.ts";
import type { CsvColumn } from "#core/render/csv.ts";

/** Exact dollars with nine decimals; empty where unknown. */
const usd = (nano: number | null) => (nano === null ? null : decimalUsd(nano));

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
  { name: "item", value: (line) => line.item },
  { name: "provider", value: (line) => line.provider },
  { name: "tier", value: (line) => line.tier },
  { name: "n", value: (line) => line.n },
  { name: "quantity", value: (line) => line.quantity },
  { name: "amount", value: (line) => usd(line.amount_nano_usd) },
  { name: "currency", value: () => "USD" },
  { name: "cost_basis", value: (line) => line.basis },
  { name: "why", value: (line) => line.why },
  { name: "worth", value: (line) => usd(line.worth_nano_usd) },
];

export type SpendRow = { by: string; name: string | null; attempts: number; spend: Spend };

export const SPEND_COLUMNS: readonly CsvColumn<SpendRow>[] = [
  { name: "by", value: (row) => row.by },
  { name: "name", value: (row) => row.name },
  { name: "attempts", value: (row) => row.attempts },
  { name: "total", value: (row) => usd(row.spend.total_nano_usd) },
  { name: "tokens", value: (row) => usd(row.spend.tokens_nano_usd) },
  { name: "minutes", value: (row) => usd(row.spend.minutes_nano_usd) },
  { name: "calls", value: (row) => usd(row.spend.calls_nano_usd) },
  { name: "currency", value: () => "USD" },
  { name: "lines", value: (row) => row.spend.lines },
  { name: "lines_without_amount", value: (row) => row.spend.unknown },
];

export function calendarRows(unit: string, rows: readonly CalendarRow[]): SpendRow[] {
  return rows.map(({ start, attempts, spend }) => ({ by: unit, name: start, attempts, spend }));
}
