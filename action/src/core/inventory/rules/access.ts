import { spotOf, whole } from "#core/inventory/agents.ts";
import { agentExposure, causedBy, isPrivileged, stepExposure } from "#core/inventory/exposure.ts";
import {
  agentJobs,
  agentsOf,
  type Fields,
  type Job,
  type Placed,
  type Step,
  type Trigger,
  textOf,
  type Workflow,
} from "#core/inventory/model.ts";
import { HEARD, type Hit, hit, type Rule } from "#core/inventory/rule.ts";
import type { YamlEntry } from "#core/inventory/source.ts";
import { foreignToken } from "#core/inventory/tokens.ts";

/** What the agent's job can reach: token, secrets, caches, machines. */
export const ACCESS_RULES: readonly Rule[] = [
  {
    id: "permissions-missing",
    level: "warning",
    title: "The job's token has whatever the repository's default is",
    help: "Without `permissions:` the token may have every right to write, and a change of the default changes it unseen.",
    fix: "Name what the job needs: `permissions: { contents: read }`.",
    *check(workflow) {
      for (const { job } of agentJobs(workflow))
        if (job.permissions === null)
          yield hit(job, job.at, "Neither the workflow nor the job names permissions");
    },
  },
  {
    id: "permissions-wide",
    level: "error",
    title: "The agent's token may change what matters",
    help: "With these rights whoever steers the agent can push code, start workflows, publish packages or pass for the repository elsewhere.",
    fix: "Give the agent's job read rights, and write from a later job that takes only values it has checked.",
    check: (workflow) => agentJobs(workflow).flatMap((placed) => [...widePermissions(workflow, placed)]),
  },
  {
    id: "pat-to-agent",
    level: "error",
    title: "An agent that everybody may start has somebody's token",
    help: "A personal or an App's token reaches beyond this repository and job, and what it writes starts workflows.",
    fix: "Use the job's own token, with the few permissions it needs.",
    *check(workflow) {
      for (const placed of agentsOf(workflow)) {
        const { step, agent } = placed;
        const token = foreignToken(placed);
        const isOpen =
          agent.kind.opensTo !== undefined && textOf(step.with, agent.kind.opensTo)?.includes("*");
        if (token !== null && isOpen)
          yield hit(step, token, `Everybody may start ${agent.kind.name}, which has this token`);
      }
    },
  },
  {
    id: "secrets-broad",
    level: "warning",
    title: "The agent's job has more secrets than it needs",
    help: "Every secret in the job's environment can be read by the agent, and leave with what it writes.",
    fix: "Hand over single secrets, to the steps that need them.",
    *check(workflow) {
      for (const { job } of agentJobs(workflow)) {
        const { caller } = job;
        const inherited = caller?.secrets?.value;
        if (inherited?.kind === "scalar" && inherited.value === "inherit" && caller !== null)
          yield hit(caller, inherited.at, "The called workflow gets every secret");
        const fields = [job.env, ...job.steps.flatMap((step) => [step.env, step.with])];
        for (const entry of fields.flatMap((each) => [...each.values()])) {
          const spot =
            entry.value.kind === "scalar" ? spotOf(whole(entry.value), /toJSON\(\s*secrets\s*\)/i) : null;
          if (spot !== null) yield hit(job, spot.at, "Every secret at once");
        }
        for (const entry of cloudKeys(job.env))
          yield hit(job, entry.keyAt, `${entry.key} is in the environment of every step of the agent's job`);
      }
    },
  },
  {
    id: "credentials-persist",
    level: "warning",
    title: "The checkout leaves its token for the agent",
    help: "Unless told otherwise the checkout keeps its token in the repository's folder, where any later step and the agent's tools can read it.",
    fix: "Add `persist-credentials: false` to the checkout.",
    *check(workflow) {
      for (const { job, step } of agentJobs(workflow))
        for (const other of job.steps.slice(0, job.steps.indexOf(step)))
          if (isCheckout(other) && textOf(other.with, "persist-credentials") !== "false")
            yield hit(other, other.uses?.at ?? other.at, "The token stays in .git for the agent to read");
    },
  },
  {
    id: "output-public",
    level: "warning",
    title: "The log shows all that the agent sees",
    help: "Everybody can read the logs of a public repository; the full output holds what tools returned, secrets in files included.",
    fix: "Leave the full output off, and switch debug logging on for single runs.",
    *check(workflow) {
      for (const { job, step } of agentsOf(workflow))
        for (const entry of [...step.with.values(), ...step.env.values(), ...job.env.values()])
          if (/^(?:show_full_output|ACTIONS_(?:STEP|RUNNER)_DEBUG)$/i.test(entry.key) && isTrue(entry))
            yield hit(step, entry.keyAt, `${entry.key} is on`);
    },
  },
  {
    id: "self-hosted-untrusted",
    level: "error",
    title: "Strangers reach a machine of yours",
    help: "A self-hosted runner keeps what a run leaves behind, and stands in your network. In a public repository a pull request can bring its own code to it.",
    fix: "Use GitHub's runners, or ephemeral ones, for whatever strangers can start.",
    *check(workflow, { visibility }) {
      if (visibility === "private") return;
      for (const { job, step } of agentJobs(workflow)) {
        if (!job.runsOn.some((label) => /^self-hosted$/i.test(label))) continue;
        if (stepExposure(workflow, job, step, causedWithForks) !== "strangers") continue;
        const where = visibility === "public" ? "" : ", if the repository is public";
        const level = visibility === "public" ? "error" : "warning";
        yield hit(job, job.at, `Strangers can have work done on a self-hosted runner${where}`, level);
      }
    },
  },
  {
    id: "cache-shared",
    level: "warning",
    title: "The agent's job saves a cache that other workflows restore",
    help: "On these triggers the cache belongs to the default branch: what a steered agent puts into it, a release may run.",
    fix: "Use `actions/cache/restore` only, or no cache, in the agent's job.",
    *check(workflow) {
      const triggers = workflow.triggers.filter(isPrivileged);
      if (triggers.length === 0) return;
      for (const { job } of agentJobs(workflow))
        for (const step of job.steps) {
          const name = step.uses?.name.toLowerCase() ?? "";
          const saves = name === "actions/cache" || name === "actions/cache/save";
          const cached = /^actions\/setup-/.test(name) ? textOf(step.with, "cache") : null;
          if (saves || (cached !== null && cached !== "false"))
            yield hit(
              step,
              step.uses?.at ?? step.at,
              `A cache is saved on ${triggers.map(({ event }) => event).join(", ")}`,
            );
        }
    },
  },
  {
    id: "agent-not-last",
    level: "warning",
    title: "Steps with secrets follow the agent",
    help: "The agent may have changed the files, the path and the processes that later steps of its job work with.",
    fix: "Do what needs secrets in a job of its own, from an artifact or from checked outputs.",
    *check(workflow) {
      for (const { job, step, agent } of agentJobs(workflow).filter(({ agent: { kind } }) => kind.hasTools)) {
        const after = job.steps.slice(job.steps.indexOf(step) + 1).filter((other) => other.agent === null);
        const found = workflow.compiled ? undefined : after.find(hasSecret);
        if (found !== undefined)
          yield hit(found, found.at, `This step has a secret and runs after ${agent.kind.name}`);
      }
    },
  },
];

const WIDE = ["contents", "actions", "id-token", "packages"];

function* widePermissions(workflow: Workflow, { job, step, agent }: Placed): Iterable<Hit> {
  const level = HEARD[agentExposure(workflow, job, step, agent)];
  const { permissions } = job;
  if (level === null || permissions === null) return;
  if (permissions.all === "write")
    yield hit(job, permissions.at, "The agent's token may write everything", level);
  for (const scope of WIDE) {
    const found = permissions.scopes.get(scope);
    if (found?.access !== "write") continue;
    const isNeeded = scope === "id-token" && signsIn(job, step);
    const why = isNeeded ? ", which signing in needs here" : "";
    yield hit(job, found.at, `The agent's token has ${scope}: write${why}`, isNeeded ? "warning" : level);
  }
}

/** Whether the job's identity is what an action exchanges for its own token, or for a cloud's. */
function signsIn(job: Job, step: Step): boolean {
  if (
    step.uses?.name.toLowerCase() === "anthropics/claude-code-action" &&
    textOf(step.with, "github_token") === null
  )
    return true;
  if (
    [...step.with.keys()].some((name) =>
      /workload_identity|use_(?:bedrock|vertex|foundry)|federation/.test(name),
    )
  )
    return true;
  return job.steps.some(({ uses }) =>
    /^(?:aws-actions\/configure-aws-credentials|google-github-actions\/auth|azure\/login)$/i.test(
      uses?.name ?? "",
    ),
  );
}

/** Of a pull request from a fork runs what it brings, secrets or not. */
function causedWithForks(trigger: Trigger) {
  return trigger.event === "pull_request" ? "strangers" : causedBy(trigger);
}

function isCheckout({ uses }: Step): boolean {
  return /^actions\/checkout$/i.test(uses?.name ?? "");
}

function isTrue({ value }: YamlEntry): boolean {
  return value.kind === "scalar" && value.value === "true";
}

const CLOUD_KEY =
  /^(?:AWS_(?:SECRET_ACCESS_KEY|SESSION_TOKEN)|AZURE_(?:CLIENT_SECRET|CREDENTIALS)|GOOGLE_(?:APPLICATION_)?CREDENTIALS|GCP_(?:SA_KEY|CREDENTIALS)|CLOUDFLARE_API_TOKEN|NPM_TOKEN|NODE_AUTH_TOKEN|DOCKER_PASSWORD|KUBECONFIG)$/;

function cloudKeys(env: Fields): YamlEntry[] {
  return [...env.values()].filter(
    ({ key, value }) => CLOUD_KEY.test(key) && value.kind === "scalar" && /secrets\./i.test(value.body),
  );
}

function hasSecret({ run, env, with: fields }: Step): boolean {
  const values = [...env.values(), ...fields.values()].map(({ value }) =>
    value.kind === "scalar" ? value.body : "",
  );
  return [run?.body ?? "", ...values].some((text) => /\bsecrets\.|github\.token\b/i.test(text));
}
