import type { GuardAnswer } from "#core/records/guard-verdict.ts";

/** What one budget, circuit, policy or gap in what is known says of the run, and what to do about it. */
export type Reason = {
  answer: GuardAnswer;
  /** `budget triage`, `circuit of claude`, `policy models-approved`, `records`. */
  by: string;
  /** One sentence, without its full stop. */
  text: string;
  /** What whoever wants the run may do next; empty: nothing. */
  todo: string;
};
