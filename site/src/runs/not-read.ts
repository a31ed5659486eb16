import type { NotRead } from "#core/documents/runs/run-detail.ts";

/** Why nothing is known of a run's logs. */
export const NOT_READ: Readonly<Record<NotRead, string>> = {
  not_completed: "Logs are read when the attempt has ended.",
  not_failed: "Not read: only the logs of failed attempts are, unless somebody asks.",
  pending: "Its logs are still to be read; one of the next syncs does it.",
  sampled: "Its logs were not read: older runs of this workflow are kept as a row only (full-detail-runs).",
  retention: "What its logs said was dropped after the time that the configuration keeps it.",
  forgotten: "The run was removed on request (agentops forget).",
  jobs_disabled: "Its logs were not read: analyze-failures is off.",
  not_found: "Its logs have expired: GitHub no longer has them.",
  forbidden: "GitHub did not let the sync read its logs; that needs the permission actions: read.",
  unreadable: "Its logs could not be read.",
  not_believed: "What its logs hold cannot be true.",
  gave_up: "Its logs could not be fetched after several tries.",
  unknown: "Nobody has read its logs: it failed before they were analyzed here, or analyze-failures is off.",
};
