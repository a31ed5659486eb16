import { redact } from "#core/redact/redact.ts";

/** What an archive holds under one name. */
export type Named = {
  /** `0_<name>.txt`: the whole job's log. */
  logs: string[];
  /** `-2147483648_<name>.txt`: the same in an older form, which may stand beside the newer. */
  older: string[];
  /** `<name>/1_<step>.txt`, ascending. */
  steps: { number: number; entry: string }[];
};

const LOG = /^(-?)\d{1,10}_([^/]+)\.txt$/;
const STEP = /^([^/]+)\/(\d{1,6})_[^/]*\.txt$/;

/**
 * Sorts an archive's entries by the name they were given, redacted as names of jobs are, so that both still match;
 * `system.txt` and other files are nobody's log.
 */
export function byName(entries: readonly string[]): Map<string, Named> {
  const archive = new Map<string, Named>();
  for (const entry of entries) {
    const log = LOG.exec(entry);
    const step = STEP.exec(entry);
    const given = log?.[2] ?? step?.[1];
    if (given === undefined) continue;
    const name = redact(given).text;
    const named = archive.get(name) ?? { logs: [], older: [], steps: [] };
    archive.set(name, named);
    if (step) named.steps.push({ number: Number(step[2]), entry });
    else if (log?.[1] === "-") named.older.push(entry);
    else named.logs.push(entry);
  }
  for (const { steps } of archive.values()) steps.sort((a, b) => a.number - b.number);
  return archive;
}

/** Today's service puts `_` for what a file name must not have. */
export function today(jobName: string): string {
  return jobName.replaceAll("/", "_");
}

/** The one before left it out, and cut after 90 UTF-16 units, be it through the middle of a character. */
export function yesterday(jobName: string): string {
  const kept = jobName.replaceAll(/[/:]/g, "").slice(0, 90);
  return kept.replace(/[\uD800-\uDBFF]$/, "\uFFFD").trim();
}

/** Letters and digits, which every service has kept. */
export function bare(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
}
