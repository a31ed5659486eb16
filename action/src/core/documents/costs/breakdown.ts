import * as z from "zod";
import type { Fold } from "#core/attempts/fold.ts";
import type { Line } from "#core/attempts/ledger.ts";
import { addLine, noSpend, Spend } from "#core/documents/costs/spend.ts";
import { entry } from "#core/entry.ts";
import { compare } from "#core/records/order.ts";

/** What spend is broken down by. Models and providers are of tokens only. */
export const DIMENSIONS = [
  "workflow",
  "agent",
  "model",
  "provider",
  "event",
  "user",
  "team",
  "repository",
  "organisation",
] as const;
type Dimension = (typeof DIMENSIONS)[number];

/** What one name of a dimension spent; a name is text of strangers. */
export const Share = z.strictObject({
  /** Null: none (no agent, no person), or not told (a model). */
  name: z.string().nullable(),
  /** Ids of the workflows meant, for links; only in the breakdown by workflow. */
  workflow_id: z.number().int().nullable(),
  attempts: z.number().int(),
  spend: Spend,
});
export type Share = z.infer<typeof Share>;

/** Largest first. Each adds up to the total; those of model and provider to the tokens of it. */
export const Breakdown = z.record(z.enum(DIMENSIONS), z.array(Share));
export type Breakdown = z.infer<typeof Breakdown>;

type Row = { name: string | null; workflow_id: number | null; attempts: number; last: string; spend: Spend };

/** @param repository `owner/name` */
export function breakdownFold(repository: string): Fold<Breakdown> {
  const rows = new Map<Dimension, Map<string, Row>>(DIMENSIONS.map((dimension) => [dimension, new Map()]));
  const owner = repository.split("/")[0] ?? repository;
  return {
    add({ lines }) {
      for (const line of lines)
        for (const [dimension, known] of rows) {
          if ((dimension === "model" || dimension === "provider") && line.kind !== "tokens") continue;
          const name = nameOf(dimension, line, repository, owner);
          const workflow_id = dimension === "workflow" ? line.workflow_id : null;
          const key = workflow_id === null ? (name === null ? "" : `=${name}`) : String(workflow_id);
          const row = entry(known, key, () => ({
            name,
            workflow_id,
            attempts: 0,
            last: "",
            spend: noSpend(),
          }));
          row.name = name; // a renamed workflow goes by its newest name
          addTo(row, line);
        }
    },
    finish() {
      const lists = [...rows].map(([dimension, known]) => [dimension, ranked([...known.values()])] as const);
      return Object.fromEntries(lists) as Breakdown;
    },
  };
}

function nameOf(dimension: Dimension, line: Line, repository: string, owner: string): string | null {
  if (dimension === "repository") return repository;
  if (dimension === "organisation") return owner;
  if (dimension === "model") return line.item;
  return line[dimension];
}

/** Folds lines by names that the caller gives them. Lines of one attempt come in a row. */
export function shareFold() {
  const rows = new Map<string | null, Row>();
  return {
    add(line: Line, name: string | null): void {
      addTo(
        entry(rows, name, () => ({ name, workflow_id: null, attempts: 0, last: "", spend: noSpend() })),
        line,
      );
    },
    finish: () => ranked([...rows.values()]),
  };
}

function addTo(row: Row, line: Line): void {
  const attempt = `${line.run_id}/${line.run_attempt}`;
  if (row.last !== attempt) row.attempts += 1;
  row.last = attempt;
  addLine(row.spend, line);
}

function ranked(rows: readonly Row[]): Share[] {
  return rows
    .toSorted(
      (a, b) => b.spend.total_nano_usd - a.spend.total_nano_usd || compare(a.name ?? "", b.name ?? ""),
    )
    .map(({ last: _, ...row }) => row);
}
