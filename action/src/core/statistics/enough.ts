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
  /** Of the newest runs, calls or responses, for an alert that they break a limit. */
  limit: 20,
  /** On each side, for an alert that something shifted; before a drop of success there must be more. */
  shift: 20,
  dropBefore: 40,
  /** Failures of a workflow in a row, however seldom it fails. */
  inRow: 5,
  /** Failures of one kind in a day: they come in bunches, and fewer are no spike. */
  bunch: 5,
  /** Executions in each of which memory grew, and syncs that all stopped early. */
  memoryInRow: 3,
  syncsInRow: 3,
  /** Attempts of one piece of work within an hour: somebody, or an agent, keeps trying. */
  storm: 3,
  /** People ask for several things under one issue: only what failed again after it had failed is a storm there. */
  stormFailedOfSubject: 2,
  /** Samples of memory or of the processor before they are said to grow. */
  growth: 10,
  /** Complete days before anything is called a spike of spending, and those that say what weekends are like. */
  spikeDays: 7,
  spikeFirmDays: 28,
  /** Complete days of a forecast; with fewer than the second it is rough: its weekends are two or three days. */
  forecastDays: 7,
  forecastFirmDays: 14,
  /** Days from which a forecast was tried before it is told how it did. */
  backTest: 10,
  /** Complete days before a new level is looked for, and how long it must last. */
  levelDays: 21,
  newLevelDays: 2,
  /** Values between whose quartiles a spread is measured. */
  quartiles: 4,
} as const;
