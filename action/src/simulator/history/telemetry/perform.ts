import type { CauseName } from "#simulator/history/causes.ts";
import type { Random } from "#simulator/history/random.ts";
import { SUBJECTS, THOUGHTS } from "#simulator/history/telemetry/talk.ts";
import type { ModelCall, Tool, ToolUse, Turn, Work } from "#simulator/history/telemetry/work.ts";

/** What is known of the work before it is drawn. */
export type Part = {
  session: string;
  from: number;
  to: number;
  model: string;
  turns: number;
  /** Tokens of the first prompt, and where the context is summarized. */
  base: number;
  limit: number;
  tools: readonly Tool[];
  /** Starts a sub-agent on this model. */
  task: { tool: Tool; model: string } | null;
  /** The model for titles and summaries. */
  aside: string | null;
  fallback: Work["fallback"];
  cause: CauseName | null;
  answer: string;
  /** The share of output that is reasoning. */
  reasoning: number;
  /** MCP servers that do not answer. */
  down: readonly string[];
  /** The chance that the provider refuses a request at first. */
  refused: number;
  /** Asks the same again and again. */
  loop: boolean;
  /** Writing to the cache is billed of its own. */
  cacheWrites: boolean;
};

/** Draws what the agent does between two moments. */
export function perform(random: Random, part: Part): Work {
  const { session, from, to, model, fallback, cause, answer } = part;
  const slice = (to - from) / part.turns;
  const turns: Turn[] = [];
  const overflows = cause === "context_overflow" || cause === "codex_context";
  let context = 0;
  let next = part.base;
  const stuck = use(random, part, from, pickTool(random, part.tools), random.pick(SUBJECTS));
  for (let index = 0; index < part.turns; index += 1) {
    const at = Math.round(from + index * slice);
    const isFull = next > part.limit && !overflows;
    const compaction = isFull ? { before: next, after: Math.round(part.base * 1.4) } : null;
    if (compaction) {
      next = compaction.after;
      context = 0;
    }
    const isLast = index === part.turns - 1;
    const current = fallback && index < part.turns / 3 ? fallback.from : (fallback?.to ?? model);
    const call = callModel(random, part, current, at, Math.round(slice * 0.4), context, next);
    const toolsAt = at + Math.round(slice * 0.45);
    const wanted = isLast && cause === null ? 0 : part.loop ? 3 : random.pick([1, 1, 1, 2, 2, 3]);
    const tools = Array.from({ length: wanted }, (_, place) => {
      const start = toolsAt + Math.round((place * slice * 0.5) / wanted);
      if (part.loop && index > 2) return { ...stuck, id: random.hex(24), at: start };
      return useTool(random, part, turns, start, Math.round((slice * 0.5) / wanted));
    });
    const retries = random.chance(part.refused) ? random.between(1, 3) : 0;
    turns.push({ call, thought: random.pick(THOUGHTS), tools, retries, compaction });
    context = next;
    const heard = tools.reduce((sum, { tool }) => sum + random.around(tool.tokens), 0);
    const grown = next + call.output + heard * (part.loop ? 4 : overflows ? 9 : 1);
    next = Math.min(grown, Math.round(part.limit * 1.2));
  }
  const aside =
    part.aside === null ? [] : [callModel(random, part, part.aside, from, 900, 0, random.around(1400))];
  return { session, from, to, model: fallback?.to ?? model, turns, aside, fallback, cause, answer };
}

function callModel(
  random: Random,
  part: Part,
  model: string,
  at: number,
  most: number,
  cached: number,
  prompt: number,
): ModelCall {
  const output = random.around(240) + (random.chance(0.15) ? random.around(900) : 0);
  const isWarm = cached === 0 && random.chance(0.35);
  const known = isWarm ? Math.round(prompt * 0.7) : cached;
  const fresh = part.cacheWrites ? random.between(3, 12) : prompt - known;
  return {
    id: random.hex(24),
    model,
    at,
    ms: Math.max(400, Math.round(most * (0.5 + random.next() / 2))),
    fresh,
    cacheRead: known,
    cacheWrite: part.cacheWrites ? Math.max(0, prompt - known - fresh) : 0,
    output,
    reasoning: Math.round(output * part.reasoning * random.next()),
  };
}

/** Sometimes asks what it has asked before; sometimes sends a sub-agent. */
function useTool(random: Random, part: Part, turns: readonly Turn[], at: number, most: number): ToolUse {
  const before = turns.at(-1)?.tools.at(-1);
  if (before && before.turns.length === 0 && random.chance(0.06))
    return { ...before, id: random.hex(24), at };
  if (part.task && random.chance(0.03)) return sendSubAgent(random, part, part.task, at, most);
  const drawn = use(random, part, at, pickTool(random, part.tools), random.pick(SUBJECTS));
  return { ...drawn, ms: Math.min(drawn.ms, Math.max(5, most)) };
}

function sendSubAgent(
  random: Random,
  part: Part,
  { tool, model }: { tool: Tool; model: string },
  at: number,
  ms: number,
): ToolUse {
  const subject = random.pick(SUBJECTS);
  const own = { ...part, model, turns: 2, base: 6200, task: null, aside: null, fallback: null, cause: null };
  const { turns } = perform(random, { ...own, from: at, to: at + ms, loop: false });
  const sent = use(random, { ...part, down: [] }, at, tool, subject);
  return { ...sent, status: "success", ms, turns };
}

function use(random: Random, part: Part, at: number, tool: Tool, subject: string): ToolUse {
  const isDown = tool.server !== null && part.down.includes(tool.server);
  const chance = random.next();
  const status = isDown || chance < 0.04 ? "failure" : chance < 0.05 ? "denied" : "success";
  const said = {
    success: tool.output(subject),
    failure: isDown ? "MCP error -32001: Request timed out" : `Error: ${subject}: no such file or directory`,
    denied: "This tool call was not allowed by the permission settings.",
  };
  const ms = isDown ? 60_000 : Math.round(random.around(tool.seconds * 1000));
  const input = tool.input(subject);
  return { id: random.hex(24), tool, input, output: said[status], status, at, ms, turns: [] };
}

function pickTool(random: Random, tools: readonly Tool[]): Tool {
  return random.pick(tools.flatMap((tool) => Array.from({ length: tool.weight }, () => tool)));
}
