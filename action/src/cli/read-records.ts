import type { Context } from "./context.ts";
import { openRecords } from "./records.ts";
import type { ReadRecords } from "./reported-records.ts";

/** @param from a folder of telemetry, to be read as an artifact of a run is; null: the stored records */
export async function openToRead(context: Context, from: string | null): Promise<ReadRecords> {
  if (from === null) return openRecords(context);
  return (await import("./reported-records.ts")).openReported(context, from);
}
