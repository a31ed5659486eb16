import { globs } from "#core/glob.ts";
import { fnv1a } from "#core/hash.ts";
import { actorCheck } from "#core/inventory/actor-check.ts";
import { agentOf, isPrompt, ownAgent } from "#core/inventory/agents.ts";
import {
  fieldsOf,
  permissionsOf,
  runsOn,
  textIn,
  textsIn,
  triggersOf,
  usesOf,
} from "#core/inventory/fields.ts";
import type { Fields, Job, Repository, Step, Workflow } from "#core/inventory/model.ts";
import { scalarOf, textOf } from "#core/inventory/model.ts";
import { readSource, type Source, type Unreadable, type YamlNode } from "#core/inventory/source.ts";

/**
 * A workflow file as what runs in it. Actions and workflows of the repository itself (`./…`) are followed one level
 * deep; those that cannot be read are named.
 */
export function readWorkflow(
  source: Source,
  repository: Pick<Repository, "read" | "agents">,
): { workflow: Workflow; unreadable: Unreadable[] } {
  const reader: Reader = {
    ...{ read: repository.read, compiled: isCompiled(source), unreadable: [] },
    ...{ opened: new Map(), left: { jobs: MOST_JOBS, steps: MOST_STEPS } },
  };
  const fields = fieldsOf(source.root);
  const name = textOf(fields, "name");
  const jobs = jobsOf(source, { ...reader, caller: null, inputs: null });
  const called = jobs.flatMap((job) => calledJobs(job, reader));
  const workflow: Workflow = {
    ...{ source, name, compiled: reader.compiled },
    triggers: triggersOf(fields),
    concurrency: fields.has("concurrency"),
    jobs: [...jobs, ...called],
  };
  const { unreadable, left } = reader;
  if (left.jobs >= 0 && left.steps >= 0) return { workflow: withOwnAgents(workflow, repository), unreadable };
  const reason = `has more than ${MOST_JOBS} jobs or ${MOST_STEPS} steps, those it uses counted`;
  return {
    workflow: { ...workflow, jobs: [] },
    unreadable: [...unreadable, { path: source.path, line: 1, column: 1, reason }],
  };
}

/** Far more than anybody writes: rules compare jobs and steps with each other. */
const MOST_JOBS = 500;
const MOST_STEPS = 2000;

type Reader = {
  read(path: string): string | null;
  compiled: boolean;
  unreadable: Unreadable[];
  /** Files of the repository by their path, each read once. */
  opened: Map<string, Source | null>;
  /** How many more are read. */
  left: { jobs: number; steps: number };
};
type JobsReader = Reader & { caller: Job | null; inputs: Fields | null };

/** gh-aw says so in its head: what it compiled ends in `.lock.yml`. */
function isCompiled({ path, text }: Source): boolean {
  return /\.lock\.ya?ml$/.test(path) && /^#.*\bgh[- ]aw\b/m.test(text.slice(0, 4000));
}

function jobsOf(source: Source, reader: JobsReader): Job[] {
  const fields = fieldsOf(source.root);
  const inherited = {
    permissions: permissionsOf(fields) ?? reader.caller?.permissions ?? null,
    env: fieldsOf(fields.get("env")?.value),
  };
  return [...fieldsOf(fields.get("jobs")?.value).values()].flatMap(({ key: id, keyAt, value }) => {
    reader.left.jobs -= 1;
    if (reader.left.jobs < 0) return [];
    const own = fieldsOf(value);
    const environment = own.get("environment")?.value;
    const key = reader.caller === null ? id : `${reader.caller.id} / ${id}`;
    return {
      ...{ source, key, id, at: keyAt, caller: reader.caller },
      condition: scalarOf(own, "if"),
      needs: textsIn(own.get("needs")?.value),
      runsOn: runsOn(own.get("runs-on")?.value),
      timeout: textOf(own, "timeout-minutes"),
      permissions: permissionsOf(own) ?? inherited.permissions,
      env: new Map([...inherited.env, ...fieldsOf(own.get("env")?.value)]),
      environment: textIn(environment) ?? textOf(fieldsOf(environment), "name"),
      concurrency: own.has("concurrency"),
      uses: usesOf(scalarOf(own, "uses")),
      with: fieldsOf(own.get("with")?.value),
      secrets: own.get("secrets") ?? null,
      outputs: fieldsOf(own.get("outputs")?.value),
      steps: stepsOf(own.get("steps")?.value, key, reader),
    };
  });
}

function calledJobs(job: Job, reader: Reader): Job[] {
  const path = job.uses === null ? null : localPath(job.uses.text);
  const source = path === null ? null : opened(path, reader);
  return source === null ? [] : jobsOf(source, { ...reader, caller: job, inputs: job.with });
}

function stepsOf(node: YamlNode | undefined, job: string, reader: JobsReader): Step[] {
  if (node?.kind !== "list") return [];
  const seen = new Map<string, number>();
  return node.items.flatMap((item) => {
    reader.left.steps -= 1;
    if (reader.left.steps < 0) return [];
    const step = stepOf(item, reader.inputs, reader.compiled);
    const count = seen.get(step.key) ?? 0;
    seen.set(step.key, count + 1);
    const placed = { ...step, key: `${job} › ${step.key}${count === 0 ? "" : ` (${count + 1})`}` };
    return [placed, ...compositeSteps(placed, reader)];
  });
}

function stepOf(item: YamlNode, inputs: Fields | null, compiled: boolean): Step {
  const own = fieldsOf(item);
  const run = scalarOf(own, "run");
  const uses = usesOf(scalarOf(own, "uses"));
  const id = textOf(own, "id");
  const step = {
    ...{ source: item.at.source, id, run, uses, inputs },
    // Without an id or a name, by what does not change when steps are added above.
    key: id ?? textOf(own, "name") ?? uses?.name ?? `run ${fnv1a(run?.value ?? "")}`,
    at: own.values().next().value?.keyAt ?? item.at,
    condition: scalarOf(own, "if"),
    with: fieldsOf(own.get("with")?.value, true),
    env: fieldsOf(own.get("env")?.value),
    continueOnError: textOf(own, "continue-on-error") === "true",
    timeout: textOf(own, "timeout-minutes"),
  };
  return { ...step, check: actorCheck(step), agent: agentOf(step, compiled) };
}

/** The steps of a composite action of this repository, as if they stood in the job. */
function compositeSteps(step: Step, reader: Reader): Step[] {
  const folder = step.uses === null ? null : localPath(step.uses.text);
  if (folder === null) return [];
  const file = [`${folder}/action.yml`, `${folder}/action.yaml`].find((path) => reader.read(path) !== null);
  const source = file === undefined ? null : opened(file, reader);
  const runs = fieldsOf(fieldsOf(source?.root).get("runs")?.value).get("steps")?.value;
  if (runs?.kind !== "list") return [];
  return runs.items.flatMap((item) => {
    reader.left.steps -= 1;
    if (reader.left.steps < 0) return [];
    const inner = stepOf(item, step.with, false);
    return { ...inner, key: `${step.key} › ${inner.key}` };
  });
}

function opened(path: string, reader: Reader): Source | null {
  const before = reader.opened.get(path);
  if (before !== undefined) return before;
  const text = reader.read(path);
  const source = text === null ? null : readSource(path, text);
  const readable = source !== null && !("reason" in source) ? source : null;
  if (source !== null && "reason" in source) reader.unreadable.push(source);
  reader.opened.set(path, readable);
  return readable;
}

/** `./a/b` as a path from the root; null for what is not of this repository, or leads out of it. */
function localPath(uses: string): string | null {
  if (!uses.startsWith("./") || uses.includes("..")) return null;
  return uses.slice(2).replace(/\/+$/, "");
}

/** Where the configuration knows an agent and we none: the step that is given a prompt, else the last. */
function withOwnAgents(workflow: Workflow, { agents }: Pick<Repository, "agents">): Workflow {
  const { source, name } = workflow;
  const names = [source.path, source.path.slice(source.path.lastIndexOf("/") + 1), name ?? ""];
  const rule = agents.find(({ workflow: pattern }) => pattern !== undefined && names.some(globs([pattern])));
  if (rule === undefined || workflow.jobs.some(({ steps }) => steps.some(({ agent }) => agent !== null)))
    return workflow;
  const jobs = workflow.jobs.map((job) => {
    const chosen = job.steps.find((step) => [...step.with.keys()].some(isPrompt)) ?? job.steps.at(-1);
    const steps = job.steps.map((step) =>
      step === chosen ? { ...step, agent: ownAgent(rule.name, step) } : step,
    );
    return { ...job, steps };
  });
  return { ...workflow, jobs };
}
