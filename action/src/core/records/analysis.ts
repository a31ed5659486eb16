import * as z from "zod";
import { Category } from "#core/records/category.ts";
import { Trust } from "#core/records/trust.ts";

/**
 * One reading of one attempt: of its logs, or of what else is known. Logs expire, so a reading keeps its redacted excerpt, its verdict and the
 * version of the rules that gave it; it is replaced only by a newer reading of the same attempt.
 *
 * Lines count from 1 in `file` (the archive's entry or the given file); a line ends at `\n`, a lone `\r` ends
 * none. Every text here has been redacted and cut before it got here.
 */

/** One redacted line of an excerpt, at most 300 characters. */
const ExcerptLine = z.strictObject({ line: z.number().int().positive(), text: z.string().max(300) });

export const Finding = z.strictObject({
  /** 1 is the primary finding: the line that explains the failure. */
  rank: z.number().int().positive(),
  category: Category,
  /**
   * The rule's id, e.g. `jest/failed-suite`; `evidence` where no rule but the shape of the line spoke,
   * `record/<what>` where the run's record did.
   */
  rule: z.string(),
  /** What it is, in a few words: "Jest: a test suite failed". */
  title: z.string(),
  /** The line's own message without timestamp and colours; at most 500 characters. */
  message: z.string().max(500),
  /** 16 hex digits: the message with its noise removed, hashed together with the category. */
  signature: z.string().regex(/^[0-9a-f]{16}$/),
  /** The message with its noise removed, as people may read it. */
  pattern: z.string().max(500),
  /** 0–1, calibrated: of findings at .9, nine in ten are right. */
  confidence: z.number().min(0).max(1),
  /** 0–1: how surely it is of its kind, given that its line is the cause; null: nothing was said of the kind. */
  category_confidence: z.number().min(0).max(1).nullable().default(null),
  job: z.string().nullable(),
  job_id: z.number().int().nullable(),
  step: z.string().nullable(),
  step_number: z.number().int().nullable(),
  /** Line within the step's own log, for GitHub's `#step:N:L` links; null when not known. */
  step_line: z.number().int().positive().nullable(),
  /** Null, as the lines, where no log of this attempt was read: `source` is `record` or `inferred`. */
  file: z.string().nullable(),
  line: z.number().int().positive().nullable(),
  start_line: z.number().int().positive().nullable(),
  end_line: z.number().int().positive().nullable(),
  /** At most 20 lines around `line`. */
  excerpt: z.array(ExcerptLine).max(20),
  advice: z.string().nullable(),
});
export type Finding = z.infer<typeof Finding>;

/** Counts are null where the log does not print them. */
export const TestResults = z.strictObject({
  passed: z.number().int().nullable(),
  failed: z.number().int().nullable(),
  skipped: z.number().int().nullable(),
  /** Names of failing tests, at most 50. */
  failures: z.array(z.string()).max(50),
});
export type TestResults = z.infer<typeof TestResults>;

/** What agents print about themselves into ordinary logs; every field null where it was not printed. */
export const AgentResult = z.strictObject({
  agent: z.string(),
  model: z.string().nullable(),
  cost_usd: z.number().nullable(),
  turns: z.number().int().nullable(),
  duration_ms: z.number().nullable(),
  tokens_total: z.number().int().nullable(),
  permission_denials: z.number().int().nullable(),
  is_error: z.boolean().nullable(),
});
export type AgentResult = z.infer<typeof AgentResult>;

export const Analysis = z.strictObject({
  /** Null for local files. */
  run_id: z.number().int().nullable(),
  run_attempt: z.number().int().nullable(),
  rules_version: z.number().int(),
  /**
   * `read`: the log was read. `inferred`: the same failure was read before, see `inferred_from`. `record`: there
   * is no log, or it told nothing, and the run's record says it.
   */
  source: z.enum(["read", "inferred", "record"]),
  /** The run whose log was read. */
  inferred_from: z.number().int().nullable(),
  /**
   * Workflow, job, failed step, conclusion and annotations, hashed: what pattern caching looks up. Null where
   * the annotations could not be read or say nothing in particular: then nothing is inferred from this reading.
   */
  fingerprint: z.string().nullable(),
  findings: z.array(Finding),
  tests: TestResults.nullable(),
  /** Percent of lines, when a coverage tool printed it. */
  coverage: z.number().nullable(),
  agents: z.array(AgentResult),
  /** Custom metrics from `agentops-metric name=value` lines. */
  metrics: z.record(z.string(), z.number()),
  /** Only shown; never a place to write. */
  pull_requests: z.array(z.number().int()),
  branches: z.array(z.string()),
  /** E.g. `max_rss_bytes`, `elapsed_seconds`, as printed by tools. */
  resources: z.record(z.string(), z.number()),
  /** The slowest commands the timestamps show, at most 5. */
  slow_commands: z.array(z.strictObject({ line: z.number().int(), text: z.string(), seconds: z.number() })),
  /** What could not be read and why; empty when everything was. */
  truncated: z.array(z.string()),
  /** How many of each kind were redacted: `{ github_token: 1 }`. */
  redactions: z.record(z.string(), z.number().int()),
});
export type Analysis = z.infer<typeof Analysis>;

/** As stored: a reading of an attempt, never of a local file. */
export const StoredAnalysis = Analysis.extend({
  run_id: z.number().int().positive(),
  run_attempt: z.number().int().positive(),
  trust: Trust,
});
export type StoredAnalysis = z.infer<typeof StoredAnalysis>;
