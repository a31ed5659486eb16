import type { Recommendation } from "#core/documents/recommendations/recommendation.ts";

/** A recommendation as people read it; names in it are of strangers. */
export type Advice = {
  /** What it is about, e.g. a tool's name. */
  subject: string;
  /** What to do, as a sentence. */
  advice: string;
  /** What was seen, as a sentence with its figures. */
  evidence: string;
  /** How the saving was estimated, or why not. */
  basis: string;
  /** Below the site's root. */
  link: string;
};

/** The recommendations of these rules, and how each is said. */
export type By<Rule extends Recommendation["rule"]> = Extract<Recommendation, { rule: Rule }>;
export type AdviceBy<Rule extends Recommendation["rule"]> = { [One in Rule]: (one: By<One>) => Advice };
