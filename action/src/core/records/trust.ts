import * as z from "zod";
import type { Run } from "#core/records/run.ts";

/**
 * Whose hands a record may have passed through: `own`, files that the repository's own runs left; `log`, lines that
 * were printed into their logs, by whatever ran there; `fork`, anything of a run of somebody else's head, who chooses
 * its workflow, its files and its logs.
 */
const TRUSTS = ["own", "log", "fork"] as const;
export const Trust = z.enum(TRUSTS);
export type Trust = z.infer<typeof Trust>;

/**
 * What a record of a run is worth, by what it says of itself and by what is known of its run: the weaker of the two,
 * so that no record is better than the run it came from.
 */
export function trustOf(run: Pick<Run, "from_fork">, said: Trust): Trust {
  return run.from_fork ? "fork" : said;
}

/** The same of a reading: the log is what anything in the run printed, the record is GitHub's word. */
export function trustOfReading(run: Pick<Run, "from_fork">, source: "read" | "inferred" | "record"): Trust {
  return trustOf(run, source === "record" ? "own" : "log");
}
