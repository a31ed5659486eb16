import type { Rule } from "#core/inventory/rule.ts";

/** What the inspection itself stumbles over. No comment silences the first. */
export type Notice = Omit<Rule, "check">;

export const UNREADABLE: Notice = {
  id: "unreadable",
  level: "error",
  title: "A workflow cannot be read",
  help: "What cannot be read is not inspected, so that nothing is known of agents in it.",
  fix: "Correct the file at the line that is named.",
};

export const IGNORE_UNKNOWN: Notice = {
  id: "ignore-unknown",
  level: "warning",
  title: "A comment ignores a rule that does not exist",
  help: "A mistyped name silences nothing, now or later.",
  fix: "Correct the name; the README lists all.",
};

export const IGNORE_WITHOUT_REASON: Notice = {
  id: "ignore-without-reason",
  level: "warning",
  title: "A rule is ignored without a reason",
  help: "Whoever reads the line next year must be able to judge whether it still holds. Without a reason it silences nothing.",
  fix: "Write why: `# agentops: ignore[rule-id] only maintainers can start this`.",
};
