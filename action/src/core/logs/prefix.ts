/**
 * What programs that run others put in front of each of their lines: BuildKit's `#8 2.841`, the workspace or task of
 * turbo, lerna and pnpm, the environment of tox, docker compose's `api-1  |`, concurrently's `[web]`, and a clock of their own. Compilers
 * (`a.c:1:`) and levels (`[error]`) are no such prefixes.
 */
const PREFIX = new RegExp(
  `^(?:${[
    String.raw`#\d{1,4} \d{1,6}\.\d{1,3} `,
    String.raw`@[\w.-]{1,60}/[\w.-]{1,60}(?::[\w:.-]{1,60})?: `,
    String.raw`[a-z][\w./-]{0,60}:(?:build|test|lint|check|compile|typecheck|dev|e2e|unit|ci)[\w:-]{0,30}: `,
    String.raw`(?:py|pypy)\d{1,3}(?:-[\w.-]{1,40})?: `,
    String.raw`(?:[\w-]{1,60}/){1,6}[\w@-]{1,60} (?!error|warning|fatal|note)[a-z][\w:-]{0,40}: `,
    String.raw`(?:\d\d:\d\d:\d\d )?(?!(?:error|fatal|warn|warning|info|debug|trace|critical|ERROR|FATAL|WARN|WARNING|INFO|DEBUG|TRACE|CRITICAL)\b)[A-Za-z@][\w./@-]{0,60}\s{1,40}\| `,
    String.raw`\[(?!(?:error|fatal|warn|warning|info|debug|trace|fail|failed|pass|ok|skip|err|notice)\])[a-z@][\w:/@.-]{0,60}\] `,
    String.raw`- (?=File "|Error)`,
    String.raw`\d\d:\d\d:\d\d[.,]\d{3,6}\s{1,4}`,
    String.raw`(?:(?:time|ts)=(?:"[^"]{1,40}"|\S{1,40}) )?level=[a-z]{1,9} (?:ts=\S{1,40} )?msg="?`,
    String.raw` ?\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?\]?:?\s{1,4}`,
  ].join("|")})`,
);

const STREAM =
  /^(?:\d\d:\d\d:\d\d )?(?:(?!(?:error|fatal|warn|warning|info|debug|trace|critical|ERROR|FATAL|WARN|WARNING|INFO|DEBUG|TRACE|CRITICAL)\b)([A-Za-z@][\w./@-]{0,60})\s{1,40}\| |\[([a-z@][\w:/@.-]{0,60})\] |(@?[\w.-]{1,60}(?:\/[\w.-]{1,60})?:[\w:.-]{1,60}): )/;
const ENDED =
  /(?:^|\| )([\w.@/-]{1,60}) (?:exited with code|stopped \(rc=)[ ]?(?!0\b)\d|^\[([\w:/@.-]{1,60})\] .{0,200}exited with code (?!0\b)\w|^(?:\S{0,3} )?(@?[\w./-]{1,100})#([\w:-]{1,60}): command .{0,300}exited \([1-9]|\[(gw\d{1,3})\] node down|^worker '(gw\d{1,3})' crashed/;

/** Whose line it is, where several programs print into one log: the name in front of it. */
export function streamOf(text: string): string | null {
  const found = STREAM.exec(text);
  return found?.[1] ?? found?.[2] ?? found?.[3] ?? null;
}

/** Whose end a line tells of that was no success. */
export function endedStream(text: string): string | null {
  const found = ENDED.exec(text);
  if (found === null) return null;
  const task = found[4] === undefined ? null : `${found[3]}:${found[4]}`;
  return task ?? found[1] ?? found[2] ?? found[5] ?? found[6] ?? null;
}

/** A line of a structured log: an object with a level and a message. */
const RECORD =
  /^\{(?=.{0,2000}"(?:log\.)?(?:level|severity|levelname|lvl)" ?:).{0,2000}?"(?:message|msg)" ?: ?"((?:[^"\\]|\\.){1,2000})(?:"|$)/;

/** The line as the program itself printed it; null when nothing stands in front of it. */
export function withoutPrefix(text: string): string | null {
  const line = text.replace(PREFIX, "").replace(PREFIX, "");
  const bare =
    RECORD.exec(line)?.[1]
      ?.replaceAll(/\\[nrt]/g, " ")
      .replaceAll(/\\(.)/g, "$1") ?? line;
  return bare === text || bare === "" ? null : bare;
}
