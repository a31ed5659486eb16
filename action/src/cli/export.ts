import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { exportFiles } from "#app/export.ts";
import { bytes, plural } from "#core/format.ts";
import { printable } from "#core/render/printable.ts";
import type { Extras } from "./commands.ts";
import { type Context, type Outcome, repositoryOf } from "./context.ts";
import { openRecords } from "./records.ts";

const STANDARD = "agentops-export";

/**
 * Writes what the static API of the dashboard holds into a folder; asks GitHub nothing. Files of the same name are
 * written over, and no others are touched: the folder may be anybody's.
 */
export async function exportTables(
  context: Context,
  { format, output }: Pick<Extras, "format" | "output">,
): Promise<Outcome> {
  const folder = resolve(context.surroundings.workspace, output ?? STANDARD);
  const records = await openRecords(context);
  const written = { files: 0, bytes: 0 };
  try {
    const files = exportFiles(
      { store: records.store, clock: context.clock },
      {
        repository: repositoryOf(context),
        config: records.config,
        server: context.surroundings.serverUrl,
        cron: records.cron,
        now: null,
        format,
      },
    );
    for await (const { path, content } of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), content);
      written.files += 1;
      written.bytes += Buffer.byteLength(content);
    }
    context.print(`${plural(written.files, "file")}, ${bytes(written.bytes)}: ${printable(folder)}`);
    return { exitCode: 0 };
  } finally {
    await records.close();
  }
}
