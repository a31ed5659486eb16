import type { Attempt } from "#core/attempts/attempt.ts";
import type { Context } from "#core/attempts/context.ts";
import { CATALOGUE, type Documents, type PageName } from "#core/documents/catalogue.ts";
import type { Place } from "#core/documents/row/places.ts";
import type { Written } from "#core/documents/row/row.ts";

/** One HTML file of the site: a page, and where it stands. */
export type Route = Place<unknown> & { page: PageName };

/** The pages whose documents are made in one pass. */
export function* routes(documents: Documents): Iterable<Route> {
  for (const row of CATALOGUE)
    if ("pages" in row)
      for (const [page, places] of Object.entries(row.pages)) yield* on(page, places(documents));
}

/**
 * The pages of one day's runs, from a second pass over the store so that they are never all held at once.
 *
 * @param day every attempt of the runs created on one day
 */
export function* dayRoutes(day: readonly Attempt[], documents: Documents, context: Context): Iterable<Route> {
  for (const row of CATALOGUE)
    if ("dayPages" in row)
      for (const [page, places] of Object.entries(row.dayPages))
        yield* on(page, places(day, documents, context));
}

/** The pages about the site itself, when there is something to tell. */
export function* lastRoutes(documents: Documents, written: Written): Iterable<Route> {
  for (const row of CATALOGUE)
    if ("lastPages" in row)
      for (const [page, places] of Object.entries(row.lastPages)) yield* on(page, places(documents, written));
}

function* on(page: string, places: Iterable<Place<unknown>>): Iterable<Route> {
  for (const place of places) yield { ...place, page: page as PageName };
}
