import type { JudgedWhen } from "#core/policies/keys.ts";

const WHEN: Readonly<Record<JudgedWhen, string>> = {
  before: "before",
  both: "before and after",
  after: "after",
};

export function whenJudged(when: JudgedWhen): string {
  return WHEN[when];
}
