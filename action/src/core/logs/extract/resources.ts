import type { Extractor } from "#core/logs/extract/extractor.ts";

type Reading = { name: string; hint: string; pattern: RegExp; value: (match: RegExpExecArray) => number };

/** What GNU time, BSD time and the shell's time print. */
export const READINGS_OF_TIME: readonly Reading[] = [
  {
    name: "max_rss_bytes",
    hint: "maximum resident set size (kbytes)",
    pattern: /Maximum resident set size \(kbytes\): (\d{1,15})/,
    value: ([, kilobytes]) => Number(kilobytes) * 1024,
  },
  {
    name: "max_rss_bytes",
    hint: "  maximum resident set size",
    pattern: /^\s*(\d{1,15})\s+maximum resident set size/,
    value: ([, bytes]) => Number(bytes),
  },
  {
    name: "elapsed_seconds",
    hint: "elapsed (wall clock)",
    pattern: /Elapsed \(wall clock\) time .{0,40}: (?:(\d+):)?(\d+):(\d+(?:\.\d+)?)$/,
    value: ([, hours = "0", minutes, seconds]) =>
      Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds),
  },
  {
    name: "elapsed_seconds",
    hint: "real\t",
    pattern: /^real\t(\d+)m([\d.]+)s$/,
    value: ([, minutes, seconds]) => Number(minutes) * 60 + Number(seconds),
  },
  {
    name: "user_seconds",
    hint: "user time (seconds)",
    pattern: /User time \(seconds\): (\d+(?:\.\d+)?)/,
    value: ([, seconds]) => Number(seconds),
  },
  {
    name: "cpu_percent",
    hint: "percent of cpu",
    pattern: /Percent of CPU this job got: (\d{1,6})%/,
    value: ([, percent]) => Number(percent),
  },
];

/** Of several programs measured in one log, the most each reached. */
export function resources(): Extractor {
  const most = new Map<string, number>();
  return {
    hints: READINGS_OF_TIME.map(({ hint }) => hint),
    line(text) {
      for (const { name, pattern, value } of READINGS_OF_TIME) {
        const match = pattern.exec(text);
        if (match) most.set(name, Math.max(most.get(name) ?? 0, value(match)));
      }
    },
    held: () => most.size,
    finish(into) {
      into.resources = Object.fromEntries(most);
    },
  };
}
