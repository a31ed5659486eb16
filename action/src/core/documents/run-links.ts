import { runsSearch } from "#core/documents/run-query.ts";

/** Where the runs behind a number are shown, below the site's root. */
export function runsLink(wanted: Parameters<typeof runsSearch>[0]): string {
  return `runs/${runsSearch(wanted)}`;
}

/** @param attempt null: the run's latest */
export function runLink(id: number, attempt: number | null = null): string {
  return attempt === null ? `runs/${id}/` : `runs/${id}/attempts/${attempt}/`;
}
