import { DAY_SECONDS, HOUR_SECONDS } from "#core/time.ts";
import type { Mishap } from "#simulator/history/blueprint.ts";
import type { Life } from "#simulator/history/happened.ts";
import { type Fate, firstTake, type Occasion, type Take } from "#simulator/history/occasion.ts";
import type { Story } from "#simulator/history/story.ts";
import { CLAUDE_CODE, STEWARD_AGENT } from "#simulator/history/workflows/agents.ts";
import { CI } from "#simulator/history/workflows/ci.ts";
import { DEPLOY } from "#simulator/history/workflows/deploy.ts";
import { NIGHTLY } from "#simulator/history/workflows/nightly.ts";

const ASK = { blueprint: CLAUDE_CODE, event: "issue_comment" };
const BY_HAND = {
  blueprint: NIGHTLY,
  event: "workflow_dispatch",
  actor: "grace-h",
  title: "Nightly e2e",
};

const SUCCESS: Fate = { conclusion: "success" };
const failure = (mishap: Mishap): Fate => ({ conclusion: "failure", mishap });
const again = (fate: Fate, after: number): Take => ({ fate, after, failedOnly: true, actor: "ada-l" });

const REFUSED = failure({ job: "claude", step: "Run Claude Code", cause: "overloaded" });
const FLAKY = failure({
  job: "test (ubuntu-latest, 22)",
  step: "Run unit tests",
  cause: "test_failure",
});

const STUCK: Fate = {
  conclusion: "timed_out",
  mishap: { job: "e2e (firefox)", step: "Run end-to-end tests", cause: "timeout" },
};

type Piece = Omit<Occasion, "at" | "branch" | "commit" | "pull">;
type OnMain = (at: number, piece: Piece) => Occasion[];

/** What must not be left to chance: retry storms, broken workflow files, departed people, and work under way now. */
export function setPieces(story: Story, life: Life): Occasion[] {
  const onMain: OnMain = (at, piece) => {
    const commit = life.mainline.findLast((candidate) => candidate.at <= at) ?? life.mainline[0];
    return commit && at > story.start ? [{ ...piece, at, branch: "main", commit, pull: null }] : [];
  };
  return [...storms(onMain, story), ...oddities(onMain, story), ...underWay(onMain, story.now)];
}

/** New runs of one commit, one after the other, and one run that is run again and again. */
function storms(onMain: OnMain, { now, outage }: Story): Occasion[] {
  const asked = { ...ASK, actor: "linus-k", title: "Retry storms when the provider is overloaded" };
  const stubborn = {
    ...{ blueprint: CI, event: "push", actor: "ada-l", title: "Stream answers through a bounded queue" },
    takes: [firstTake(FLAKY, "ada-l"), again(FLAKY, 150), again(FLAKY, 120), again(SUCCESS, 200)],
  };
  return [
    ...[4, 11, 17, 26, 38].flatMap((minute, index) =>
      onMain(outage.from + minute * 60, {
        ...asked,
        takes: [firstTake(index < 4 ? REFUSED : SUCCESS, "linus-k")],
      }),
    ),
    ...onMain(now - 3 * DAY_SECONDS - 5 * HOUR_SECONDS, stubborn),
  ];
}

function oddities(onMain: OnMain, { now, prompt4 }: Story): Occasion[] {
  const broken = {
    ...{ blueprint: STEWARD_AGENT, event: "push", actor: "margaret-h" },
    title: "Let the steward open more pull requests",
    takes: [firstTake({ conclusion: "startup_failure" }, "margaret-h")],
  };
  const departed = { ...ASK, actor: null, title: "Support OpenTelemetry trace context" };
  const stuck = { ...BY_HAND, takes: [firstTake(STUCK, "grace-h")] };
  const ago = (days: number) => now - days * DAY_SECONDS;
  return [
    ...[41, 40].flatMap((days) => onMain(ago(days), broken)),
    ...[62, 47, 12].flatMap((days) => onMain(ago(days), departed)),
    ...onMain(ago(20), stuck),
    ...onMain(prompt4 + 60, { ...ASK, actor: "linus-k", title: "Try the new prompt" }),
  ];
}

/** Tests run, an agent works, a runner is awaited, a reviewer is asked. */
function underWay(onMain: OnMain, now: number): Occasion[] {
  const takes = [firstTake(SUCCESS, "mona")];
  const by = { actor: "mona", takes };
  const tested = {
    ...by,
    blueprint: CI,
    event: "push",
    title: "Cap tool output before it reaches the prompt",
  };
  const asked = { ...by, ...ASK, title: "Nightly e2e times out on the checkout flow" };
  const deployed = { ...by, blueprint: DEPLOY, event: "push", title: "Trace every tool call" };
  return [
    ...onMain(now - 260, tested),
    ...onMain(now - 75, asked),
    ...onMain(now - 40, { ...BY_HAND, ...by, queue: 1800 }),
    ...onMain(now - 95 * 60, { ...deployed, review: 6 * HOUR_SECONDS }),
  ];
}
