/**
 * How many values a statement needs, by what it states: the one table of its kind. Documents say whether there are
 * enough; what shows them decides nothing. Counts are of whatever the statement is about: attempts, executions, calls.
 */
export const ENOUGH = {
  /** A share as a percentage; fewer are told as their parts, "3 of 4". */
  rate: 5,
  /** On each side of a comparison. Newcombe's interval holds its level from there on, and so does the rank-sum test. */
  comparison: 10,
  /** The median of something that is ranked by it, or whose spread is drawn. */
  spread: 5,
  /** A percentile is one of the values: below these it would always be the largest. */
  p90: 10,
  p95: 20,
  p99: 100,
  /** On each side of a change point. */
  changePoint: 8,
  /** Failures with a trait, and attempts without it, for it to be what they have in common. */
  specific: 5,
  /** Advice about an agent, of its executions, and how many of them must show what it is about. */
  agentAdvice: 10,
  agentAdviceCases: 3,
  /** Advice about a tool, of its calls. */
  toolAdvice: 20,
  /** Executions that asked the same before that is a habit. */
  sharedInput: 3,
} as const;
