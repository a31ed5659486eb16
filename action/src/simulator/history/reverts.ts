import type { Pull } from "#simulator/history/happened.ts";
import { CLAUDE, COPILOT, WRITERS } from "#simulator/history/people.ts";
import { CHANGE_TITLES } from "#simulator/history/titles.ts";

/** Of what agents got merged, one of nine is taken back. */
const EVERY = 9;
const FIRST = 3;

/**
 * Lets some changes of people be reverts of what an agent got merged shortly before, named as GitHub's button names
 * them. Draws nothing by chance, so that the rest of the history stays as it is.
 */
export function takeBack(pulls: readonly Pull[]): void {
  const merged = pulls.filter(({ author, mergedAt }) => isAgent(author) && mergedAt !== null);
  const taken = new Set<Pull>();
  for (let index = FIRST; index < merged.length; index += EVERY) {
    const bad = merged[index];
    const revert = pulls.find(
      (pull) =>
        !taken.has(pull) &&
        pull.at > (bad?.mergedAt ?? Number.POSITIVE_INFINITY) &&
        pull.mergedAt !== null &&
        WRITERS.includes(pull.author) &&
        CHANGE_TITLES.includes(pull.title),
    );
    if (bad === undefined || revert === undefined) continue;
    taken.add(revert);
    revert.title = `Revert "${bad.title}"`;
    revert.reverts = bad.number;
    revert.branch = `revert-${bad.number}-${bad.branch}`;
    const [first] = revert.pushes;
    if (first !== undefined) first.message = revert.title;
  }
}

function isAgent(author: string): boolean {
  return author === COPILOT || author === CLAUDE;
}
