import { countAt, type LooseObject, objectAt } from "#core/telemetry/loose-json.ts";

const REQUESTS = /^(.{1,100})_requests$/;
/** Cost their tokens alone, as Anthropic's price list says. */
const FREE: readonly string[] = ["web_fetch", "tool_search"];
const MOST_KINDS = 10;

/** `usage.server_tool_use`: requests of tools that the model's seller runs, and takes a fee for, by kind: `web_search`. */
export function serverToolFees(
  usage: LooseObject,
  clean: (reported: unknown) => string | null,
): Readonly<Record<string, number>> {
  const reported = objectAt(usage, "server_tool_use");
  const fees: Record<string, number> = {};
  for (const key of Object.keys(reported)) {
    const kind = clean(REQUESTS.exec(key)?.[1]);
    const count = countAt(reported, key) ?? 0;
    if (kind === null || FREE.includes(kind) || count === 0 || Object.keys(fees).length >= MOST_KINDS)
      continue;
    fees[kind] = count;
  }
  return fees;
}
