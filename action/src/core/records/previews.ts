import * as z from "zod";
import type { Execution } from "#core/records/execution.ts";
import { cut } from "#core/records/within-bounds.ts";

/** How much of what agents were asked, said and did is kept: nothing, the first words, or contents. */
export const Previews = z.enum(["none", "short", "full"]);
export type Previews = z.infer<typeof Previews>;

/** Characters of a prompt or an answer, where the first words are kept. */
export const SHORT = 500;

/** The execution with as much of its contents as is allowed, whatever was stored when more was. */
export function withPreviews(execution: Execution, allowed: Previews): Execution {
  if (allowed === "full") return execution;
  const { query_preview: asked, response_preview: answered } = execution;
  const short = (text: string | null) => (text === null || allowed === "none" ? null : cut(text, SHORT));
  return {
    ...execution,
    query_preview: short(asked),
    response_preview: short(answered),
    steps: execution.steps.map((step) => (step.content === null ? step : { ...step, content: null })),
    tools: execution.tools.map((tool) =>
      (tool.input ?? tool.output) === null ? tool : { ...tool, input: null, output: null },
    ),
  };
}

/** Whether it holds contents that `withPreviews` would take from it. */
export function holdsMore(execution: Execution, allowed: Previews): boolean {
  if (allowed === "full") return false;
  const { query_preview: asked, response_preview: answered, steps, tools } = execution;
  const most = allowed === "none" ? 0 : SHORT;
  if ((asked ?? "").length > most || (answered ?? "").length > most) return true;
  return (
    steps.some(({ content }) => content !== null) ||
    tools.some(({ input, output }) => (input ?? output) !== null)
  );
}
