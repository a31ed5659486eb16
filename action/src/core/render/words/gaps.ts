import type { LedgerEntry, Need } from "#core/records/state.ts";

export const NEED_WORDS: Readonly<Record<Need, string>> = {
  completion: "not ended when last seen",
  attempts: "earlier attempts",
  jobs: "jobs and steps",
  artifacts: "artifacts",
  pull_requests: "pull requests of a fork",
  reading: "why it failed",
  telemetry: "what its agents did",
};

const REASON: Readonly<Record<LedgerEntry["reason"], string>> = {
  sampled: "left out by sampling (full-detail-runs, summary-runs)",
  retention: "dropped by age (retention)",
  forgotten: "removed on request (agentops forget), and not fetched again",
  jobs_disabled: "not asked for (enable-jobs-fetch)",
  not_found: "GitHub no longer has it",
  forbidden: "the token may not read it",
  unreadable: "GitHub's answer could not be read",
  not_believed: "something that was told is not used: it is broken, or cannot be true",
  gave_up: "given up after several tries",
};

/** Where nothing can be found it is not always GitHub that has lost it, and agents tell of their work alone. */
const PARTICULAR: Readonly<
  Partial<Record<LedgerEntry["reason"], Partial<Record<LedgerEntry["missing"], string>>>>
> = {
  retention: {
    jobs: "steps of jobs, dropped by age (retention.detail-days); what they took and cost is kept",
    telemetry:
      "single steps, calls and texts of agents, dropped by age (retention.telemetry-days); figures are kept",
    reading: "texts of logs, dropped by age (retention.excerpts-days); kinds and places are kept",
  },
  not_found: {
    telemetry: "its agents left nothing that tells what they did, or it is gone (artifacts and logs expire)",
    reading: "no log tells why it failed: it expired, or no job ever began",
  },
  not_believed: {
    telemetry: "something that its agents left is not used: it is broken, or cannot be true",
  },
};

/** Why something is missing for good. */
export function whyMissing({ missing, reason }: LedgerEntry): string {
  return PARTICULAR[reason]?.[missing] ?? REASON[reason];
}
