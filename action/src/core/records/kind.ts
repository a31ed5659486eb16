import type * as z from "zod";
import { compare } from "#core/records/order.ts";
import type { Retention } from "#core/records/retention.ts";
import type { Day, Month } from "#core/time.ts";

/** Whether an account is an agent's: who that is, a floor above knows. */
export type IsAgent = (login: string) => boolean;

/** How records of one kind are kept. Whatever stores, merges, hides or describes records asks this row. */
export type Kind<R extends object> = {
  /** What one shard holds: a UTC day or month. A record never moves to another. */
  shard: "day" | "month";
  /** The list's name in a file; the folder has that of the kind. */
  list: string;
  /** What the files hold, for README and JSON Schema. */
  about: string;
  /** A shard above so many records continues in the next file; null: only above so many bytes. */
  mostPerFile: number | null;
  schema: z.ZodType<R>;
  /** The fields that say what a record is of: two with the same are observations of one thing. */
  key: readonly (keyof R & string)[];
  /** The fields that sort a shard. */
  order: readonly (keyof R & string)[];
  /** The day or month that a record itself names; null: it lies with its run. */
  shardOf(record: R): Day | Month | null;
  /** Two observations of the same thing: associative, commutative and idempotent. */
  merge(a: R, b: R): R;
  /** What is stored stays as it is: a later observation never changes what auditors have seen. */
  grows: boolean;
  /**
   * Stored for a time whatever its numbers meant. One that the schema no longer believes is unknown from here on, and
   * not the end of its record.
   */
  wasUnbounded: boolean;
  /** What `privacy.publish: redacted` leaves. */
  anonymise(record: R, isAgent: IsAgent): R;
  /** What of a record goes when it is old, and when; null: it is kept whole. */
  retention: Retention<R> | null;
  /** What is lost when a file that cannot be repaired is deleted. */
  whenDeleted: string;
};

export function keyOf<R extends object>(kind: Kind<R>, record: R): string {
  return kind.key.map((field) => String(record[field])).join("/");
}

/** Field by field; unknown comes first. */
export function compareRecords<R extends object>(kind: Kind<R>, a: R, b: R): number {
  for (const field of kind.order) {
    const [left, right] = [a[field] as string | number | null, b[field] as string | number | null];
    if (left === right) continue;
    if (left === null || right === null) return left === null ? -1 : 1;
    return compare(left, right);
  }
  return 0;
}
