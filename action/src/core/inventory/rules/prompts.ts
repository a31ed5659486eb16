import { bodyOf, spotOf, whole } from "#core/inventory/agents.ts";
import { agentExposure, stepExposure } from "#core/inventory/exposure.ts";
import { eventVariables, type Flow, flowsInto, isEventText } from "#core/inventory/flows.ts";
import {
  type Agent,
  agentsOf,
  type Part,
  type Placed,
  type Step,
  scalarOf,
  type Workflow,
} from "#core/inventory/model.ts";
import { HEARD, hit, type Level, type Rule } from "#core/inventory/rule.ts";
import { within } from "#core/inventory/source.ts";

/** What strangers write reaches the agent, or a shell. */
export const PROMPT_RULES: readonly Rule[] = [
  {
    id: "prompt-expression",
    level: "error",
    title: "Text of strangers is pasted into the agent's instructions",
    help: "Whoever opens an issue or pull request chooses its title, text and branch. An expression puts them into the prompt or the command line before the agent starts, where they read like your own instructions.",
    fix: "Give the agent the number and have it read the text with a tool, marked as data; let only people with write access start it.",
    *check(workflow) {
      for (const { step, agent, ...rest } of agentsOf(workflow)) {
        const level = levelOf(workflow, { step, agent, ...rest });
        if (level === null) continue;
        for (const part of partsOf(agent))
          for (const { path, at } of flowsInto(part, step.inputs).filter(isFromEvent))
            yield hit(step, at, `${path} becomes part of what ${agent.kind.name} is told`, level);
      }
    },
  },
  {
    id: "prompt-env",
    level: "error",
    title: "Text of strangers reaches the agent through a variable",
    help: "A variable keeps the shell safe, not the agent: it reads the variable's text as part of what it is told.",
    fix: "Give the agent the number and have it read the text with a tool, marked as data; let only people with write access start it.",
    *check(workflow) {
      for (const placed of agentsOf(workflow)) {
        const { job, step, agent } = placed;
        const level = levelOf(workflow, placed);
        if (level === null) continue;
        for (const [name, { path, at }] of eventVariables(step, job.env))
          if (reads(step, agent, name))
            yield hit(step, at, `${agent.kind.name} reads ${path} as ${name}`, level);
      }
    },
  },
  {
    id: "prompt-fetches",
    level: "warning",
    title: "The agent is told to read what strangers wrote",
    help: "An issue, a comment or a diff that the agent fetches can hold instructions for it.",
    fix: "Tell it that what it reads is data and no instruction, and let it have no tool or token with which following such an instruction would do harm.",
    *check(workflow) {
      for (const { job, step, agent } of agentsOf(workflow)) {
        if (agentExposure(workflow, job, step, agent) === "nobody") continue;
        const spot = agent.prompts.map((part) => spotOf(part, FETCHES)).find((found) => found !== null);
        if (spot)
          yield hit(step, spot.at, `The prompt has ${agent.kind.name} read what others wrote: ${spot.text}`);
      }
    },
  },
  {
    id: "prompt-inputs",
    level: "warning",
    title: "Inputs, logs or artifacts of other runs reach the prompt",
    help: "Whoever starts the workflow, calls it, or ran what left the log or artifact, decides what the agent is told.",
    fix: "Take numbers and names from a fixed list instead of free text, and check them before the agent starts.",
    *check(workflow) {
      for (const { step, agent } of agentsOf(workflow))
        for (const part of agent.prompts) {
          for (const { path, at } of flowsInto(part, step.inputs).filter(isInput))
            yield hit(step, at, `${path} becomes part of what ${agent.kind.name} is told`);
          const spot = spotOf(part, OTHER_RUNS);
          if (spot !== null)
            yield hit(
              step,
              spot.at,
              `The prompt has ${agent.kind.name} read another run's output: ${spot.text}`,
            );
        }
    },
  },
  {
    id: "run-injection",
    level: "error",
    title: "Text of strangers is pasted into a script",
    help: "An expression in a script is replaced before the shell reads it: a title such as `$(curl … | sh)` is executed, with the job's token and secrets.",
    fix: 'Hand it over in a variable of the step\'s `env`, and quote that in the script: "$TITLE".',
    *check(workflow) {
      if (agentsOf(workflow).length === 0) return;
      for (const { job, step, script } of scriptsOf(workflow)) {
        const level = HEARD[stepExposure(workflow, job, step)];
        if (level === null) continue;
        for (const { path, at } of flowsInto(script, step.inputs).filter(isFromEvent))
          if (!isTold(step, at.start)) yield hit(step, at, `${path} becomes part of a script`, level);
      }
    },
  },
  {
    id: "output-executed",
    level: "error",
    title: "What the agent answers is executed",
    help: "A model's answer in a script's expression, in `eval` or in `bash -c` is a program that whoever can steer the model writes.",
    fix: "Hand the answer over in a variable, check that it is one of the values you expect, and never evaluate it.",
    *check(workflow) {
      const agents = agentsOf(workflow);
      for (const { job, step, script } of agents.length === 0 ? [] : scriptsOf(workflow)) {
        const isAnswer = ({ path }: Flow) => agents.some((placed) => isAnswerOf(placed, path, job.key));
        for (const { path, at } of flowsInto(script, step.inputs).filter(isAnswer))
          yield hit(step, at, `The answer ${path} becomes part of a script`);
        for (const [name, entry] of step.env) {
          if (entry.value.kind !== "scalar") continue;
          if (!flowsInto(whole(entry.value), step.inputs).some(isAnswer)) continue;
          const spot = spotOf(
            script,
            new RegExp(String.raw`(?:\beval|\b(?:ba)?sh\s+-c)\s[^\n]*\$\{?${name}\b`),
          );
          if (spot !== null) yield hit(step, spot.at, `The answer in ${name} is executed`);
        }
      }
      for (const { step } of agents.filter(({ step: { run } }) => run !== null)) {
        const spot = step.run === null ? null : spotOf(whole(step.run), PIPED);
        if (spot !== null && agents.some((other) => other.step === step))
          yield hit(step, spot.at, "What the agent prints is executed");
      }
    },
  },
];

const FETCHES =
  /\bgh (?:issue|pr) (?:view|diff|list|checkout)\b|\bgh api [^\n]*(?:issues|pulls)\b|\$\{\{\s*github\.event\.(?:issue|pull_request|discussion)\.number\s*\}\}/;
const OTHER_RUNS = /\bgh run (?:view|download)\b/;
const PIPED =
  /\beval\s+"?\$\((?:claude|codex|gemini|copilot)\b|\b(?:claude|codex|gemini|copilot)\s[^\n|]*\|\s*(?:ba|z)?sh\b/;

/** Where who could have written it does not matter because nobody from outside is heard: null. */
function levelOf(workflow: Workflow, { job, step, agent }: Placed): Level | null {
  const level = HEARD[agentExposure(workflow, job, step, agent)];
  // Who calls a workflow decides what its event is.
  const called = workflow.triggers.some(({ event }) => event === "workflow_call");
  return level ?? (called ? "warning" : null);
}

function partsOf({ prompts, settings }: Agent): Part[] {
  return [...prompts, ...settings.filter((part) => !prompts.includes(part))];
}

function isFromEvent({ path }: Flow): boolean {
  return isEventText(path);
}

function isInput({ path }: Flow): boolean {
  return /^(?:inputs|github\.event\.(?:inputs|client_payload))\./.test(path);
}

/** Whether an agent is told of a variable: its prompt names it, or its script uses it. */
function reads({ run }: Step, { prompts }: Agent, name: string): boolean {
  if (run !== null) return new RegExp(String.raw`\$\{?${name}\b`).test(run.body);
  return prompts.some((part) => new RegExp(String.raw`\b${name}\b`).test(bodyOf(part)));
}

function scriptsOf({ jobs }: Workflow) {
  return jobs.flatMap((job) =>
    job.steps.flatMap((step) => {
      const script =
        step.run ??
        (/^actions\/github-script$/i.test(step.uses?.name ?? "") ? scalarOf(step.with, "script") : null);
      return script === null ? [] : [{ job, step, script: whole(script) }];
    }),
  );
}

/** In the agent's own command it is `prompt-expression`. */
function isTold({ agent }: Step, offset: number): boolean {
  return (agent?.prompts ?? []).some(({ node, from, to }) => {
    const { start } = within(node, from, to);
    return offset >= start && offset < start + (to - from);
  });
}

function isAnswerOf({ job, step, agent }: Placed, path: string, from: string): boolean {
  const { answers } = agent.kind;
  const isText = (name: string) => answers === null || answers.includes(name);
  const [context, id, outputs, name] = path.split(".");
  if (outputs !== "outputs" || name === undefined) return false;
  if (context === "steps") return job.key === from && id === step.id?.toLowerCase() && isText(name);
  if (context !== "needs" || id !== job.id.toLowerCase()) return false;
  const output = [...job.outputs.values()].find(({ key }) => key.toLowerCase() === name)?.value;
  const flows = output?.kind === "scalar" ? flowsInto(whole(output), null) : [];
  return flows.some((flow) => isAnswerOf({ job, step, agent } as Placed, flow.path, job.key));
}
