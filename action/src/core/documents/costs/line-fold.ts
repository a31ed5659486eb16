import type { Line } from "#core/documents/costs/ledger.ts";
import type { Facts } from "#core/documents/fold.ts";
import type { Run } from "#core/records/run.ts";

/** A fold over attempts and what their pieces cost. `lines` are all of the attempt. */
export type LineFold<Document> = {
  add(lines: readonly Line[], run: Run, facts: Facts): void;
  finish(): Document;
};
