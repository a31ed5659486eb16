import type { Rule } from "#core/inventory/rule.ts";
import { ACCESS_RULES } from "#core/inventory/rules/access.ts";
import { CAPABILITY_RULES } from "#core/inventory/rules/capabilities.ts";
import { GATE_RULES } from "#core/inventory/rules/gates.ts";
import { LIMIT_RULES } from "#core/inventory/rules/limits.ts";
import {
  IGNORE_UNKNOWN,
  IGNORE_WITHOUT_REASON,
  type Notice,
  UNREADABLE,
} from "#core/inventory/rules/notices.ts";
import { OWNERSHIP_RULES } from "#core/inventory/rules/ownership.ts";
import { PIN_RULES } from "#core/inventory/rules/pins.ts";
import { PROMPT_RULES } from "#core/inventory/rules/prompts.ts";
import { TRIGGER_RULES } from "#core/inventory/rules/triggers.ts";

/** Every rule, in the order in which they are documented. */
export const RULES: readonly Rule[] = [
  ...PROMPT_RULES,
  ...TRIGGER_RULES,
  ...GATE_RULES,
  ...CAPABILITY_RULES,
  ...ACCESS_RULES,
  ...PIN_RULES,
  ...LIMIT_RULES,
  ...OWNERSHIP_RULES,
];

/** All that a finding can be about. */
export const RULE_TEXTS: readonly Notice[] = [...RULES, UNREADABLE, IGNORE_UNKNOWN, IGNORE_WITHOUT_REASON];

/** @throws for what is no rule's id */
export function ruleOf(id: string): Notice {
  const found = RULE_TEXTS.find((rule) => rule.id === id);
  if (found === undefined) throw new Error(`no rule ${id}`);
  return found;
}
