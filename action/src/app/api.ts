import { readAttempts } from "#app/day-facts.ts";
import type { SiteFile, Store } from "#app/effects.ts";
import type { Context } from "#core/attempts/context.ts";
import type { CatalogueDocument, CatalogueFile } from "#core/documents/api/api-catalogue.ts";
import { CATALOGUE, type Documents } from "#core/documents/catalogue.ts";
import { type FailedPart, reasonOf } from "#core/documents/sources/left-out.ts";
import type { ApiFile } from "#core/render/api-file.ts";
import { indexFile, type JsonFile, jsonFiles, schemaFile } from "#core/render/api-json.ts";
import { API_ROOT } from "#core/render/api-root.ts";
import { visible } from "#core/text/visible.ts";

/** Day records beyond this are left out, oldest first: GitHub Pages serves no site above 1 GB. */
const MOST_DAY_BYTES = 500_000_000;

/**
 * Writes the static API: every document, the records day by day (newest first, one day held at a time), and
 * the catalogue of it all, which is also what it returns.
 *
 * @param fail is told of parts that cannot be made; all others are
 */
export async function* staticApi(
  store: Pick<Store, "days" | "read">,
  documents: Documents,
  context: Context,
  fail: (failed: FailedPart) => void,
): AsyncGenerator<SiteFile, CatalogueDocument> {
  const json = jsonFiles(documents.site);
  const files: CatalogueFile[] = [];
  for (const [name, part] of partsOf(documents, json))
    for (const made of contained(part, `${API_ROOT}${name}`, fail)) {
      const file = seen(made);
      files.push(await weighed(file));
      yield siteFile(file);
    }
  const days = (await store.days("runs")).reverse();
  let bytes = 0;
  let unpublished = 0;
  for (const day of days) {
    if (bytes > MOST_DAY_BYTES) {
      unpublished += 1;
      continue;
    }
    const attempts = await readAttempts(store, day, context);
    for (const row of CATALOGUE) {
      if (!("dayFiles" in row)) continue;
      const part = () => row.dayFiles(day, attempts, json);
      for (const made of contained(part, `${API_ROOT}${row.name}/${day}`, fail)) {
        const file = seen(made);
        const entry = await weighed(file);
        bytes += entry.bytes;
        files.push(entry);
        yield siteFile(file);
      }
    }
  }
  const catalogue = { files, unpublished_days: unpublished };
  yield siteFile(indexFile(catalogue, json));
  return catalogue;
}

/** The files of each document, then the schemas of all that hold one. */
function* partsOf(documents: Documents, json: JsonFile): Iterable<[name: string, () => Iterable<ApiFile>]> {
  for (const row of CATALOGUE) if ("files" in row) yield [row.name, () => row.files(documents, json)];
  for (const row of CATALOGUE)
    if ("schema" in row)
      yield ["schema", () => Object.entries(row.schema).map(([kind, schema]) => schemaFile(kind, schema))];
}

/** The files of a part, until one cannot be made. */
function* contained(
  make: () => Iterable<ApiFile>,
  path: string,
  fail: (failed: FailedPart) => void,
): Iterable<ApiFile> {
  try {
    yield* make();
  } catch (thrown) {
    fail({ path, reason: reasonOf(thrown) });
  }
}

/** Pages draw tables from these files, so nothing is in them that nobody sees. */
function seen(file: ApiFile): ApiFile {
  return { ...file, text: visible(file.text) };
}

async function weighed({ text, ...file }: ApiFile): Promise<CatalogueFile> {
  const bytes = new TextEncoder().encode(text);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return { ...file, bytes: bytes.length, sha256 };
}

function siteFile({ path, text }: ApiFile): SiteFile {
  return { path: `${API_ROOT}${path}`, content: text };
}
