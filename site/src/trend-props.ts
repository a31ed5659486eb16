import type { Marker } from "#core/documents/events/markers.ts";
import type { Bucket, Stretch } from "#core/documents/figures/buckets.ts";

/** What a chart of attempts over time is drawn from. */
export type TrendProps = {
  trend: readonly Bucket[];
  period: Stretch;
  markers?: readonly Marker[];
};
