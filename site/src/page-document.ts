import type { PageDocuments } from "#core/documents/catalogue.ts";

/** What a page shows: the document that its row in the catalogue made for it, under the page's name (or one of its names). */
export function documentOf<Page extends keyof PageDocuments>(
  { documents }: App.Locals,
  ...pages: Page[]
): PageDocuments[Page] {
  for (const page of pages) {
    const document = documents[page];
    if (document !== undefined) return document;
  }
  throw new Error(`rendered without the document of ${pages.join(" or ")}`);
}
