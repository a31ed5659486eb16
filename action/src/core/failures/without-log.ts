import type { Finding, StoredAnalysis } from "#core/records/analysis.ts";

/** What only a log tells of an attempt, in a reading that was made without one. */
export const NO_LOG_FACTS = {
  tests: null,
  coverage: null,
  agents: [],
  metrics: {},
  pull_requests: [],
  branches: [],
  resources: {},
  slow_commands: [],
  redactions: {},
} satisfies Partial<StoredAnalysis>;

/** Where in a log a finding stands, of one that was found without. */
export const NO_PLACE = {
  step_line: null,
  file: null,
  line: null,
  start_line: null,
  end_line: null,
  excerpt: [],
} satisfies Partial<Finding>;
