import { staticApi } from "#app/api.ts";
import { buildDocuments, type DocumentOptions } from "#app/documents.ts";
import type { Clock, Report, SiteFile, Store } from "#app/effects.ts";
import { shownStore } from "#app/shown-store.ts";
import { CATALOGUE } from "#core/documents/catalogue.ts";
import { focus } from "#core/documents/focus/document.ts";
import type { FailedPart } from "#core/documents/sources/left-out.ts";
import { UserError } from "#core/errors.ts";
import { focusFiles } from "#core/focus/files.ts";
import { EXPORT_MARK, SITE_MARK } from "#core/ownership.ts";
import { API_ROOT } from "#core/render/api-root.ts";
import type { Month } from "#core/time.ts";

/** The files of the static API in one format and the one that says whose they are, anonymised where the site would be. Paths are below the export's folder. */
export async function* exportFiles(
  { store: all, clock, report }: { store: Store; clock: Clock; report: Report },
  options: DocumentOptions & { format: "json" | "csv" },
): AsyncGenerator<SiteFile> {
  const store = await shownStore(all, options.config.privacy);
  const { documents, sources } = await buildDocuments({ store, clock }, options, "export", {
    rows: CATALOGUE,
  });
  const fail = ({ path, reason }: FailedPart) => report.warn(`${path} cannot be made: ${reason}`);
  for await (const { path, content } of staticApi(store, documents, sources.context, fail))
    if (path.endsWith(`.${options.format}`) || path === SITE_MARK)
      yield { path: path.slice(API_ROOT.length), content };
}

/**
 * The charges of one month, or of every month (null), as FOCUS has them, each with its sidecar; and the file that says
 * whose they are. Anonymised where the site would be.
 *
 * @throws UserError where the records have nothing of the month
 */
export async function* exportFocus(
  { store: all, clock }: { store: Store; clock: Clock },
  options: DocumentOptions,
  month: Month | null,
): AsyncGenerator<SiteFile> {
  const store = await shownStore(all, options.config.privacy);
  const { documents, sources } = await buildDocuments({ store, clock }, options, "export", { rows: [focus] });
  const made = documents.focus.filter((one) => month === null || one.month === month);
  if (made.length === 0)
    throw new UserError(
      month === null ? "the records have no charges" : `the records have no charges of ${month}`,
      `Months with charges: ${documents.focus.map((one) => one.month).join(", ") || "none"}. Months are those of UTC.`,
    );
  yield* made
    .flatMap(focusFiles)
    .map(({ path, text }) => ({ path: path.replace(/^focus\//, ""), content: text }));
  const { now, repository } = sources.context;
  const mark = { generator: "agentops", repository: repository.full_name, as_of: now };
  yield { path: EXPORT_MARK, content: `${JSON.stringify(mark)}\n` };
}
