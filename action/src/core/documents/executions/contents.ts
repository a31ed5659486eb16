import type { AgentStep, Execution, ToolCall } from "#core/records/execution.ts";

/** What a step said, or what its call was given and gave back. */
export type StepContents = { step: AgentStep | null; tool: ToolCall | null; texts: Said[] };
type Said = { what: "said" | "given" | "got"; text: string };

/** Of every step that has any, in the order of the loop; calls of which no step tells come last. */
export function contentsOf({ steps, tools }: Pick<Execution, "steps" | "tools">): StepContents[] {
  const calls = new Map(tools.map((tool) => [tool.step, tool]));
  const ofSteps = steps.map((step) => contentsWith(step, calls.get(step.index) ?? null));
  const homeless = tools.filter(({ step }) => step === null).map((tool) => contentsWith(null, tool));
  return [...ofSteps, ...homeless].filter(({ texts }) => texts.length > 0);
}

function contentsWith(step: AgentStep | null, tool: ToolCall | null): StepContents {
  const own = step?.kind === "observation" ? null : tool;
  const said = (what: Said["what"], text: string | null | undefined): Said[] =>
    text == null ? [] : [{ what, text }];
  const texts = [...said("said", step?.content), ...said("given", own?.input), ...said("got", own?.output)];
  return { step, tool: own, texts };
}
