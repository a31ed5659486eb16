import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { canonicalText } from "#core/records/text.ts";
import { addRun, type HostileItem } from "./item.ts";
import { HOSTILE_WORDS, WRONG_KINDS } from "./words.ts";

/** What a person, a bad merge or a broken disk leaves among the stored runs. */
export function hostileRecords(): HostileItem[] {
  const fields: Record<string, (run: Record<string, unknown>) => void> = {
    "a run of forty thousand years": (run) => {
      run["duration_seconds"] = 1e12;
    },
    "a run that begins in the year 9999": (run) => {
      run["run_started_at"] = "9999-12-31T23:59:59Z";
    },
    "a run that ends before it begins": (run) => {
      run["updated_at"] = "1970-01-01T00:00:00Z";
    },
    "a field that nobody knows": (run) => {
      run["surprise"] = { __proto__: { x: 1 } };
    },
    "a run without an id": (run) => {
      delete run["id"];
    },
    "a run of another day": (run) => {
      run["created_at"] = "2020-01-01T00:00:00Z";
    },
  };
  for (const [what, word] of Object.entries(HOSTILE_WORDS))
    fields[`texts that are ${what}`] = (run) => {
      for (const field of ["display_title", "workflow_name", "head_branch", "actor", "event"])
        run[field] = word;
    };
  for (const [what, value] of Object.entries(WRONG_KINDS))
    fields[`jobs that are ${what}`] = (run) => {
      run["jobs"] = value;
    };
  return Object.entries(fields).map(([what, change]) => ({
    name: `stored: ${what}`,
    put: (truth, id, now) => void addRun(truth, id, now),
    damage: (folder, id) => changeRun(folder, id, change),
  }));
}

/** Rewrites the record of a run, in the file's own form: a record a line. */
function changeRun(folder: string, id: number, change: (run: Record<string, unknown>) => void): void {
  const days = join(folder, "runs");
  for (const file of existsSync(days) ? readdirSync(days) : []) {
    const path = join(days, file);
    const stored = JSON.parse(readFileSync(path, "utf8"));
    const run = stored.runs.find((candidate: { id: unknown }) => candidate.id === id);
    if (run === undefined) continue;
    change(run);
    writeFileSync(path, canonicalText(stored));
    return;
  }
  throw new Error(`run ${id} is not stored in ${days}`);
}
