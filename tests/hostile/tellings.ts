import AdmZip from "adm-zip";
import { anArtifact } from "#simulator/builders.ts";
import { seededHistory } from "#simulator/history/seeded.ts";
import { archive, type Files } from "#simulator/history/telemetry/archive.ts";
import { addRun, type HostileItem } from "./item.ts";
import { CHANGES, type Change, changed } from "./leaves.ts";

/** What one run left: its artifacts' files by the artifact's name. */
type Telling = { workflow: string; runId: number; artifacts: Map<string, Files> };

/** Beside changed values: what a program that was killed, or one that repeats itself, leaves. */
const TEXTS: Readonly<Record<string, (text: string) => string>> = {
  "cut in the middle": (text) => text.slice(0, text.length / 2),
  "its lines backwards": (text) => text.split("\n").reverse().join("\n"),
  "its lines a hundred times": (text) => text.repeat(100),
  "without line ends": (text) => text.replaceAll("\n", " "),
};

/** The files of every agent that the simulated repository runs, each with its values changed all through. */
export function hostileTellings(): HostileItem[] {
  const changes = [
    ...Object.entries(CHANGES).map(
      ([what, change]) => [what, (text: string) => withValues(text, change)] as const,
    ),
    ...Object.entries(TEXTS),
  ];
  return tellings().flatMap((telling) =>
    changes.map(
      ([what, change]): HostileItem => ({
        name: `${telling.workflow}'s telemetry: ${what}`,
        put(truth, id, now) {
          const run = addRun(truth, id, now);
          for (const [at, [name, files]] of [...telling.artifacts].entries())
            truth.artifacts.push({
              payload: anArtifact(run, { id: id * 10 + at, name }),
              zip: () =>
                archive(mapped(files, (text) => change(text.replaceAll(`${telling.runId}`, `${id}`)))),
            });
        },
      }),
    ),
  );
}

/** One run's of every workflow: of those whose agent left the most files. */
function tellings(): Telling[] {
  const history = seededHistory({ now: "2026-11-20T14:05:00Z", days: 30 });
  const workflows = new Map(
    history.runs.flatMap(({ attempts }) => attempts.map(({ run }) => [run.id, run.name ?? ""])),
  );
  const byRun = new Map<number, Telling>();
  for (const { payload, zip } of history.artifacts) {
    const runId = payload.workflow_run?.id;
    const workflow = workflows.get(runId ?? 0);
    if (runId === undefined || workflow === undefined || zip === undefined) continue;
    const telling = byRun.get(runId) ?? { workflow, runId, artifacts: new Map() };
    telling.artifacts.set(payload.name, filesOf(zip()));
    byRun.set(runId, telling);
  }
  const best = new Map<string, Telling>();
  for (const telling of byRun.values())
    if (sizeOf(telling) > sizeOf(best.get(telling.workflow))) best.set(telling.workflow, telling);
  return [...best.values()];
}

function sizeOf(telling: Telling | undefined): number {
  return [...(telling?.artifacts.values() ?? [])].reduce((sum, files) => sum + Object.keys(files).length, 0);
}

function filesOf(zip: Buffer): Files {
  return Object.fromEntries(
    new AdmZip(zip).getEntries().map((entry) => [entry.entryName, entry.getData().toString("utf8")]),
  );
}

function mapped(files: Files, change: (text: string) => string): Files {
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [name, change(text)]));
}

/** Changes a file of JSON as a whole, or line by line; what is neither stays. */
function withValues(text: string, change: Change): string {
  const whole = changedJson(text, change);
  return (
    whole ??
    text
      .split("\n")
      .map((line) => changedJson(line, change) ?? line)
      .join("\n")
  );
}

function changedJson(text: string, change: Change): string | null {
  try {
    return JSON.stringify(changed(JSON.parse(text), change));
  } catch {
    return null;
  }
}
