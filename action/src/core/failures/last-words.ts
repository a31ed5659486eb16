import type { Described } from "#core/failures/features.ts";
import { HEADLINES, MATTERS } from "#core/failures/kinds.ts";
import { isHarmless, isHousekeeping, OF_OTHERS } from "#core/failures/substance.ts";
import { withoutPrefix } from "#core/logs/prefix.ts";

/** Kinds that say something went well, is going on, or went wrong elsewhere. */
const SAYS_NOTHING = [
  ...[
    "final word",
    "nothing but level",
    "passing test",
    "none wrong",
    "success word",
    "skipped",
    "ignored error",
  ],
  ...["progress", "build step", "command echo", "tool command", "assignment", "statistic", "configuration"],
  ...["make stops", "make walks", "npm err head", "build failed", "command failed", "something failed"],
  ...[
    "exit words",
    "points back",
    "warning",
    "url line",
    "rule line",
    "frame",
    "transcript",
    "size row",
    "starts with info",
  ],
];
/** What a scanner comes to: it found something, and that is why it failed. */
const VERDICT =
  /\b(?:leaks?|issues?|problems?|violations?|vulnerabilit\w{1,3}|secrets?|findings?|offen[cs]es?|errors?|changes) (?:found|detected):? [1-9]|\b(?:[Ff]ound|[Dd]etected) [1-9]\d{0,6} (?:\w{1,20} ){0,3}(?:leaks?|issues?|problems?|violations?|vulnerabilit\w{1,3}|secrets?|findings?|offen[cs]es?|errors?)\b|\b[1-9]\d{0,6} (?:\w{1,20} ){0,3}(?:leaks?|issues?|problems?|violations?|vulnerabilit\w{1,3}|secrets?|findings?|offen[cs]es?|errors?) (?:were |was )?(?:found|detected)\b/;
const OWN_NAME = /^([\w.-]{2,40}): \S/;

/**
 * Whether a line may be why its step failed although it does not look it: where no line of the step does, what its
 * program said under its own name before it ended, what a scanner came to, or a matter that it named beside advice.
 */
export function isLastWord({ line, region, kinds, features }: Described): boolean {
  if (!features.includes("step ends within 30") || line.tag === "group") return false;
  if (OF_OTHERS.some((feature) => features.includes(feature))) return false;
  if (SAYS_NOTHING.some((kind) => kinds.has(kind)) || isHousekeeping(line.text)) return false;
  if (VERDICT.test(line.text)) return true;
  if (isHarmless(line.text)) return false;
  if ([...HEADLINES, ...MATTERS].some((kind) => kinds.has(kind))) return true;
  const name = OWN_NAME.exec(withoutPrefix(line.text) ?? line.text)?.[1];
  return name !== undefined && commands(region.span.script).includes(name);
}

/** The first word of each command of a script, without its folder. */
function commands(script: string): string[] {
  return script
    .split(/\n|&&|\|\|?|;/)
    .flatMap((command) => /^\s*(?:sudo |npx |exec )?(\S{1,100})/.exec(command)?.[1]?.split("/").at(-1) ?? []);
}
