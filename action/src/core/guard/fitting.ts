import { type GuardTable, MOST_TABLE_BYTES } from "#core/guard/guard-table.ts";
import { canonicalText } from "#core/records/text.ts";

/** Hours ahead for which it is listed what leaves a window that rolls: syncs are more frequent. */
export const HOURS = 48;
/** Lists at their longest. */
const ROOM = { reserves: 200, hours: HOURS, workflows: 500, inFlight: 400, seen: 400, succeeded: 300 };
export type Room = typeof ROOM;

/** A table that fits into its file: where it does not, all its lists are halved until it does. */
export function fitting(make: (room: Room) => GuardTable): GuardTable {
  for (let room = ROOM; ; ) {
    const table = make(room);
    const size = new TextEncoder().encode(canonicalText(table)).length;
    if (size <= MOST_TABLE_BYTES) return table;
    // Policies alone can be longer; without them nobody can say what they would.
    if (room.workflows === 0)
      return { ...table, policies: [], incomplete: "the policies are longer than the table has room for" };
    room = Object.fromEntries(
      Object.entries(room).map(([list, most]) => [list, Math.floor(most / 2)]),
    ) as Room;
  }
}
