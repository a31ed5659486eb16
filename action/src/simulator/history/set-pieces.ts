import { HOUR_SECONDS } from "#core/time.ts";
import type { Mishap } from "#simulator/history/blueprint.ts";
import type { Life } from "#simulator/history/life.ts";
import { type Fate, firstTake, type Occasion, type Take } from "#simulator/history/occasion.ts";
import type { Story } from "#simulator/history/story.ts";
import { CLAUDE_CODE, STEWARD_AGENT } from "#simulator/history/workflows/agents.ts";
import { CI } from "#simulator/history/workflows/ci.ts";
import { DEPLOY } from "#simulator/history/workflows/deploy.ts";
import { NIGHTLY } from "#simulator/history/workflows/nightly.ts";

const DAY = 24 * HOUR_SECONDS;
const SUCCESS: Fate = { conclusion: "success" };
const failure = (mishap: Mishap): Fate => ({ conclusion: "failure", mishap });
const again = (fate: Fate, after: number): Take => ({ fate, after, failedOnly: true, actor: "ada-l" });

const REFUSED = failure({ job: "claude", step: "Run Claude Code", cause: "overloaded" });
const FLAKY = failure({
  job: "test (ubuntu-latest, 22)",
  step: "Run unit tests",
  cause: "test_failure",
});

/** What must not be left to chance: retry storms, broken workflow files, departed people, and work under way now. */
export function setPieces(story: Story, life: Life): Occasion[] {
  const { now, outage } = story;
  const onMain = (at: number, rest: Pick<Occasion, "blueprint" | "event" | "actor" | "title">) => {
    const commit = life.mainline.findLast((candidate) => candidate.at <= at) ?? life.mainline[0];
    return commit && at > story.start ? [{ ...rest, at, branch: "main", commit, pull: null }] : [];
  };
  const ask = { blueprint: CLAUDE_CODE, event: "issue_comment", actor: "linus-k" };
  const storm = [4, 11, 17, 26, 38].flatMap((minute, index) =>
    onMain(outage.from + minute * 60, { ...ask, title: "Retry storms when the provider is overloaded" }).map(
      (occasion) => ({ ...occasion, takes: [firstTake(index < 4 ? REFUSED : SUCCESS, "linus-k")] }),
    ),
  );
  const stubborn = onMain(now - 3 * DAY - 5 * HOUR_SECONDS, {
    blueprint: CI,
    event: "push",
    actor: "ada-l",
    title: "Stream answers through a bounded queue",
  }).map((occasion) => ({
    ...occasion,
    takes: [firstTake(FLAKY, "ada-l"), again(FLAKY, 150), again(FLAKY, 120), again(SUCCESS, 200)],
  }));
  const broken = [41, 40].flatMap((days) =>
    onMain(now - days * DAY, {
      blueprint: STEWARD_AGENT,
      event: "push",
      actor: "margaret-h",
      title: "Let the steward open more pull requests",
    }).map((occasion) => ({
      ...occasion,
      takes: [firstTake({ conclusion: "startup_failure" }, "margaret-h")],
    })),
  );
  const departed = [62, 47, 12].flatMap((days) =>
    onMain(now - days * DAY, { ...ask, actor: null, title: "Support OpenTelemetry trace context" }),
  );
  const tried = onMain(story.prompt4 + 60, { ...ask, title: "Try the new prompt" });
  return [...tried, ...storm, ...stubborn, ...broken, ...departed, ...underWay(onMain, now)];
}

type OnMain = (
  at: number,
  rest: Pick<Occasion, "blueprint" | "event" | "actor" | "title">,
) => Omit<Occasion, "takes">[];

function underWay(onMain: OnMain, now: number): Occasion[] {
  const success = (occasion: Occasion) => ({ ...occasion, takes: [firstTake(SUCCESS, occasion.actor)] });
  return [
    ...onMain(now - 260, {
      blueprint: CI,
      event: "push",
      actor: "mona",
      title: "Cap tool output before it reaches the prompt",
    }),
    ...onMain(now - 75, {
      blueprint: CLAUDE_CODE,
      event: "issue_comment",
      actor: "mona",
      title: "Nightly e2e times out on the checkout flow",
    }),
    ...onMain(now - 40, {
      blueprint: NIGHTLY,
      event: "workflow_dispatch",
      actor: "grace-h",
      title: "Nightly e2e",
    }).map((occasion) => ({ ...occasion, queue: 1800 })),
    ...onMain(now - 95 * 60, {
      blueprint: DEPLOY,
      event: "push",
      actor: "grace-h",
      title: "Trace every tool call",
    }).map((occasion) => ({ ...occasion, review: 6 * HOUR_SECONDS })),
  ].map(success);
}
