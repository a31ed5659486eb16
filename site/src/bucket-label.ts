import { DAY_SECONDS } from "#core/time.ts";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `18 Nov`, or `18 Nov 06:00` for buckets shorter than a day. UTC. */
export function bucketLabel(start: string, bucketSeconds: number): string {
  const day = `${Number(start.slice(8, 10))} ${MONTHS[Number(start.slice(5, 7)) - 1]}`;
  return bucketSeconds >= DAY_SECONDS ? day : `${day} ${start.slice(11, 16)}`;
}

/** @param day as `2026-11-18` */
export const dayLabel = (day: string): string => bucketLabel(day, DAY_SECONDS);

/** `hour`, `6 hours`, `day`. */
export function bucketName(bucketSeconds: number): string {
  if (bucketSeconds >= DAY_SECONDS) return "day";
  const hours = bucketSeconds / 3600;
  return hours === 1 ? "hour" : `${hours} hours`;
}
