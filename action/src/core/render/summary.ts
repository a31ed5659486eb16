import type { FailedPart } from "#core/documents/sources/left-out.ts";
import { bytes, count, duration, moment, plural } from "#core/format.ts";
import type { Publication } from "#core/pages-decision.ts";
import type { Alert, Transition } from "#core/records/alert.ts";
import type { JournalEntry, Readings } from "#core/records/journal.ts";
import { ENDPOINTS } from "#core/render/columns/syncs.ts";
import { code, columnTable, escapeMarkdown, table } from "#core/render/markdown.ts";
import { alertTitle, verbOf } from "#core/render/words/alert-text.ts";
import type { SyncFigures } from "#core/sync/sync-figures.ts";

const MOST_NAMED = 5;

/** What one sync did, for the job's summary page and the terminal. */
export type SyncFacts = SyncFigures & {
  repository: string;
  /** Null: none was built. */
  dashboard: {
    pages: number;
    files: number;
    bytes: number;
    seconds: number;
    failed: readonly FailedPart[];
    leftOut: number;
  } | null;
  /** Null: none were judged. */
  alerts: AlertFigures | null;
  /** Null: there was nothing to deploy. */
  publication: Publication | null;
};

/** The job summary: a sentence, the figures, what is left, and the requests. */
export function syncMarkdown(facts: SyncFacts): string {
  const { entry } = facts;
  const figures: [string, string][] = [
    ["Runs added", count(facts.runsAdded)],
    ["Runs updated", count(facts.runsUpdated)],
    ["Runs stored", count(facts.runsTotal)],
    ["Requests", count(requests(entry))],
    ["Limit left", limitLeft(entry)],
    ["Waited", duration(entry.waited_seconds)],
    ["Duration", duration(entry.duration_seconds)],
  ];
  if (entry.readings !== undefined) figures.push(["Failures explained", explained(entry.readings)]);
  if (entry.telemetry !== undefined) figures.push(["Executions of agents", executionsText(entry.telemetry)]);
  if (facts.dashboard !== null)
    figures.push([
      "Dashboard",
      `${count(facts.dashboard.pages)} pages, ${bytes(facts.dashboard.bytes)}, ${duration(facts.dashboard.seconds)}`,
    ]);
  return [
    `## AgentOps sync of ${code(facts.repository)}`,
    headline(facts),
    table(["", ":"], figures),
    ...alertLines(facts.alerts).map((line) => `**Alert:** ${escapeMarkdown(line)}`),
    ...remaining(facts).map((line) => `**Pending:** ${escapeMarkdown(line)}`),
    ...broken(facts).map((line) => `**Broken:** ${escapeMarkdown(line)}`),
    ...(facts.publication === null ? [] : [publicationMarkdown(facts.publication)]),
    "### Requests by endpoint",
    columnTable(ENDPOINTS, entry.requests),
    "",
  ].join("\n\n");
}

/** The same in a few lines for a log. */
export function syncLines(facts: SyncFacts): string[] {
  const { entry } = facts;
  return [
    headline(facts),
    `${count(requests(entry))} requests, limit left: ${limitLeft(entry)}, ${duration(entry.duration_seconds)}`,
    ...(entry.readings === undefined || isQuiet(entry.readings)
      ? []
      : [`Failures: ${explained(entry.readings)}`]),
    ...(entry.telemetry === undefined ? [] : [`Executions of agents: ${executionsText(entry.telemetry)}`]),
    ...alertLines(facts.alerts),
    ...remaining(facts),
    ...broken(facts),
    ...(facts.publication === null ? [] : [publicationLine(facts.publication)]),
  ];
}

/** What changed its state, in words; nothing where all goes on. */
type AlertFigures = { firing: number; changes: readonly { alert: Alert; transition: Transition }[] };

function alertLines(alerts: AlertFigures | null): string[] {
  const news = alerts?.changes.filter(({ transition }) => !transition.quiet) ?? [];
  const lines = news
    .slice(0, MOST_NAMED)
    .map(({ alert, transition }) => `${verbOf(transition)}: ${alertTitle(alert)}`);
  if (news.length > MOST_NAMED) lines.push(`and ${plural(news.length - MOST_NAMED, "more change")}`);
  return lines;
}

/** Every way is named, so that nobody takes what was inferred for read. */
function explained({ read, inferred, recorded, pending }: Readings): string {
  const from = `${count(read)} from their logs, ${count(inferred)} inferred, ${count(recorded)} from the record`;
  return pending === 0 ? from : `${from}; ${count(pending)} wait for the next sync`;
}

function executionsText({ executions, pending }: NonNullable<JournalEntry["telemetry"]>): string {
  const stored = `${count(executions)} stored`;
  return pending === 0 ? stored : `${stored}; ${plural(pending, "run")} wait for the next sync`;
}

function isQuiet(readings: Readings): boolean {
  return Object.values(readings).every((figure) => figure === 0);
}

function headline(facts: SyncFacts): string {
  if (facts.runsAdded + facts.runsUpdated === 0) return `Nothing new: ${count(facts.runsTotal)} runs stored.`;
  return `${count(facts.runsAdded)} runs added, ${count(facts.runsUpdated)} updated, ${count(facts.runsTotal)} stored.`;
}

function remaining(facts: SyncFacts): string[] {
  if (facts.complete && facts.stopped === null) return [];
  const syncs =
    facts.syncsRemaining === null
      ? "it cannot be told how many more syncs that takes"
      : `about ${count(facts.syncsRemaining)} more ${facts.syncsRemaining === 1 ? "sync" : "syncs"}`;
  const why = facts.stopped === null ? "" : ` Stopped early: ${facts.stopped}.`;
  return [`${count(facts.pending)} runs lack something that is still to be fetched: ${syncs}.${why}`];
}

/** What the dashboard had to be built without. */
function broken({ dashboard }: SyncFacts): string[] {
  if (dashboard === null) return [];
  const { failed, leftOut } = dashboard;
  const lines = failed.slice(0, MOST_NAMED).map(({ path, reason }) => `/${path} cannot be made: ${reason}`);
  if (failed.length > MOST_NAMED) lines.push(`and ${count(failed.length - MOST_NAMED)} more pages or files`);
  if (leftOut > 0) lines.push(`${plural(leftOut, "record")} left out of documents: see Data health`);
  return lines;
}

function publicationLine({ publish, reason }: Publication): string {
  return publish ? `Dashboard: to be ${reason}` : `Dashboard not published: ${reason}`;
}

function publicationMarkdown({ publish, reason }: Publication): string {
  // The reason is ours and speaks Markdown; the address in it is GitHub's.
  return publish ? `**Dashboard:** to be ${reason}` : `**Dashboard not published:** ${reason}`;
}

function requests(entry: JournalEntry): number {
  return entry.requests.reduce((sum, row) => sum + row.requests, 0);
}

function limitLeft({ rate_limit: limit }: JournalEntry): string {
  if (limit === null) return "not limited";
  return `${count(limit.remaining)} of ${count(limit.limit)} until ${moment(limit.reset_at)}`;
}
