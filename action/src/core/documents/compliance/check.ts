import * as z from "zod";

/** One thing that somebody who answers for agents has to be able to show. Evidence for, never a certificate of. */
export const ComplianceCheck = z.strictObject({
  id: z.string(),
  /** What holds where it passes. */
  title: z.string(),
  group: z.enum(["access", "retention", "privacy", "records"]),
  /** `unknown`: it could not be looked at. */
  state: z.enum(["pass", "fail", "unknown"]),
  /** What was seen. */
  evidence: z.string(),
  /** What to do; null where nothing is to be done. */
  fix: z.string().nullable(),
});
export type ComplianceCheck = z.infer<typeof ComplianceCheck>;

type Said = Pick<ComplianceCheck, "id" | "title" | "group">;

/** @param passes null: it could not be looked at */
export function judged(said: Said, passes: boolean | null, evidence: string, fix: string): ComplianceCheck {
  const state = passes === null ? "unknown" : passes ? "pass" : "fail";
  return { ...said, state, evidence, fix: passes === true ? null : fix };
}
