import type * as z from "zod";
import type { Attempt } from "#core/attempts/attempt.ts";
import type { Context } from "#core/attempts/context.ts";
import type { PeriodName } from "#core/attempts/period.ts";
import type { CatalogueDocument } from "#core/documents/api/api-catalogue.ts";
import type { SiteBuild } from "#core/documents/health/health.ts";
import type { Place } from "#core/documents/row/places.ts";
import type { Sources } from "#core/documents/sources/sources.ts";
import type { ApiFile } from "#core/render/api-file.ts";
import type { JsonFile } from "#core/render/api-json.ts";
import type { Day } from "#core/time.ts";

/** A document in the making; `finish` takes those that it needs. */
export type Making<Needs, Document> = {
  add: (attempt: Attempt) => void;
  finish: (needs: Needs) => Document;
};

/** What every document has. */
export type AnyRow = {
  readonly name: string;
  /** Documents that are finished before this one. */
  readonly needs: readonly AnyRow[];
  readonly fold: (sources: Sources) => Making<never, unknown>;
  /** What it is made from besides runs, what agents did in them, and the journal. */
  readonly reads?: readonly Read[];
  /** The periods of what it needs that it is made from, whatever is asked of it; the same ones when left out. */
  readonly looksAt?: readonly PeriodName[];
};

/** Records that only some documents are made from: they are read where one of those is asked for. */
type Read = "alerts" | "analyses" | "events" | "pulls" | "sizes" | "statements" | "workflows";

/**
 * How a document is shown. Pages go by their file in `site/src/pages`, without its ending; each function takes the
 * documents that it shows, by name, and tells where the page stands how often.
 */
export type Shown = {
  readonly name: string;
  readonly reads?: readonly Read[];
  readonly looksAt?: readonly PeriodName[];
  /** What its JSON files hold under `data`, by the name of the schema. */
  readonly schema?: Readonly<Record<string, z.ZodType>>;
  readonly pages?: Readonly<Record<string, (made: never) => Iterable<Place<unknown>>>>;
  /** Of one day's attempts, from a second pass over the store so that they are never all held at once. */
  readonly dayPages?: Readonly<
    Record<string, (day: readonly Attempt[], made: never, context: Context) => Iterable<Place<unknown>>>
  >;
  /** About the site itself, made when all else is written. */
  readonly lastPages?: Readonly<Record<string, (made: never, written: Written) => Iterable<Place<unknown>>>>;
  readonly navigation?: Navigation;
  /** Files of the API. */
  readonly files?: (made: never, json: JsonFile) => Iterable<ApiFile>;
  readonly dayFiles?: (day: Day, attempts: readonly Attempt[], json: JsonFile) => Iterable<ApiFile>;
};

/** An entry of the main navigation: `path` is below the site's root, `place` its rank; `more`: in the menu of that name. */
export type Navigation = { label: string; path: string; place: number; more?: true };

/** What is known of the site once all but its last pages are written. */
export type Written = { catalogue: CatalogueDocument; build: SiteBuild };

type DocumentOf<Row> = Row extends { fold: (sources: Sources) => Making<never, infer Document> }
  ? Document
  : never;

/** The documents of these rows, by name. */
export type DocumentsOf<Rows extends AnyRow> = { [Row in Rows as Row["name"]]: DocumentOf<Row> };

type Made<Name, Needs extends readonly AnyRow[], Document> = {
  readonly name: Name;
  readonly needs: Needs;
  readonly fold: (sources: Sources) => Making<DocumentsOf<Needs[number]>, Document>;
};

/** A row of the catalogue: the types of its document and pages are those of what it says. */
export function declare<
  const Name extends string,
  const Needs extends readonly AnyRow[],
  Document,
  const Rest extends Shown,
>(
  row: Made<Name, Needs, Document> & Rest,
): Made<Name, Needs, Document> & Omit<Rest, keyof Made<Name, Needs, Document>> {
  return row;
}
