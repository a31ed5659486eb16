/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    /** What every page shows: repository, freshness, navigation. */
    site: import("#core/documents/site/site.ts").SiteDocument;
    /** The page's own document, as its row in `core/documents/routes.ts` says; the page narrows it. */
    document: unknown;
  }
}
