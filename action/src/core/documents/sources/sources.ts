import type { Context } from "#core/attempts/context.ts";
import type { AskedAccess } from "#core/audit/asked-access.ts";
import type { Inspection } from "#core/audit/inspector.ts";
import type { ReportedEvents } from "#core/documents/events/reported-events.ts";
import type { LeftOut } from "#core/documents/sources/left-out.ts";
import type { KnownErrors } from "#core/failures/known-error.ts";
import type { Inventory } from "#core/inventory/inventory.ts";
import type { Alert } from "#core/records/alert.ts";
import type { JournalEntry } from "#core/records/journal.ts";
import type { Pull } from "#core/records/pull.ts";
import type { IssuedStatement } from "#core/records/statement.ts";
import type { Unreadable } from "#core/records/unreadable.ts";

/** Everything documents are made from, besides the runs that stream by. */
export type Sources = {
  context: Context;
  /** Oldest first. */
  journal: readonly JournalEntry[];
  /** Bytes of every stored file. */
  sizes: readonly { path: string; bytes: number }[];
  /** The schedule of the sync, e.g. `17 *\/2 * * *`. */
  cron: string | null;
  /** What the repository's people wrote about signatures; none when left out. */
  knownErrors?: KnownErrors;
  /** What runs agents, by the workflow files of the default branch; null or left out: they are not known. */
  inventory?: Inventory | null;
  /** What GitHub said of who may change what steers agents; null or left out: it was not asked. */
  asked?: AskedAccess | null;
  /** Those that agents touched; none when left out. */
  pulls?: readonly Pull[];
  /** Every episode of an alert, oldest first; none when left out. */
  alerts?: readonly Alert[];
  /** What statements said when they were issued; none when left out. */
  statements?: readonly IssuedStatement[];
  /** What programs told besides what agents did; nothing when left out. */
  events?: ReportedEvents;
  /** AskedAccess when all has been read: what records hold that they should not. Nobody looked when left out. */
  inspection?: (() => Inspection) | undefined;
  /** AskedAccess when all has been read: what could not be. Nothing when left out. */
  unreadable?: () => readonly Unreadable[];
  /** AskedAccess last: what documents had to do without. Nothing when left out. */
  leftOut?: () => readonly LeftOut[];
  buildId: string;
};
