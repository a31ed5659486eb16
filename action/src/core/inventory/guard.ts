import { type Step, textOf } from "#core/inventory/model.ts";

/** Whether a step asks AgentOps' guard, as an action or by the command line. */
export function isGuard({ with: fields, uses, run }: Step): boolean {
  if (uses !== null) return textOf(fields, "command") === "guard";
  return /\bagentops(?:\.cjs|\/cli\.cjs)?\s+guard\b|\bcli\.cjs\s+guard\b/.test(run?.body ?? "");
}
