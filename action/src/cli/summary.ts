import { resolve } from "node:path";
import { summary as summarize } from "#app/summary.ts";
import { UserError } from "#core/errors.ts";
import { printable } from "#core/render/printable.ts";
import { folderChanges } from "#io/folder-changes.ts";
import { interruption } from "#io/interruption.ts";
import type { Context, Outcome } from "./context.ts";
import type { Extras } from "./extras.ts";
import { openToRead } from "./read-records.ts";

/** Clears the screen and what scrolled off it, and begins at its top. */
const CLEAR = "\u001b[2J\u001b[3J\u001b[H";

/**
 * Prints an overview of the stored records, or of a folder of telemetry; asks GitHub nothing.
 *
 * @param interrupted ends what is watched; Ctrl-C when left out
 */
export async function summary(
  context: Context,
  { from, watch }: Pick<Extras, "from" | "watch">,
  interrupted?: Promise<unknown>,
): Promise<Outcome> {
  if (watch && context.isTerminal) return watched(context, from, interrupted ?? interruption());
  const { text, close } = await shown(context, from);
  context.print(text);
  await close();
  if (watch) context.report.warn("Shown once: this is no terminal, so nothing could be drawn over.");
  return { exitCode: 0 };
}

async function watched(
  context: Context,
  from: string | null,
  interrupted: Promise<unknown>,
): Promise<Outcome> {
  const folder = from ?? (context.options.commit ? null : context.options["data-dir"]);
  if (folder === null)
    throw new UserError(
      "--watch has no folder to watch: the records are on a branch",
      "Name a folder: --from what `agentops collect` wrote, or --data-dir of records.",
    );
  const changed = folderChanges(resolve(context.surroundings.workspace, folder), interrupted);
  for (;;) {
    // What is written right now may be half there, or nothing yet; the next change shows the rest.
    const { text, close } = await shown(context, from).catch((error: unknown) => {
      if (!(error instanceof UserError)) throw error;
      return { text: error.message, close: async () => {} };
    });
    context.print(`${CLEAR}${text}\n\nWatching ${printable(folder)}  (Ctrl-C ends)`);
    await close();
    if (!(await changed())) return { exitCode: 0 };
  }
}

/** @returns the text, and what tells of problems once it is printed */
async function shown(context: Context, from: string | null) {
  const records = await openToRead(context, from);
  try {
    const text = await summarize(
      { store: records.store, clock: context.clock },
      {
        repository: records.repository,
        config: records.config,
        server: context.surroundings.serverUrl,
        cron: records.cron,
        now: records.now ?? null,
        colour: context.colour,
      },
    );
    return { text, close: () => records.close() };
  } catch (error) {
    await records.close();
    throw error;
  }
}
