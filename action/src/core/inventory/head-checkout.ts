import { spotOf, whole } from "#core/inventory/agents.ts";
import { agentExposure, type Exposure, stepExposure } from "#core/inventory/exposure.ts";
import {
  agentsOf,
  type Job,
  type Step,
  scalarOf,
  type Trigger,
  type Workflow,
} from "#core/inventory/model.ts";
import { withoutComments } from "#core/inventory/shell.ts";
import type { Span } from "#core/inventory/source.ts";

/** Who can have what was checked out be run or read: steps after it, of which an agent's action may refuse strangers. */
export function headExposure(workflow: Workflow, job: Job, step: Step): Exposure {
  const after = job.steps.slice(job.steps.indexOf(step) + 1);
  const acting = after.filter(
    ({ run, uses, agent }) =>
      agent !== null || uses?.text.startsWith("./") || RUNS_FILES.test(withoutComments(run?.body ?? "")),
  );
  const each = acting.map((other) =>
    other.agent === null
      ? stepExposure(workflow, job, other)
      : agentExposure(workflow, job, other, other.agent),
  );
  if (each.includes("strangers")) return "strangers";
  return stepExposure(workflow, job, step) === "nobody" ? "nobody" : "members";
}

/** Commands that run what lies in the folder: its scripts, builds, tests and installs. */
const RUNS_FILES =
  /(?:^|[\s;&|(])(?:npm|pnpm|yarn|bun|npx|bunx|node|deno|make|cmake|python3?|pip3?|uv|poetry|tox|pytest|go|cargo|mvn|gradle|bundle|rake|composer|php|docker|dotnet|swift|bash|sh|source|just|task)\s|(?:^|\s)\.{1,2}\//m;

type Checkout = { job: Job; step: Step; at: Span; triggers: Trigger[] };

/** What names the head of a pull request, by the event under which it names one. */
const HEADS: readonly { event: RegExp; names: RegExp }[] = [
  {
    event: /^pull_request_target$/,
    names: /github\.event\.pull_request\.(?:head\.(?:sha|ref|repo)|merge_commit_sha)|github\.head_ref/,
  },
  {
    event: /^workflow_run$/,
    names: /github\.event\.workflow_run\.(?:head_(?:sha|branch|repository)|pull_requests)/,
  },
  { event: /^(?:pull_request_target|workflow_run|issue_comment)$/, names: /refs\/pull\// },
];
/** The same in a script: fetched alone it is only read. */
const SCRIPTED = /\bgh pr checkout\b|\bpull\/[^\n/]*\/(?:head|merge)\b/;
const SWITCHES = /\bgh pr checkout\b|\bgit (?:checkout|switch|merge|reset|worktree)\b/;
const ANY = /^(?:pull_request_target|workflow_run|issue_comment)$/;

/** Checkouts of what strangers sent, under triggers that run with the repository's rights. */
export function headCheckouts(workflow: Workflow): Checkout[] {
  if (agentsOf(workflow).length === 0) return [];
  const on = (event: RegExp) => workflow.triggers.filter((trigger) => event.test(trigger.event));
  return workflow.jobs.flatMap((job) =>
    job.steps.flatMap((step) => {
      const found = headOf(step).find(({ event }) => on(event).length > 0);
      return found === undefined ? [] : [{ job, step, at: found.at, triggers: on(found.event) }];
    }),
  );
}

/** Where a step names the head of a pull request to check out, and under which events it does. */
function headOf({ uses, run, with: fields }: Step): { event: RegExp; at: Span }[] {
  if (run !== null) {
    const spot = SWITCHES.test(run.body) ? spotOf(whole(run), SCRIPTED) : null;
    return spot === null ? [] : [{ event: ANY, at: spot.at }];
  }
  if (!/^actions\/checkout$/i.test(uses?.name ?? "")) return [];
  const named = ["ref", "repository"].flatMap((name) => scalarOf(fields, name) ?? []);
  const heads = named.flatMap((node) =>
    HEADS.flatMap(({ event, names }) => {
      const spot = spotOf(whole(node), names);
      return spot === null ? [] : [{ event, at: spot.at }];
    }),
  );
  const unsafe = scalarOf(fields, "allow-unsafe-pr-checkout");
  return unsafe?.value === "true" ? [...heads, { event: ANY, at: unsafe.at }] : heads;
}
