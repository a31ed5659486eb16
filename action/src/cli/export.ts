import { resolve } from "node:path";
import type { SiteFile } from "#app/effects.ts";
import { exportFiles, exportFocus } from "#app/export.ts";
import { UserError } from "#core/errors.ts";
import { bytes, plural } from "#core/format.ts";
import { printable } from "#core/render/printable.ts";
import { refuseForeignFolder } from "#io/own-folder.ts";
import { directoryWriter } from "#io/site-writer.ts";
import { checkFocus } from "./check-focus.ts";
import type { Context, Outcome } from "./context.ts";
import type { Extras } from "./extras.ts";
import { openToRead } from "./read-records.ts";
import type { ReadRecords } from "./reported-records.ts";

type Asked = Pick<Extras, "from" | "format" | "output" | "month" | "check" | "words">;

/** `export`: everything, or `export focus`: charges, or a check of such a file. Asks GitHub nothing. */
export async function exportRecords(context: Context, asked: Asked): Promise<Outcome> {
  const { words, check, month } = asked;
  if (words.length === 0 && check === null && month === null) return exportTables(context, asked);
  if (words.length !== 1 || words[0] !== "focus")
    throw new UserError(
      `export ${words.map((word) => JSON.stringify(word)).join(" ") || "--month and --check"} is not known`,
      "Say export for everything, or export focus with --month or --check for charges as FOCUS has them.",
    );
  if (check !== null) return checkFocus(context, check);
  return intoFolder(context, asked, (records) =>
    exportFocus({ store: records.store, clock: context.clock }, optionsOf(context, records), month),
  );
}

/** Writes what the static API of the dashboard holds. */
async function exportTables(context: Context, asked: Asked): Promise<Outcome> {
  const { clock, report } = context;
  return intoFolder(context, asked, (records) =>
    exportFiles(
      { store: records.store, clock, report },
      { ...optionsOf(context, records), format: asked.format },
    ),
  );
}

function optionsOf({ surroundings }: Context, records: ReadRecords) {
  return {
    repository: records.repository,
    config: records.config,
    server: surroundings.serverUrl,
    cron: records.cron,
    now: records.now ?? null,
  };
}

/**
 * Writes files into a folder, which they replace as a whole, so that nothing of an older export stays in it; a folder
 * that holds anything else is left alone.
 */
async function intoFolder(
  context: Context,
  { from, output }: Asked,
  filesOf: (records: ReadRecords) => AsyncIterable<SiteFile>,
): Promise<Outcome> {
  const folder = resolve(context.surroundings.workspace, output);
  const destination = { folder, input: "--output", workspace: context.surroundings.workspace };
  await refuseForeignFolder(destination);
  const records = await openToRead(context, from);
  try {
    const written = await directoryWriter(folder, destination).replace(filesOf(records));
    context.print(`${plural(written.files, "file")}, ${bytes(written.bytes)}: ${printable(folder)}`);
    return { exitCode: 0 };
  } finally {
    await records.close();
  }
}
