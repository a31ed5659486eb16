import type { FailureHistory } from "#core/failures/history.ts";
import type { KnownError } from "#core/failures/known-error.ts";
import { plural } from "#core/format.ts";
import type { RepositoryLinks } from "#core/links.ts";
import { escapeMarkdown } from "#core/render/markdown.ts";
import { printable } from "#core/render/printable.ts";

const ZERO_WIDTH_SPACE = "\u200b";

/** Since when, how often, and what ended it the last time. */
export function seenBefore(history: FailureHistory | null, links: RepositoryLinks): string {
  if (history === null) return "**Seen before:** never in the runs that were read.";
  const since =
    history.first === history.last ? `on ${history.first}` : `since ${history.first}, last ${history.last}`;
  const seen = `**Seen before:** in ${plural(history.runs, "other run")}, ${since}.`;
  return [seen, ...fixed(history, links)].join("  \n");
}

function fixed({ fix }: FailureHistory, links: RepositoryLinks): string[] {
  if (fix === null) return [];
  const run = `[run ${fix.run_id}](${links.run(fix.run_id, fix.run_attempt)})`;
  if (fix.same_commit) return [`**Last time:** the same commit passed when it was tried again, ${run}.`];
  const message = fix.message === null ? "" : ` (${escapeMarkdown(fix.message.slice(0, 200))})`;
  const pulls = fix.pull_requests.map((number) => `[pull request ${number}](${links.pull(number)})`);
  const commit = `[${fix.head_sha.slice(0, 7)}](${links.commit(fix.head_sha)})${message}`;
  const where = fix.same_branch ? "" : ", on the default branch";
  return [`**Last time:** first passed with ${[commit, ...pulls].join(", ")}${where}: ${run}.`];
}

/**
 * What people of the repository wrote. Their formatting stays, in a quotation that no open fence gets out of;
 * HTML and mentions do not.
 */
export function knownCause({ title, cause, fix }: KnownError): string {
  return [
    `**Known cause:** ${escapeMarkdown(title)}`,
    ...(cause === null ? [] : ["", quoted(cause)]),
    ...(fix === null ? [] : ["", "**Known fix:**", "", quoted(fix)]),
  ].join("\n");
}

function quoted(markdown: string): string {
  return printable(markdown)
    .replaceAll(/<(?=[a-z/!?])/gi, `<${ZERO_WIDTH_SPACE}`)
    .replaceAll(/@(?=\w)/g, `@${ZERO_WIDTH_SPACE}`)
    .split("\n")
    .map((line) => `> ${line}`)
    .join("\n");
}
