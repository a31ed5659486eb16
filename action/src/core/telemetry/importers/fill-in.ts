import type { Execution } from "#core/records/execution.ts";

/**
 * Two tellings of the same work as one: what the first does not know is taken from the second. Lists are the
 * first's; notes are both's.
 */
export function filledIn(first: Execution, second: Execution): Execution {
  const known = Object.entries(first).filter(([, value]) => value !== null);
  return {
    ...second,
    ...(Object.fromEntries(known) as Partial<Execution>),
    context: {
      max_prompt_tokens: first.context.max_prompt_tokens ?? second.context.max_prompt_tokens,
      window: first.context.window ?? second.context.window,
    },
    truncated: [...new Set([...first.truncated, ...second.truncated])].slice(0, 20),
    redactions: largest(first.redactions, second.redactions),
  };
}

/** The same secret told twice is one. */
function largest(a: Execution["redactions"], b: Execution["redactions"]): Execution["redactions"] {
  const both = new Map(Object.entries(a));
  for (const [kind, count] of Object.entries(b)) both.set(kind, Math.max(count, both.get(kind) ?? 0));
  return Object.fromEntries(both);
}
