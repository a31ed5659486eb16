import { spotOf, whole } from "#core/inventory/agents.ts";
import { stepExposure } from "#core/inventory/exposure.ts";
import {
  agentJobs,
  agentsOf,
  type Job,
  type Step,
  scalarOf,
  type Trigger,
  textOf,
  type Workflow,
} from "#core/inventory/model.ts";
import { HEARD, hit, type Rule } from "#core/inventory/rule.ts";
import type { Span } from "#core/inventory/source.ts";
import { foreignToken } from "#core/inventory/tokens.ts";

/** Who can start the agent, and with whose code. */
export const TRIGGER_RULES: readonly Rule[] = [
  {
    id: "target-trigger",
    level: "warning",
    title: "The agent runs with the repository's rights on a stranger's pull request",
    help: "`pull_request_target` and `workflow_run` run with secrets and a token that may write, whoever opened the pull request.",
    fix: "Use `pull_request`, or split the work: read without rights first, write from a second workflow that takes nothing but checked values.",
    *check(workflow) {
      for (const { job } of agentJobs(workflow).slice(0, 1))
        for (const trigger of workflow.triggers.filter(({ event }) =>
          /^(?:pull_request_target|workflow_run)$/.test(event),
        ))
          yield hit(job, trigger.at, `An agent runs on ${trigger.event}`);
    },
  },
  {
    id: "target-head-checkout",
    level: "error",
    title: "A stranger's code is checked out beside secrets",
    help: "The trigger runs with the repository's rights, and the checkout brings the pull request's own files: hooks, settings of the agent, scripts that a later step runs.",
    fix: "Check out the base branch and have the agent read the diff, or run on `pull_request`, where strangers' code gets no secrets.",
    *check(workflow) {
      for (const { job, step, at, triggers } of headCheckouts(workflow)) {
        const level = HEARD[stepExposure({ ...workflow, triggers }, job, step)];
        const events = triggers.map(({ event }) => event).join(", ");
        if (level !== null)
          yield hit(step, at, `The pull request's own code is checked out on ${events}`, level);
      }
    },
  },
  {
    id: "checkout-root",
    level: "warning",
    title: "The agent works in a folder that strangers filled",
    help: "Agents load CLAUDE.md, AGENTS.md, .mcp.json, settings and hooks from where they start: those of the pull request, here.",
    fix: "Check it out below a folder (`path: pull-request`) and start the agent in one that holds the base branch.",
    *check(workflow) {
      for (const { job, step, at } of headCheckouts(workflow)) {
        const later = job.steps.slice(job.steps.indexOf(step));
        if (later.some(({ agent }) => agent?.kind.hasTools) && textOf(step.with, "path") === null)
          yield hit(step, at, "The pull request's files are where the agent starts");
      }
    },
  },
  {
    id: "self-trigger",
    level: "warning",
    title: "The agent's own writing can start it again",
    help: "What is written with a personal or an App's token starts workflows, unlike with the job's own: the agent answers itself, and pays each time.",
    fix: "Leave bots out: `if: github.event.sender.type != 'Bot'`, or use the job's own token.",
    *check(workflow) {
      if (!workflow.triggers.some(({ event }) => SELF_MADE.test(event))) return;
      for (const placed of agentsOf(workflow)) {
        const { job, step, agent } = placed;
        const token = foreignToken(placed);
        const bots = textOf(step.with, "allowed_bots") ?? textOf(step.with, "allow-bots");
        if (token === null || (agent.kind.checksActor && bots === null)) continue;
        const conditions = `${job.condition?.body ?? ""} ${step.condition?.body ?? ""}`;
        if (!/\[bot\]|\.type\b|github\.actor|author_association|\.login/i.test(conditions))
          yield hit(
            step,
            token,
            `${agent.kind.name} writes with a token whose writing starts workflows, this one too`,
          );
      }
    },
  },
  {
    id: "policy-blocked",
    level: "warning",
    title: "GitHub's default policy stops this trigger",
    help: "From 2 December 2026 the default Actions policy of public repositories refuses runs on `pull_request_target`.",
    fix: "Use `pull_request`, or have an owner allow the event for this workflow in the repository's Actions policies.",
    *check(workflow, { visibility }) {
      if (visibility === "private") return;
      const [first] = agentJobs(workflow);
      const trigger = workflow.triggers.find(({ event }) => event === "pull_request_target");
      if (first === undefined || trigger === undefined) return;
      const where = visibility === "public" ? "" : " where the repository is public";
      yield hit(first.job, trigger.at, `The default policy refuses pull_request_target${where}`);
    },
  },
];

const SELF_MADE =
  /^(?:issues|issue_comment|discussion|discussion_comment|pull_request|pull_request_target|pull_request_review|pull_request_review_comment|push)$/;

type Checkout = { job: Job; step: Step; at: Span; triggers: Trigger[] };

/** What names the head of a pull request, by the event under which it names one. */
const HEADS: readonly { event: RegExp; names: RegExp }[] = [
  {
    event: /^pull_request_target$/,
    names:
      /github\.event\.pull_request\.head\.(?:sha|ref|repo)|github\.head_ref|github\.event\.pull_request\.merge_commit_sha/,
  },
  {
    event: /^workflow_run$/,
    names: /github\.event\.workflow_run\.(?:head_(?:sha|branch|repository)|pull_requests)/,
  },
  {
    event: /^(?:pull_request_target|workflow_run|issue_comment)$/,
    names: /refs\/pull\/|\bpull\/[^\n]*\/(?:head|merge)\b|\bgh pr checkout\b/,
  },
];

function headCheckouts(workflow: Workflow): Checkout[] {
  if (agentsOf(workflow).length === 0) return [];
  return workflow.jobs.flatMap((job) =>
    job.steps.flatMap((step) => {
      const unsafe = scalarOf(step.with, "allow-unsafe-pr-checkout");
      const isCheckout = /^actions\/checkout$/i.test(step.uses?.name ?? "");
      const texts = isCheckout ? [scalarOf(step.with, "ref"), scalarOf(step.with, "repository")] : [step.run];
      for (const text of texts.filter((node) => node !== null)) {
        const rows = HEADS.filter(({ names }) => names.test(text.body));
        const triggers = workflow.triggers.filter(({ event }) => rows.some((row) => row.event.test(event)));
        const spot = rows[0] === undefined ? null : spotOf(whole(text), rows[0].names);
        if (triggers.length > 0 && spot !== null) return [{ job, step, at: spot.at, triggers }];
      }
      const triggers = workflow.triggers.filter(({ event }) => HEADS[2]?.event.test(event));
      return unsafe?.value === "true" && triggers.length > 0 ? [{ job, step, at: unsafe.at, triggers }] : [];
    }),
  );
}
