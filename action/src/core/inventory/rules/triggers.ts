import { headCheckouts, headExposure } from "#core/inventory/head-checkout.ts";
import { agentJobs, agentsOf, textOf } from "#core/inventory/model.ts";
import { HEARD, hit, type Rule } from "#core/inventory/rule.ts";
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
        const level = HEARD[headExposure({ ...workflow, triggers }, job, step)];
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
