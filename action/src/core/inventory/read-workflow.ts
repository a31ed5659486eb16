import { globs } from "#core/glob.ts";
import { fnv1a } from "#core/hash.ts";
import { actorCheck } from "#core/inventory/actor-check.ts";
import { agentOf, isPrompt, ownAgent } from "#core/inventory/agents.ts";
import type {
  Fields,
  Job,
  Permissions,
  Repository,
  Step,
  Trigger,
  Uses,
  Workflow,
} from "#core/inventory/model.ts";
import { scalarOf, textOf } from "#core/inventory/model.ts";
import {
  readSource,
  type Source,
  type Span,
  type Unreadable,
  within,
  type YamlNode,
  type YamlScalar,
} from "#core/inventory/source.ts";

/**
 * A workflow file as what runs in it. Actions and workflows of the repository itself (`./…`) are followed one level
 * deep; those that cannot be read are named.
 */
export function readWorkflow(
  source: Source,
  repository: Pick<Repository, "read" | "agents">,
): { workflow: Workflow; unreadable: Unreadable[] } {
  const reader: Reader = { read: repository.read, compiled: isCompiled(source), unreadable: [] };
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
  return { workflow: withOwnAgents(workflow, repository), unreadable: reader.unreadable };
}

type Reader = { read(path: string): string | null; compiled: boolean; unreadable: Unreadable[] };
type JobsReader = Reader & { caller: Job | null; inputs: Fields | null };

/** gh-aw says so in its head: what it compiled ends in `.lock.yml`. */
function isCompiled({ path, text }: Source): boolean {
  return /\.lock\.ya?ml$/.test(path) && /^#.*\bgh[- ]aw\b/m.test(text.slice(0, 4000));
}

function fieldsOf(node: YamlNode | undefined, lower = false): Fields {
  if (node?.kind !== "map") return new Map();
  return lower ? new Map([...node.entries].map(([key, entry]) => [key.toLowerCase(), entry])) : node.entries;
}

function triggersOf(fields: Fields): Trigger[] {
  const on = fields.get("on");
  if (on === undefined) return [];
  const { value } = on;
  if (value.kind === "scalar") return [{ event: value.value, types: null, crons: [], at: value.at }];
  if (value.kind === "list")
    return value.items.map((item) => ({ event: textIn(item) ?? "", types: null, crons: [], at: item.at }));
  return [...value.entries.values()].map(({ key, keyAt, value: settings }) => {
    const types = fieldsOf(settings).get("types")?.value;
    const rows = settings.kind === "list" ? settings.items : [];
    const crons = rows.flatMap((row) => scalarOf(fieldsOf(row), "cron") ?? []);
    return { event: key, types: types === undefined ? null : textsIn(types), crons, at: keyAt };
  });
}

function jobsOf(source: Source, reader: JobsReader): Job[] {
  const fields = fieldsOf(source.root);
  const inherited = {
    permissions: permissionsOf(fields) ?? reader.caller?.permissions ?? null,
    env: fieldsOf(fields.get("env")?.value),
  };
  return [...fieldsOf(fields.get("jobs")?.value).values()].map(({ key: id, keyAt, value }) => {
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
  return runs.items.map((item) => {
    const inner = stepOf(item, step.with, false);
    return { ...inner, key: `${step.key} › ${inner.key}` };
  });
}

function opened(path: string, reader: Reader): Source | null {
  const text = reader.read(path);
  if (text === null) return null;
  const source = readSource(path, text);
  if (!("reason" in source)) return source;
  reader.unreadable.push(source);
  return null;
}

/** `./a/b` as a path from the root; null for what is not of this repository, or leads out of it. */
function localPath(uses: string): string | null {
  if (!uses.startsWith("./") || uses.includes("..")) return null;
  return uses.slice(2).replace(/\/+$/, "");
}

function permissionsOf(fields: Fields): Permissions | null {
  const entry = fields.get("permissions");
  if (entry === undefined) return null;
  const { value, keyAt } = entry;
  const all = value.kind === "scalar" ? (/^(read|write)-all$/.exec(value.value)?.[1] ?? null) : null;
  const scopes = [...fieldsOf(value)].map(([name, scope]): [string, { access: string; at: Span }] => [
    name,
    { access: textIn(scope.value) ?? "none", at: scope.keyAt },
  ]);
  return {
    all: all as "read" | "write" | null,
    scopes: new Map(scopes),
    at: all === null ? keyAt : value.at,
  };
}

function usesOf(node: YamlScalar | null): Uses | null {
  if (node === null) return null;
  const text = node.value.trim();
  const mark = text.startsWith("docker://") ? -1 : text.lastIndexOf("@");
  const [name, ref] = mark === -1 ? [text, null] : [text.slice(0, mark), text.slice(mark + 1)];
  return { text, name, ref, at: within(node, 0, node.body.length) };
}

function runsOn(node: YamlNode | undefined): string[] {
  return node?.kind === "map"
    ? [...node.entries.values()].flatMap(({ value }) => textsIn(value))
    : textsIn(node);
}

function textIn(node: YamlNode | undefined): string | null {
  return node?.kind === "scalar" ? node.value.trim() || null : null;
}

function textsIn(node: YamlNode | undefined): string[] {
  if (node?.kind === "list") return node.items.flatMap((item) => textIn(item) ?? []);
  return [textIn(node) ?? []].flat();
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
