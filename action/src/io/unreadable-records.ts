import type { Refusal } from "#core/records/admission.ts";
import type { KindName } from "#core/records/kinds.ts";
import { compare } from "#core/records/order.ts";
import type { LeftOut } from "#core/records/parse-shard.ts";
import type { Unreadable } from "#core/records/unreadable.ts";
import type { Day, Month } from "#core/time.ts";

/** What a store had to leave out since it was opened. */
export function unreadableRecords() {
  const inFiles = new Map<string, Unreadable[]>();
  const neverStored = new Map<string, Unreadable>();
  return {
    /** What stands in the files of a shard now. */
    found(kind: KindName, shard: Day | Month, leftOut: readonly (LeftOut & { path: string })[]): void {
      inFiles.set(
        `${kind}/${shard}`,
        leftOut.map(({ path, line, key, reason }) => ({ path, line, key, reason })),
      );
    },
    /** What was to go into a file. */
    refused(path: string, refusals: readonly Refusal[]): void {
      for (const { key, reason } of refusals)
        neverStored.set(`${path} ${key} ${reason}`, {
          path,
          line: null,
          key,
          reason: `not stored: ${reason}`,
        });
    },
    all: (): Unreadable[] =>
      [...[...inFiles.values()].flat(), ...neverStored.values()].sort(
        (a, b) => compare(a.path, b.path) || (a.line ?? 0) - (b.line ?? 0),
      ),
  };
}
