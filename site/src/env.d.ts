/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    /** What every page shows. */
    site: import("#core/documents/site/site.ts").SiteDocument;
    navigation: readonly import("#core/documents/row/row.ts").Navigation[];
    /** The page's own document, under the page's name; `documentOf` gets it. */
    documents: Partial<import("#core/documents/catalogue.ts").PageDocuments>;
  }
}
