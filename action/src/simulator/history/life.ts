import { DAY_SECONDS, HOUR_SECONDS } from "#core/time.ts";
import { scheduledMoments, workingMoments } from "#simulator/history/calendar.ts";
import type { Commit, Issue, Life, Pull } from "#simulator/history/happened.ts";
import { HOSTILE_BRANCHES, HOSTILE_TITLES } from "#simulator/history/hostile.ts";
import { CLAUDE, COPILOT, STEWARD, STRANGERS, WRITERS } from "#simulator/history/people.ts";
import type { Random } from "#simulator/history/random.ts";
import { takeBack } from "#simulator/history/reverts.ts";
import type { Story } from "#simulator/history/story.ts";
import {
  CHANGE_TITLES,
  ISSUE_TITLES,
  PROMPT_4,
  PROMPTS,
  SLOWDOWN,
  UPDATES,
} from "#simulator/history/titles.ts";

const FIRST_NUMBER = 118;

export function live(random: Random, story: Story): Life {
  const issueMoments = workingMoments(random, story, 1.7).map((at) => ({ at, kind: "issue" as const }));
  const pullMoments = workingMoments(random, story, 1.6).map((at) => ({ at, kind: "pull" as const }));
  const updates = scheduledMoments(random, story, { minute: 42, hours: [5], weekdays: [2] }).map((at) => ({
    at: at + 15 * 60,
    kind: "update" as const,
  }));
  const issues: Issue[] = [];
  const pulls: Pull[] = [];
  const moments = [...issueMoments, ...pullMoments, ...updates].sort((a, b) => a.at - b.at);
  for (const [index, { at, kind }] of moments.entries()) {
    const number = FIRST_NUMBER + index;
    if (kind === "issue") issues.push(openIssue(random, number, at, issues.length));
    else pulls.push(openPull(random, story, number, at, pulls.length, kind === "update" ? [] : issues));
  }
  takeBack(pulls);
  return { issues, pulls, mainline: mainline(random, story, pulls) };
}

function openIssue(random: Random, number: number, at: number, index: number): Issue {
  const hostile = index % 9 === 4 ? HOSTILE_TITLES[((index - 4) / 9) % HOSTILE_TITLES.length] : undefined;
  return {
    number,
    at,
    title: hostile ?? ISSUE_TITLES[index % ISSUE_TITLES.length] ?? "An agent lost its way",
    author: random.pick(hostile ? STRANGERS : [...WRITERS, ...STRANGERS]),
  };
}

/** Without issues it is a dependency update by the steward. */
function openPull(
  random: Random,
  story: Story,
  number: number,
  at: number,
  index: number,
  issues: Issue[],
): Pull {
  const issue = issues.at(-random.between(1, 6));
  const { title, author, branch, fork } = change(random, number, index, issues.length === 0, issue);
  const pushes: Commit[] = [];
  let pushed = at;
  for (let left = random.between(1, 3); left > 0 && pushed < story.now; left -= 1) {
    const message = pushes.length === 0 ? title : `Address review of #${number}`;
    pushes.push({ at: pushed, sha: random.hex(40), message, author });
    pushed += random.chance(0.2) ? random.between(240, 900) : random.between(HOUR_SECONDS, 20 * HOUR_SECONDS);
  }
  const merge = (pushes.at(-1)?.at ?? at) + random.between(2 * HOUR_SECONDS, 30 * HOUR_SECONDS);
  const mergedAt = merge < story.now && random.chance(fork ? 0.5 : 0.88) ? merge : null;
  const closedAt = mergedAt === null ? givenUp(number, pushes.at(-1)?.at ?? at, story) : null;
  return { number, at, title, author, branch, fork, pushes, mergedAt, closedAt, reverts: null };
}

/** Two of three that nobody merged are closed within days, the third is forgotten. */
function givenUp(number: number, pushed: number, story: Story): number | null {
  const closedAt = pushed + ((number % 5) + 2) * DAY_SECONDS;
  return number % 3 !== 0 && closedAt < story.now ? closedAt : null;
}

function change(
  random: Random,
  number: number,
  index: number,
  update: boolean,
  issue: Issue | undefined,
): Pick<Pull, "title" | "author" | "branch" | "fork"> {
  if (update) {
    const title = random.pick(UPDATES);
    return { title, author: STEWARD, branch: `steward/${slug(title)}`, fork: null };
  }
  const fix = issue && `Fix #${issue.number}: ${issue.title}`;
  if (index % 7 === 3) {
    const owner = random.pick(STRANGERS);
    const turn = (index - 3) / 7;
    const title = HOSTILE_TITLES[turn % HOSTILE_TITLES.length] ?? "Fix typo";
    const branch = HOSTILE_BRANCHES[turn % HOSTILE_BRANCHES.length] ?? "patch-1";
    return { title, author: owner, branch, fork: `${owner}/agent-fleet` };
  }
  if (fix && random.chance(0.24))
    return { title: fix, author: COPILOT, branch: `copilot/fix-${issue.number}`, fork: null };
  if (fix && random.chance(0.26))
    return { title: fix, author: CLAUDE, branch: `claude/issue-${issue.number}-${number}`, fork: null };
  const author = random.pick(WRITERS);
  const title = fix && random.chance(0.4) ? fix : random.pick(CHANGE_TITLES);
  return { title, author, branch: `${author}/${slug(title)}`, fork: null };
}

function mainline(random: Random, story: Story, pulls: Pull[]): Commit[] {
  const commit = (at: number, message: string, author: string) => ({
    at,
    sha: random.hex(40),
    message,
    author,
  });
  const merges = pulls.flatMap((pull) =>
    pull.mergedAt === null ? [] : commit(pull.mergedAt, `${pull.title} (#${pull.number})`, pull.author),
  );
  const turns = [
    commit(story.start, "Keep the agents fed", "mona"),
    ...PROMPTS.map(({ daysAgo, message }) => commit(story.now - daysAgo * DAY_SECONDS, message, "grace-h")),
    commit(story.slowdown, SLOWDOWN, "linus-k"),
    commit(story.prompt4, PROMPT_4, "grace-h"),
  ].filter(({ at }) => at >= story.start);
  return [...merges, ...turns].sort((a, b) => a.at - b.at);
}

function slug(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "")
    .slice(0, 40);
}
