import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import type { Clock } from "#app/effects.ts";
import { UserError } from "#core/errors.ts";
import { addSeconds } from "#core/time.ts";
import { absent } from "#io/atomic-file.ts";
import { interruption } from "#io/interruption.ts";
import type { Context, Outcome } from "./context.ts";
import { serve } from "./serve.ts";
import { sync } from "./sync.ts";

export type DemoOptions = {
  port: number;
  base: string;
  /** False: end when the dashboard is built. */
  serve: boolean;
  /** Where records and dashboard go; null: a new temporary folder. */
  directory: string | null;
};

/**
 * The whole product in one go: GitHub → sync → dashboard → served. GitHub is simulated, over real HTTP, unless
 * a repository is named. Nothing is committed anywhere.
 */
export async function demo(context: Context, options: DemoOptions): Promise<Outcome> {
  const interrupted = interruption();
  const folder = resolve(options.directory ?? (await mkdtemp(join(tmpdir(), "agentops-"))));
  const settled = inFolder(context, folder);
  const work = async (): Promise<Outcome> => {
    if (context.options.repository === null) await syncSimulated(settled);
    else await sync(settled);
    context.print(`Records:   ${join(folder, "data")}`);
    return options.serve ? serve(settled, options) : { exitCode: 0 };
  };
  return Promise.race([work(), interrupted.then(() => ({ exitCode: 0 }))]);
}

/** Records and dashboard live in the folder, and no branch is touched. */
function inFolder(context: Context, folder: string): Context {
  return {
    ...context,
    options: { ...context.options, commit: false, "data-dir": "data", "dashboard-dir": "_site" },
    surroundings: { ...context.surroundings, inActions: false, workspace: folder },
  };
}

/** The same sync as anywhere, with the address of a simulated GitHub. */
async function syncSimulated(context: Context): Promise<void> {
  const { startDemoGitHub } = await import("./demo-github.ts");
  const clock = patientClock(context.clock);
  const github = await startDemoGitHub(clock);
  try {
    const [truth] = github.repositories;
    if (truth === undefined) throw new Error("the simulated GitHub has no repository");
    const repository = truth.repository.full_name;
    const { workspace } = context.surroundings;
    await refuseForeign(workspace, repository);
    await rm(join(workspace, "data", repository), { recursive: true, force: true });
    for (const [path, text] of truth.files) {
      await mkdir(dirname(join(workspace, path)), { recursive: true });
      await writeFile(join(workspace, path), text);
    }
    context.report.info(`Simulated GitHub: ${github.url} with ${truth.runs.length} runs of ${repository}`);
    const demonstrated: Context = {
      ...context,
      clock,
      options: {
        ...context.options,
        repository,
        token: github.token,
        // All of the history at once, where a first sync of a real repository takes the newest 50.
        "max-runs-per-workflow": truth.runs.length,
        "max-api-requests": 10 * truth.runs.length,
        // GitHub's pace, which this clock leaps over, would take that long.
        "max-minutes": 350,
      },
      surroundings: { ...context.surroundings, apiUrl: github.url, repository: null },
    };
    await sync(demonstrated, { downloads: truth.runs.length });
  } finally {
    await github.close();
  }
}

/** The demo writes and clears as it likes, so it starts in a new or empty folder, or in one of an earlier demo. */
async function refuseForeign(folder: string, repository: string): Promise<void> {
  const names = (await readdir(folder).catch(absent)) ?? [];
  const isOurs = (await stat(join(folder, "data", repository, "state.json")).catch(absent)) !== null;
  if (names.length === 0 || isOurs) return;
  throw new UserError(
    `--directory ${JSON.stringify(folder)} holds something that is of no demo (${names[0]}, …); nothing in it was changed`,
    "Name a new or empty folder, or leave it out for a temporary one.",
  );
}

/** A history of 90 days takes GitHub's pace of 900 requests a minute, so that much is laid before the present. */
const HEAD_START_SECONDS = 300;

/** Waits cost nothing: the clock, which the simulated GitHub shares, is put forward instead. */
function patientClock(real: Clock): Clock {
  let offset = -HEAD_START_SECONDS;
  return {
    now: () => addSeconds(real.now(), offset),
    async sleep(seconds) {
      offset += seconds;
    },
  };
}
