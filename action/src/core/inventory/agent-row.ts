import { bodyOf } from "#core/inventory/agents.ts";
import { agentExposure, type Exposure, neededBy } from "#core/inventory/exposure.ts";
import { isGuard } from "#core/inventory/guard.ts";
import type { Workflow } from "#core/inventory/model.ts";
import { agentsOf, type Permissions, type Placed, textOf } from "#core/inventory/model.ts";
import { positionOf } from "#core/inventory/source.ts";
import { toolsOf } from "#core/inventory/tools.ts";
import { isUnpinned } from "#core/inventory/unpinned.ts";

/** An agent where it runs, as the inventory lists it. Null: the files do not say. */
export type AgentRow = {
  workflow: string | null;
  /** The file that GitHub runs; `path` is another where it calls one. */
  workflow_file: string;
  path: string;
  line: number;
  job: string;
  step: string;
  agent: string;
  model: string | null;
  triggers: readonly string[];
  /** Who can have it start. */
  exposure: Exposure;
  /** What the job's token may do; null: the repository's default. */
  permissions: Readonly<Record<string, string>> | null;
  /** What its action is pinned to; null: it is no action. */
  pin: "commit" | "name" | "own" | null;
  /** What its job uses and is pinned to no commit. */
  unpinned: readonly string[];
  /** The options that cap it, as they are written. */
  caps: readonly string[];
  timeout_minutes: number | null;
  environment: string | null;
  concurrency: boolean;
  guard: boolean;
  /** Names of the secrets that its step or its job's environment hold. */
  secrets: readonly string[];
  /** What it may use unasked; null: its own defaults. */
  tools: readonly string[] | null;
};

export function agentRows(workflow: Workflow): AgentRow[] {
  return agentsOf(workflow).map((placed) => rowOf(workflow, placed));
}

function rowOf(workflow: Workflow, placed: Placed): AgentRow {
  const { job, step, agent } = placed;
  const before = [
    ...job.steps.slice(0, job.steps.indexOf(step)),
    ...neededBy(workflow, job).flatMap(({ steps }) => steps),
  ];
  return {
    workflow: workflow.name,
    workflow_file: workflow.source.path,
    path: step.source.path,
    line: positionOf(step.source, step.at.start).line,
    job: job.key,
    step: step.key.slice(step.key.indexOf(" › ") + 3),
    agent: agent.kind.name,
    model: agent.model,
    triggers: workflow.triggers.map(({ event }) => event),
    exposure: agentExposure(workflow, job, step, agent),
    permissions: permissionsOf(job.permissions),
    pin: pinOf(placed),
    unpinned: unpinnedIn(placed),
    caps: capsOf(placed),
    timeout_minutes: minutes(step.timeout ?? job.timeout),
    environment: job.environment,
    concurrency: workflow.concurrency || job.concurrency,
    guard: before.some(isGuard),
    secrets: secretsOf(placed),
    tools: toolsOf(step, agent)?.map(({ text }) => text) ?? null,
  };
}

function permissionsOf(permissions: Permissions | null): Record<string, string> | null {
  if (permissions === null) return null;
  if (permissions.all !== null) return { all: permissions.all };
  return Object.fromEntries([...permissions.scopes].map(([scope, { access }]) => [scope, access]));
}

function pinOf({ step: { uses } }: Placed): AgentRow["pin"] {
  if (uses === null) return null;
  if (uses.text.startsWith("./")) return "own";
  return /^[0-9a-f]{40}$/.test(uses.ref ?? "") ? "commit" : "name";
}

function unpinnedIn({ job }: Placed): string[] {
  const used = [job.uses, ...job.steps.map(({ uses }) => uses)];
  return [...new Set(used.flatMap((uses) => (uses !== null && isUnpinned(uses) ? [uses.text] : [])))];
}

const CAP = /(?:--max-turns|--max-budget-usd|--max-ai-credits|"?maxSessionTurns"?)[\s=:]+[\d.]+/gi;

function capsOf({ step, agent }: Placed): string[] {
  const turns = textOf(step.with, "max_turns");
  const written = agent.settings.flatMap((part) => bodyOf(part).match(CAP) ?? []);
  return [...new Set([...(turns === null ? [] : [`max_turns ${turns}`]), ...written])];
}

/** An expression is no number that we know. */
function minutes(text: string | null): number | null {
  const value = Number(text ?? Number.NaN);
  return Number.isFinite(value) ? value : null;
}

function secretsOf({ job, step }: Placed): string[] {
  const values = [...step.with.values(), ...step.env.values(), ...job.env.values()].map(({ value }) => value);
  const texts = [step.run, ...values].map((node) => (node?.kind === "scalar" ? node.body : ""));
  const names = texts.flatMap((text) =>
    [...text.matchAll(/\bsecrets\.([A-Za-z_]\w*)/g)].map(([, name = ""]) => name),
  );
  return [...new Set(names)].sort();
}
