/** Beyond this a message only repeats itself, and its noise would cost time. */
const LONGEST = 2000;

const MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}";
const UNIT = "(?:[nµum]?s|secs?|seconds?|min|minutes?|[mhd]|hours?|ms|[kKMGT]i?B|[kMG]|bytes?|%)";
/** What the number of an exit, a status or an error stands behind, or in front of. */
const CODE_BEFORE =
  /(?:\b(?:exit(?:ed)?(?: with)?|code|status|errno|signal|HTTP(?:\/[\d.]{1,3})?)(?: code| status)?[ :=(]{1,2}|\berror )$/i;
const CODE_AFTER =
  /^[: ]{1,2}(?:Not Found|Forbidden|Unauthorized|Bad |Too Many|Service|Internal|Gateway|Conflict|Gone|Payment|Request|Unprocessable)/i;

/**
 * What differs between two occurrences of one failure, in the order in which it is replaced. Names of errors, such
 * as E404, TS2345 or CVE-2026-1234, are no noise: their digits stand right behind letters and stay.
 */
export const NOISE: readonly {
  pattern: RegExp;
  put: string | ((found: string, before: string, after: string) => string);
}[] = [
  { pattern: /\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?/g, put: "<time>" },
  { pattern: new RegExp(`\\b${MONTH} {1,2}\\d{1,2}(?:,? \\d{4})?\\b`, "g"), put: "<time>" },
  { pattern: /(?<![\d:.])\d{1,2}:\d\d:\d\d(?:[.,]\d{1,9})?(?![\d:])/g, put: "<time>" },
  { pattern: /[?#](?<=:\/\/[^\s?#"'<>]{1,500}.)[^\s"'<>)]{1,2000}/g, put: "" },
  { pattern: /\bsha\d{1,3}[:-][A-Za-z0-9+/=]{16,}/g, put: "<hash>" },
  {
    pattern:
      /(?<![\w./\\:~-])(?:[A-Za-z]:)?[\\/](?:tmp|var[\\/]folders|private[\\/]var|dev[\\/]shm)[\\/][^\s:"'()<>,;\]]{1,500}/g,
    put: "<path>",
  },
  {
    pattern: /(?<![\w./\\~@-])(?:[A-Za-z]:)?(?:~|\.{1,2})?(?:[\\/][^\s\\/:"'()<>,;\]]{1,255}){2,60}/g,
    put: basename,
  },
  { pattern: /(?<![\w./\\~@:-])[\w.+-]{1,255}(?:[\\/][^\s\\/:"'()<>,;\]]{1,255}){1,60}/g, put: relative },
  // Names in a path go with the path: only what stands alone is replaced by what it is.
  { pattern: /(?<!\d)\d{4}[-/]\d\d[-/]\d\d(?!\d)/g, put: "<time>" },
  { pattern: /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/gi, put: "<id>" },
  {
    pattern:
      /\b(?:req|msg|toolu|call|resp|chatcmpl|sess|thread|run)[_-](?=[A-Za-z_-]{0,40}\d)[A-Za-z0-9_-]{8,80}\b/g,
    put: "<id>",
  },
  { pattern: /\b0x[0-9a-f]{1,16}\b/gi, put: "<address>" },
  { pattern: /(?<!\d\.|[\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])/g, put: "<ip>" },
  {
    pattern: /(?<![A-Za-z0-9])(?=[a-f]{0,39}\d)(?=\d{0,39}[a-f])[0-9a-f]{7,64}(?![A-Za-z0-9])/g,
    put: "<hash>",
  },
  { pattern: /\b(?:tmp[._-]?[A-Za-z0-9_]{6,12}|pytest-\d{1,6}|fv-az\d{1,6}-\d{1,6})\b/g, put: temporary },
  {
    pattern: /(?<![\w.-])v?\d{1,6}\.\d{1,6}(?:\.\d{1,10}){1,3}(?:[-+][\w.+-]{1,40})?(?![\w.]*\w)/g,
    put: "<version>",
  },
  { pattern: /(?<![\w.-])v\d{1,6}(?:\.\d{1,6})?(?![\w.]*\w)/g, put: "<version>" },
  { pattern: /(?<=[a-z_])\d{4,20}(?![A-Za-z])/g, put: "<n>" },
  {
    pattern: new RegExp(
      `(?<![\\w<])(?<![A-Z]{2}-(?:\\d{4}-)?)[+]?\\d(?:[\\d_]{0,40}|(?:,\\d{3}){1,10})(?:\\.\\d{1,20})?(?=${UNIT}?(?!\\w))`,
      "g",
    ),
    put: number,
  },
  { pattern: /<n>(?:(?:[:,.x/-]|\.\.|, )<n>){1,20}/g, put: "<n>" },
  // Durations that some runs print and others do not.
  { pattern: / ?[([]<n> ?(?:[nµm]?s|sec|seconds|min)[)\]]/g, put: "" },
  { pattern: /\s{1,2000}/g, put: " " },
];

/** A message as it will read the next time. */
export function withoutNoise(message: string): string {
  let text = message.slice(0, LONGEST);
  for (const { pattern, put } of NOISE)
    text = text.replace(pattern, (found: string, ...rest: unknown[]) => {
      if (typeof put === "string") return put;
      const offset = rest.find((part) => typeof part === "number") ?? 0;
      return put(
        found,
        text.slice(Math.max(0, offset - 40), offset),
        text.slice(offset + found.length, offset + found.length + 40),
      );
    });
  return text.trim();
}

function basename(path: string): string {
  return path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
}

/** `src/app/main.ts`, but neither `and/or` nor `octo-org/fleet`. */
function relative(path: string): string {
  const name = basename(path);
  return /\.\w{1,8}$/.test(name) || path.split(/[\\/]/).length > 3 ? name : path;
}

/** Names made up for one use have a digit or a capital among their letters; `tmp_folder` has not. */
function temporary(name: string): string {
  return /\d|[a-z][A-Z]|^tmp[a-z0-9_]{8}$/.test(name) ? "<temp>" : name;
}

function number(found: string, before: string, after: string): string {
  return /^\d{1,4}$/.test(found) && (CODE_BEFORE.test(before) || CODE_AFTER.test(after)) ? found : "<n>";
}
