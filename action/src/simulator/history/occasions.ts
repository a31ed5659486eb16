import type { Blueprint } from "#simulator/history/blueprint.ts";
import { scheduledMoments, workingMoments } from "#simulator/history/calendar.ts";
import type { Commit, Issue, Life, Pull } from "#simulator/history/happened.ts";
import { firstTake, type Occasion } from "#simulator/history/occasion.ts";
import { ACTIONS, COPILOT, STRANGERS, WRITERS } from "#simulator/history/people.ts";
import type { Random } from "#simulator/history/random.ts";
import type { Story } from "#simulator/history/story.ts";
import {
  CLAUDE_CODE,
  CODEX,
  COPILOT_AGENT,
  GEMINI,
  STEWARD_AGENT,
} from "#simulator/history/workflows/agents.ts";
import { CI } from "#simulator/history/workflows/ci.ts";
import { DEPLOY } from "#simulator/history/workflows/deploy.ts";
import { DAILY_STATUS } from "#simulator/history/workflows/gh-aw.ts";
import { NIGHTLY } from "#simulator/history/workflows/nightly.ts";
import { OWN_SYNC } from "#simulator/history/workflows/own-sync.ts";

/** A newer push cancels the check of an older one that still runs. */
const SUPERSEDED_SECONDS = 420;

/** Everything that starts a run, from the life of the repository and the clocks of its schedules; unordered. */
export function occasionsOf(random: Random, story: Story, life: Life): Occasion[] {
  const main = (at: number) => life.mainline.findLast((commit) => commit.at <= at) ?? life.mainline[0];
  const onMain = (blueprint: Blueprint, at: number, event: string, actor: string, title: string) => {
    const commit = main(at);
    return commit ? [{ blueprint, at, event, actor, title, branch: "main", commit, pull: null }] : [];
  };
  const scheduled = (blueprint: Blueprint, actor: string, moments: number[]) =>
    moments.flatMap((at) => onMain(blueprint, at, "schedule", actor, blueprint.name));
  const everyOtherHour = Array.from({ length: 12 }, (_, index) => index * 2);

  return [
    ...life.pulls.flatMap((pull) => pull.pushes.flatMap((push) => checks(random, pull, push))),
    ...life.mainline.flatMap((commit) => merged(random, commit)),
    ...workingMoments(random, story, 3.5).flatMap((at) => {
      const topic = topicAt(random, life, at);
      if (topic === null) return [];
      const asked = random.chance(0.8);
      const actor = random.pick(asked ? WRITERS : [...WRITERS, ...STRANGERS]);
      const takes = asked ? {} : { takes: [firstTake({ conclusion: "skipped" }, actor)] };
      return onMain(CLAUDE_CODE, at, "issue_comment", actor, topic.title).map((occasion) => ({
        ...occasion,
        ...takes,
        topic: topic.number,
      }));
    }),
    ...life.issues.flatMap(({ number, at, author, title }) =>
      onMain(GEMINI, at + random.between(2, 20), "issues", author, title).map((occasion) => ({
        ...occasion,
        topic: number,
      })),
    ),
    ...scheduled(NIGHTLY, "grace-h", scheduledMoments(random, story, { minute: 11, hours: [2] })),
    ...scheduled(DAILY_STATUS, "mona", scheduledMoments(random, story, { minute: 3, hours: [6] })),
    ...scheduled(
      STEWARD_AGENT,
      ACTIONS,
      scheduledMoments(random, story, { minute: 42, hours: [5], weekdays: [1, 2, 3, 4, 5] }),
    ),
    ...scheduled(
      OWN_SYNC,
      "grace-h",
      scheduledMoments(
        random,
        { start: story.installed, now: story.now },
        { minute: 17, hours: everyOtherHour },
      ),
    ),
  ];
}

/** A push to a pull request is tested, and reviewed by Codex unless it comes from a fork, which gets no secrets. */
function checks(random: Random, pull: Pull, push: Commit): Occasion[] {
  const { title, branch, author } = pull;
  const about = { event: "pull_request", actor: author, title, branch, commit: push, pull };
  const test = { ...about, blueprint: CI, at: push.at + random.between(2, 9) };
  const next = pull.pushes[pull.pushes.indexOf(push) + 1];
  if (pull.fork !== null) {
    const refused = push === pull.pushes[0] && random.chance(0.5);
    return [refused ? { ...test, takes: [firstTake({ conclusion: "action_required" }, author)] } : test];
  }
  const superseded = next && next.at - push.at < SUPERSEDED_SECONDS;
  const after = superseded ? next.at - push.at : 0;
  const review = { ...about, blueprint: CODEX, at: push.at + random.between(2, 9) };
  return [
    superseded ? { ...test, takes: [firstTake({ conclusion: "cancelled", after }, author)] } : test,
    ...(random.chance(0.7) ? [review] : []),
    ...(author === COPILOT ? [delegated(random, pull, push)] : []),
  ];
}

/** Copilot pushes a plan first and then works, in a run that has no workflow file. */
function delegated(random: Random, pull: Pull, push: Commit): Occasion {
  const title = push === pull.pushes[0] ? pull.title : `Addressing comment on PR #${pull.number}`;
  const shared = { blueprint: COPILOT_AGENT, event: "dynamic", actor: COPILOT, branch: pull.branch };
  return { ...shared, at: push.at + random.between(4, 30), title, commit: push, pull };
}

function merged(random: Random, commit: Commit): Occasion[] {
  const title = commit.message;
  const about = { event: "push", actor: random.pick(WRITERS), title, branch: "main", commit, pull: null };
  const test = { ...about, blueprint: CI, at: commit.at + random.between(2, 6) };
  const deploy = { ...about, blueprint: DEPLOY, at: commit.at + random.between(2, 6) };
  return random.chance(0.65) ? [test, deploy] : [test];
}

/** What people talk about at that time: one of the newest issues and pull requests. */
function topicAt(random: Random, life: Life, at: number): Issue | Pull | null {
  const open = [...life.issues, ...life.pulls].filter((topic) => topic.at < at);
  const recent = open.sort((a, b) => b.at - a.at).slice(0, 8);
  return recent.length === 0 ? null : random.pick(recent);
}
