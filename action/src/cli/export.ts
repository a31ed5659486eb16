import { resolve } from "node:path";
import { exportFiles } from "#app/export.ts";
import { bytes, plural } from "#core/format.ts";
import { printable } from "#core/render/printable.ts";
import { refuseForeignFolder } from "#io/own-folder.ts";
import { directoryWriter } from "#io/site-writer.ts";
import type { Context, Outcome } from "./context.ts";
import type { Extras } from "./extras.ts";
import { openToRead } from "./read-records.ts";

/**
 * Writes what the static API of the dashboard holds into a folder, which it replaces as a whole, so that nothing of
 * an older export stays in it; a folder that holds anything else is left alone. Asks GitHub nothing.
 */
export async function exportTables(
  context: Context,
  { from, format, output }: Pick<Extras, "from" | "format" | "output">,
): Promise<Outcome> {
  const folder = resolve(context.surroundings.workspace, output);
  const destination = { folder, input: "--output", workspace: context.surroundings.workspace };
  await refuseForeignFolder(destination);
  const records = await openToRead(context, from);
  try {
    const files = exportFiles(
      { store: records.store, clock: context.clock, report: context.report },
      {
        repository: records.repository,
        config: records.config,
        server: context.surroundings.serverUrl,
        cron: records.cron,
        now: records.now ?? null,
        format,
      },
    );
    const written = await directoryWriter(folder, destination).replace(files);
    context.print(`${plural(written.files, "file")}, ${bytes(written.bytes)}: ${printable(folder)}`);
    return { exitCode: 0 };
  } finally {
    await records.close();
  }
}
