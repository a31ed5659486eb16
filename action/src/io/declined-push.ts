/** What a server says when it declines a push, without what git and GitHub wrap around it. */

/** `GH013: Repository rule violations found for …`: the number is for searching, its words are for want of better. */
const CODE = /^(GH\d{3}): */;
/** Lines that lead to a web page, count what follows, or name a commit. */
const WRAPPING =
  /^(?:Review all |Found \d+ violation|See https?:|Trace: |Try Git |Resolving deltas|You can |Visit |https?:\/\/|[0-9a-f]{7,40}$|—+|-{3,}|\(\?\) |Resolve the following|(?:[-*•] )?(?:GITHUB PUSH PROTECTION$|(?:commit|path): ))/i;

/**
 * The rule's own sentences, as the server words them, and GitHub's number for the kind.
 *
 * @returns null when the server gave no reason
 */
export function declinedBecause(stderr: string): { sentences: string[]; code: string | null } | null {
  const lines = stderr
    .split(/\r?\n/)
    .flatMap((line) => /^remote: ?(.*)$/.exec(line)?.[1] ?? [])
    .map((line) => line.trim().replace(/^(?:error|fatal|warning): */i, ""))
    .filter((line) => line !== "");
  const code = lines.map((line) => CODE.exec(line)?.[1]).find((found) => found !== undefined) ?? null;
  const said = lines.filter((line) => !CODE.test(line) && !WRAPPING.test(line));
  // A ruleset lists what was violated with dashes; protected branches and hooks say it as it is.
  const listed = said.filter((line) => /^[-*•] /.test(line)).map((line) => line.slice(2).trim());
  const titles = lines.filter((line) => CODE.test(line)).map((line) => line.replace(CODE, ""));
  const sentences = ([listed, said, titles].find((some) => some.length > 0) ?? []).slice(0, 3);
  return sentences.length > 0 ? { sentences, code } : null;
}
