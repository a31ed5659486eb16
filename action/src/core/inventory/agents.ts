import {
  type Agent,
  type AgentKind,
  type Fields,
  type Part,
  type Step,
  scalarOf,
  textOf,
} from "#core/inventory/model.ts";
import { commandsNamed, withoutComments } from "#core/inventory/shell.ts";
import { type Span, within, type YamlScalar } from "#core/inventory/source.ts";

/** Caps that agents know: turns, dollars, credits. */
const TURNS = /max[-_ ]?(?:session[-_ ]?)?turns|--max-budget-usd|--max-ai-credits/i;
const HEADLESS = {
  ...{ prompts: [], settings: [], models: [], checksActor: false, hasTools: true },
  ...{ answers: null, capped: null },
} as const;
const CLAUDE_SETTINGS = [
  "claude_args",
  "allowed_tools",
  "settings",
  "mcp_config",
  "additional_permissions",
  "max_turns",
];
const CLAUDE_PROMPTS = [
  "prompt",
  "direct_prompt",
  "override_prompt",
  "custom_instructions",
  "system_prompt",
  "append_system_prompt",
];

/** The first row that matches names the agent. */
const AGENT_KINDS: readonly AgentKind[] = [
  {
    ...{ id: "claude-code-base-action", name: "Claude", checksActor: false, hasTools: true },
    ...{ answers: ["structured_output"], capped: TURNS },
    action: /^anthropics\/(?:claude-code-base-action|claude-code-action\/base-action)$/,
    ...{ prompts: CLAUDE_PROMPTS, settings: CLAUDE_SETTINGS, models: ["model", "anthropic_model"] },
  },
  {
    ...{ id: "claude-code-action", name: "Claude", checksActor: true, hasTools: true },
    ...{ answers: ["structured_output"], capped: TURNS },
    action: /^anthropics\/claude-code-action$/,
    opensTo: "allowed_non_write_users",
    ...{ prompts: CLAUDE_PROMPTS, settings: CLAUDE_SETTINGS, models: ["model", "anthropic_model"] },
  },
  {
    ...{ id: "codex-action", name: "Codex", checksActor: true, hasTools: true },
    ...{ answers: ["final-message"], capped: null },
    action: /^openai\/codex-action$/,
    opensTo: "allow-users",
    prompts: ["prompt"],
    settings: ["codex-args", "sandbox", "safety-strategy", "permission-profile"],
    models: ["model"],
  },
  {
    ...{ id: "gemini-cli-action", name: "Gemini", checksActor: false, hasTools: true },
    ...{ answers: ["summary", "error"], capped: TURNS },
    action: /^google-gemini\/gemini-cli-action$/,
    ...{ prompts: ["prompt"], settings: ["settings_json"], models: ["gemini_model"] },
    outdated:
      "google-gemini/gemini-cli-action is archived; its successor is google-github-actions/run-gemini-cli",
  },
  {
    ...{ id: "run-gemini-cli", name: "Gemini", checksActor: false, hasTools: true },
    ...{ answers: ["summary", "error"], capped: TURNS },
    action: /^google-github-actions\/run-gemini-cli$/,
    ...{ prompts: ["prompt"], settings: ["settings"], models: ["gemini_model"] },
  },
  {
    ...{ id: "ai-inference", name: "GitHub Models", checksActor: false, hasTools: false },
    ...{ answers: ["response"], capped: null },
    action: /^actions\/ai-inference$/,
    ...{ prompts: ["prompt", "system-prompt", "input"], settings: [], models: ["model"] },
  },
  {
    ...{ id: "copilot-action", name: "Copilot CLI", checksActor: false, hasTools: true },
    ...{ answers: null, capped: null },
    action: /^github\/copilot[\w-]*$/,
    ...{ prompts: ["prompt"], settings: ["args", "allow-tools", "allow-all-tools"], models: ["model"] },
  },
  {
    ...{ ...HEADLESS, id: "claude", name: "Claude", capped: TURNS },
    command: {
      names: /(?<![\w@.-])(?:claude|@anthropic-ai\/claude-code(?:@[\w.-]+)?)(?=\s)/g,
      runs: /\s(?:-p|--print|--dangerously-skip-permissions)(?=[\s='"]|$)/,
    },
  },
  {
    ...{ ...HEADLESS, id: "codex", name: "Codex" },
    command: {
      names: /(?<![\w@.-])(?:codex|@openai\/codex(?:@[\w.-]+)?)(?=\s)/g,
      runs: /\s(?:exec|e|review|--full-auto)(?=\s|$)/,
    },
  },
  {
    ...{ ...HEADLESS, id: "gemini", name: "Gemini", capped: TURNS },
    command: {
      names: /(?<![\w@.-])(?:gemini|@google\/gemini-cli(?:@[\w.-]+)?)(?=\s)/g,
      runs: /\s(?:-p|--prompt|-y|--yolo|--approval-mode)(?=[\s='"]|$)/,
    },
  },
  {
    ...{ ...HEADLESS, id: "copilot", name: "Copilot CLI" },
    command: {
      names: /(?<![\w@.-])(?:copilot|@github\/copilot(?:@[\w.-]+)?)(?=\s)/g,
      runs: /\s(?:-p|--prompt|--yolo|--allow-all(?:-tools)?)(?=[\s='"]|$)/,
    },
  },
  {
    ...{ ...HEADLESS, id: "aider", name: "Aider" },
    command: {
      names: /(?<![\w@.-])aider(?=\s)/g,
      runs: /\s(?:-m|--message|-f|--message-file|--yes|--yes-always)(?=[\s='"]|$)/,
    },
  },
  {
    ...{ ...HEADLESS, id: "opencode", name: "opencode" },
    command: { names: /(?<![\w@.-])opencode(?=\s)/g, runs: /\s(?:run|github\s+run)(?=\s|$)/ },
  },
  {
    ...{ ...HEADLESS, id: "goose", name: "Goose" },
    // Also a tool for migrations of databases.
    command: {
      names: /(?<![\w@.-])goose(?=\s)/g,
      runs: /\srun\s[\s\S]*(?:-i|-t|--instructions|--text|--recipe)(?=[\s=]|$)/,
    },
  },
  {
    ...{ ...HEADLESS, id: "cursor-agent", name: "Cursor" },
    command: {
      names: /(?<![\w@.-])cursor-agent(?=\s)/g,
      runs: /\s(?:-p|--print|-f|--force|agent)(?=[\s='"]|$)/,
    },
  },
  {
    ...{ ...HEADLESS, id: "amp", name: "Amp" },
    command: {
      names: /(?<![\w@.-])(?:amp|@sourcegraph\/amp(?:@[\w.-]+)?)(?=\s)/g,
      runs: /\s(?:-x|--execute|--dangerously-allow-all)(?=[\s='"]|$)/,
    },
  },
  {
    ...{ ...HEADLESS, id: "qwen", name: "Qwen Code", capped: TURNS },
    command: {
      names: /(?<![\w@.-])(?:qwen|@qwen-code\/qwen-code(?:@[\w.-]+)?)(?=\s)/g,
      runs: /\s(?:-p|--prompt|-y|--yolo)(?=[\s='"]|$)/,
    },
  },
];

/** What gh-aw compiles: the engine's step has this id, whatever engine it is. */
const COMPILED: AgentKind = { ...HEADLESS, id: "gh-aw", name: "gh-aw" };
const COMPILED_STEP = "agentic_execution";

/** The agent of a step; null where it runs none that we know. */
export function agentOf(
  step: Pick<Step, "uses" | "run" | "with" | "env" | "id">,
  compiled: boolean,
): Agent | null {
  const { run, uses } = step;
  if (compiled)
    return step.id === COMPILED_STEP && run !== null ? inScript(COMPILED, run, 0, run.body.length) : null;
  if (uses !== null) {
    const kind = AGENT_KINDS.find(({ action }) => action?.test(uses.name.toLowerCase()));
    if (kind !== undefined) return ofAction(kind, step.with, step.env);
  }
  for (const script of run === null ? commandInputs(step.with) : [run]) {
    const agent = commandAgent(script);
    if (agent !== null) return agent;
  }
  return null;
}

/** What actions are given to run in a container or on another machine. */
function commandInputs(fields: Fields): YamlScalar[] {
  return ["run", "run_cmd", "runcmd", "command", "cmd"].flatMap((name) => scalarOf(fields, name) ?? []);
}

function commandAgent(node: YamlScalar): Agent | null {
  const script = withoutComments(node.body);
  for (const kind of AGENT_KINDS)
    for (const command of kind.command === undefined ? [] : commandsNamed(script, kind.command.names))
      if (kind.command?.runs.test(command.text)) return inScript(kind, node, command.start, command.end);
  return null;
}

/** An agent that the configuration names, in whichever step is most like one: nothing else is known of it. */
export function ownAgent(name: string, step: Pick<Step, "run" | "with">): Agent {
  const kind: AgentKind = { ...HEADLESS, id: "own", name, prompts: [...step.with.keys()].filter(isPrompt) };
  return step.run === null
    ? ofAction(kind, step.with, step.with)
    : inScript(kind, step.run, 0, step.run.body.length);
}

export function isPrompt(input: string): boolean {
  return /prompt|instructions/.test(input);
}

function ofAction(kind: AgentKind, fields: Fields, env: Fields): Agent {
  const parts = (names: readonly string[]) =>
    names.flatMap((name) => {
      const node = scalarOf(fields, name);
      return node === null ? [] : [whole(node)];
    });
  const settings = parts(kind.settings);
  const named = kind.models.map((name) => textOf(fields, name)).find((model) => model !== null);
  const model =
    named ?? settings.map(modelIn).find((found) => found !== null) ?? textOf(env, "ANTHROPIC_MODEL") ?? null;
  return { kind, prompts: parts(kind.prompts), settings, model };
}

function inScript(kind: AgentKind, node: YamlScalar, from: number, to: number): Agent {
  const part = { node, from, to };
  return { kind, prompts: [part], settings: [part], model: modelIn(part) };
}

const MODEL =
  /(?:^|\s)(?:--model|-m)[\s=]+["']?([^\s"']+)|"model"\s*:\s*"([^"]+)"|"name"\s*:\s*"(gemini-[^"]+)"/;

function modelIn(part: Part): string | null {
  const match = MODEL.exec(bodyOf(part));
  return match?.[1] ?? match?.[2] ?? match?.[3] ?? null;
}

export function whole(node: YamlScalar): Part {
  return { node, from: 0, to: node.body.length };
}

export function bodyOf({ node, from, to }: Part): string {
  return node.body.slice(from, to);
}

/** Where the first match of a pattern stands. */
export function spotOf(part: Part, pattern: RegExp): { text: string; at: Span } | null {
  const match = pattern.exec(bodyOf(part));
  if (match === null) return null;
  const from = part.from + match.index;
  return { text: match[0], at: within(part.node, from, from + match[0].length) };
}
