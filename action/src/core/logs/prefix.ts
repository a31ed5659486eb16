/**
 * What programs that run others put in front of each of their lines: BuildKit's `#8 2.841`, the workspace or task of
 * turbo, lerna and pnpm, docker compose's `api-1  |`, concurrently's `[web]`, and a clock of their own. Compilers
 * (`a.c:1:`) and levels (`[error]`) are no such prefixes.
 */
const PREFIX = new RegExp(
  `^(?:${[
    String.raw`#\d{1,4} \d{1,6}\.\d{1,3} `,
    String.raw`@[\w.-]{1,60}/[\w.-]{1,60}(?::[\w:.-]{1,60})?: `,
    String.raw`[a-z][\w./-]{0,60}:(?:build|test|lint|check|compile|typecheck|dev|e2e|unit|ci)[\w:-]{0,30}: `,
    String.raw`(?:[\w-]{1,60}/){1,6}[\w@-]{1,60} (?!error|warning|fatal|note)[a-z][\w:-]{0,40}: `,
    String.raw`[a-z][\w.-]{0,60}[-_]\d{1,3}\s{1,20}\| `,
    String.raw`\[(?!(?:error|fatal|warn|warning|info|debug|trace|fail|failed|pass|ok|skip|err|notice)\])[a-z@][\w:/@.-]{0,60}\] `,
    String.raw`\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?\]?:?\s{1,4}`,
  ].join("|")})`,
);

/** The line as the program itself printed it; null when nothing stands in front of it. */
export function withoutPrefix(text: string): string | null {
  const bare = text.replace(PREFIX, "").replace(PREFIX, "");
  return bare === text || bare === "" ? null : bare;
}
