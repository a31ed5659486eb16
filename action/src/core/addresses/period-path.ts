import type { PeriodName } from "#core/attempts/period.ts";

export const DEFAULT_PERIOD: PeriodName = "7d";

/** Where a page's variant for a period lives, below the site's root: the default one at the page itself. */
export function periodPath(page: string, period: PeriodName): string {
  return period === DEFAULT_PERIOD ? page : `${page}${period}/`;
}
