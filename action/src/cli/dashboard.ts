import { resolve } from "node:path";
import { dashboard as renderSite } from "#app/dashboard.ts";
import type { DocumentOptions } from "#app/documents.ts";
import { UserError } from "#core/errors.ts";
import { bytes, count, duration } from "#core/format.ts";
import { type Destination, refuseForeignFolder } from "#io/own-folder.ts";
import { loadRenderer } from "#io/renderer.ts";
import { directoryWriter } from "#io/site-writer.ts";
import { inSmallHeap } from "#io/small-heap.ts";
import { SITE_FOLDER } from "../paths.ts";
import type { Context, Outcome } from "./context.ts";
import type { Extras } from "./extras.ts";
import { openToRead } from "./read-records.ts";
import type { ReadRecords } from "./reported-records.ts";

/** Renders the stored records; asks GitHub nothing. */
export async function dashboard(context: Context, { from }: Pick<Extras, "from">): Promise<Outcome> {
  const folder = dashboardFolder(context);
  if (folder === null)
    throw new UserError(
      "dashboard-dir is `none`, so there is nowhere to write",
      "Name a folder, or leave it out.",
    );
  await refuseForeignFolder(destination(context, folder));
  const records = await openToRead(context, from);
  try {
    const built = await render(records, context, folder);
    context.report.info(
      `${count(built.pages)} pages, ${bytes(built.bytes)} in ${duration(built.seconds)}: ${folder}`,
    );
    return { exitCode: 0, outputs: { "data-dir": records.directory, "dashboard-dir": folder } };
  } finally {
    await records.close();
  }
}

/** Where the dashboard goes; null when none is wanted. */
export function dashboardFolder({ options, surroundings }: Context): string | null {
  const folder = options["dashboard-dir"];
  return folder === "none" ? null : resolve(surroundings.workspace, folder);
}

/** What is written there replaces what was. */
export function destination({ surroundings: { workspace } }: Context, folder: string): Destination {
  return { folder, input: "dashboard-dir", workspace };
}

/** In the light of which documents are made of these records. */
export async function documentOptions(records: ReadRecords, context: Context): Promise<DocumentOptions> {
  return {
    repository: records.repository,
    config: records.config,
    server: context.surroundings.serverUrl,
    cron: records.cron,
    knownErrors: await records.knownErrors(),
    workflowFiles: records.workflowFiles,
    now: records.now ?? null,
  };
}

/** @param siteUrl where the site is known to live, unless the input says otherwise */
export function render(
  records: ReadRecords,
  context: Context,
  folder: string,
  siteUrl: string | null = null,
) {
  const { options, surroundings, clock, report } = context;
  const effects = {
    store: records.store,
    clock,
    report,
    site: directoryWriter(folder, { workspace: surroundings.workspace }),
    render: loadRenderer(SITE_FOLDER),
  };
  return report.group("Dashboard", () =>
    inSmallHeap(async () =>
      renderSite(effects, {
        ...(await documentOptions(records, context)),
        siteUrl: options["site-url"] ?? siteUrl,
      }),
    ),
  );
}
