import AdmZip from "adm-zip";
import { BOM, jobLog, moment, stepLog } from "#simulator/log-text.ts";
import type { JobPayload } from "#simulator/model.ts";

/**
 * The ZIP behind a run's logs: `0_build.txt` and `build/system.txt` for each job that ran. Ordinals follow neither
 * ids nor the API's order and skip what did not run; `/` in names became `_`; equal names get a number. Files for
 * single steps come by a rule that GitHub keeps to itself: here, for runs with an even id whose log we make up.
 */
export function archiveLogs(jobs: readonly JobPayload[], recorded: ReadonlyMap<number, string>): Buffer {
  const zip = new AdmZip();
  const taken = new Map<string, number>();
  const byName = [...jobs].sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const [ordinal, job] of byName.entries()) {
    if (job.conclusion === "skipped") continue;
    const name = unique(taken, fileName(job.name));
    add(zip, `${ordinal}_${name}.txt`, recorded.get(job.id) ?? jobLog(job));
    add(zip, `${name}/system.txt`, systemText(job));
    if (job.run_id % 2 === 1 || recorded.has(job.id)) continue;
    for (const step of job.steps ?? [])
      if (step.conclusion !== "skipped")
        add(zip, `${name}/${step.number}_${fileName(step.name)}.txt`, stepLog(job, step));
  }
  return zip.toBuffer();
}

const fileName = (name: string): string => name.replaceAll("/", "_");

function unique(taken: Map<string, number>, name: string): string {
  const before = taken.get(name) ?? 0;
  taken.set(name, before + 1);
  return before === 0 ? name : `${name} (${before})`;
}

/** What the service noted before a runner took the job. */
function systemText(job: JobPayload): string {
  const at = new Date(moment(job.created_at, job.started_at)).toISOString().replace("Z", "0000Z");
  const notes = [
    `Requested labels: ${job.labels.join(", ")}`,
    "Waiting for a runner to pick up this job...",
    `Job is about to start running on the runner: ${job.runner_name}`,
  ];
  return BOM + notes.map((note) => `${at} ${note}\n`).join("");
}

function add(zip: AdmZip, name: string, text: string): void {
  const entry = zip.addFile(name, Buffer.from(text));
  Object.assign(entry.header, { timeval: 0 }); // GitHub's entries are dated 1980-00-00
}
