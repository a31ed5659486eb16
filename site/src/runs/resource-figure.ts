import { bytes, duration } from "#core/format.ts";

/** A resource that a tool printed, named and with its unit: `max_rss_bytes` is `Max rss`, `734.0 MB`. */
export function resourceFigure(name: string, value: number): [name: string, value: string] {
  const [, what = name, unit] = /^(.*)_(bytes|seconds|percent)$/.exec(name) ?? [];
  const words = what.replaceAll("_", " ");
  const label = words.charAt(0).toUpperCase() + words.slice(1);
  if (unit === "bytes") return [label, bytes(value)];
  if (unit === "seconds") return [label, duration(value)];
  return [label, unit === "percent" ? `${value} %` : String(value)];
}
