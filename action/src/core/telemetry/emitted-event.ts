import { UserError } from "#core/errors.ts";
import { didYouMean } from "#core/nearest.ts";
import { AgentEvent, EVENT_TYPES, METRIC_EVENT, SCORE_EVENT } from "#core/records/event.ts";

const REMEDY = `Give an event type (${EVENT_TYPES.join(", ")}, custom.<name>), or \`metric <name> <value>\`, or \`score <name> <value>\`, then fields as --name value.`;

/**
 * What stands after `agentops emit`, as an event: `agent.tool.called --tool_name search --latency_ms 12`,
 * `metric queue_depth 4 --unit jobs`, `score helpful 0.8`, `custom.deployed --version 3`. Fields of the schema are
 * taken by name (dashes count as underscores), all others become attributes.
 *
 * @param inherited fields that are the same for every event of the process, such as its trace
 * @throws UserError naming the word that is wrong
 */
export function emittedEvent(
  words: readonly string[],
  timestamp: string,
  inherited: Partial<AgentEvent>,
): AgentEvent {
  const { type, attributes, rest } = kindOf(words);
  const fields: Record<string, unknown> = { ...inherited, type, timestamp };
  for (const [name, value] of flags(rest)) {
    if (name === "attributes" || name === "type" || !Object.hasOwn(AgentEvent.shape, name))
      attributes[name] = plain(value);
    else fields[name] = isNumeric(name) ? Number(value) : value;
  }
  if (Object.keys(attributes).length > 0) fields["attributes"] = attributes;
  const parsed = AgentEvent.safeParse(fields);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = String(issue?.path[0] ?? "type");
  if (field === "type")
    throw new UserError(
      `there is no event type ${JSON.stringify(type)}${didYouMean(type, EVENT_TYPES)}`,
      REMEDY,
    );
  throw new UserError(`--${field} ${JSON.stringify(fields[field])}: ${issue?.message}`, REMEDY);
}

type Attributes = Record<string, string | number | boolean>;

function kindOf(words: readonly string[]): { type: string; attributes: Attributes; rest: readonly string[] } {
  const [first, name, value] = words;
  if (first === undefined || first.startsWith("--")) throw new UserError("no event type is given", REMEDY);
  if (first !== "metric" && first !== "score") return { type: first, attributes: {}, rest: words.slice(1) };
  const number = Number(value);
  if (!name || name.startsWith("--") || !value?.trim() || !Number.isFinite(number))
    throw new UserError(`\`emit ${first}\` needs a name and a number`, REMEDY);
  const attributes = first === "metric" ? { name, value: number } : { name, score: number };
  return { type: first === "metric" ? METRIC_EVENT : SCORE_EVENT, attributes, rest: words.slice(3) };
}

function* flags(words: readonly string[]): Iterable<[name: string, value: string]> {
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? "";
    const flag = /^--([\w.-]{1,100})(?:=([\s\S]*))?$/.exec(word);
    if (flag === null) throw new UserError(`${JSON.stringify(word)} is no field`, REMEDY);
    const value = flag[2] ?? words[++index];
    if (value === undefined) throw new UserError(`${word} has no value`, REMEDY);
    yield [(flag[1] ?? "").replaceAll("-", "_"), value];
  }
}

function isNumeric(field: string): boolean {
  return /^(?:latency_ms|tokens_\w+|cost_usd|status_code)$/.test(field);
}

function plain(value: string): string | number | boolean {
  if (value === "true" || value === "false") return value === "true";
  return /^-?\d{1,15}(?:\.\d{1,15})?$/.test(value) ? Number(value) : value;
}
