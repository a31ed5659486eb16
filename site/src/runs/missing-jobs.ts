import type { RunDetail } from "#core/documents/runs/run-detail.ts";

/** Why a run's jobs and steps are not shown. */
export const MISSING_JOBS: Readonly<Record<NonNullable<RunDetail["jobs_missing"]>, string>> = {
  pending: "The jobs of this attempt are still to be fetched; one of the next syncs brings them.",
  not_completed: "The jobs are fetched when the attempt has ended.",
  sampled:
    "Jobs and steps were not fetched: older runs of this workflow are kept as a row only (full-detail-runs).",
  retention:
    "Jobs and steps were dropped after the time that the configuration keeps them (retention.detail-days); what they cost is kept.",
  forgotten: "The run was removed on request (agentops forget).",
  jobs_disabled: "Jobs and steps were not fetched: enable-jobs-fetch is off.",
  not_found: "GitHub no longer has the jobs of this attempt.",
  forbidden: "GitHub did not let the sync read the jobs of this attempt.",
  unreadable: "GitHub's answer about the jobs of this attempt could not be read.",
  not_believed: "What was told of its jobs cannot be true.",
  gave_up: "The jobs of this attempt could not be fetched after several tries.",
  unknown: "The jobs of this attempt are not stored, and nothing says why.",
};
