import type { Policy } from "#core/config/policies.ts";
import { isJudged, KEY_NAMES } from "#core/policies/keys.ts";

/** What is valid in a policy and does less than it looks: for who writes it. */
export function notesOn(policy: Policy): string[] {
  const keys = KEY_NAMES.filter((key) => policy.require[key] !== undefined);
  const late = keys.filter((key) => !isJudged(key, "before"));
  const early = keys.filter((key) => !isJudged(key, "after"));
  const notes: string[] = [];
  if (late.length > 0 && policy.otherwise !== "warn")
    notes.push(
      `${late.join(", ")}: known only after the run, so it warns, raises an alert and pauses the agent where \`pause-hours\` says so; it cannot ${policy.otherwise} that run`,
    );
  if (policy["pause-hours"] > 0 && policy.mode === "simulate")
    notes.push("pause-hours: pauses nobody while `mode` is `simulate`");
  if (policy["pause-hours"] > 0 && early.length === keys.length)
    notes.push("pause-hours: pauses nobody, for no key is judged after the run");
  return notes;
}
