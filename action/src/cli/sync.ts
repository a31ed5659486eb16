import { stat } from "node:fs/promises";
import { setFlagsFromString } from "node:v8";
import { announceCosts } from "#app/announce/costs.ts";
import { announceFailures } from "#app/announce/failures.ts";
import type { Probe } from "#app/effects.ts";
import { settleName } from "#app/sync/identity.ts";
import { sync as syncRecords } from "#app/sync/sync.ts";
import type { Config } from "#core/config.ts";
import { UserError } from "#core/errors.ts";
import { repositoryLinks } from "#core/links.ts";
import { decidePublication, type Publication, privacyRefusal } from "#core/pages-decision.ts";
import { syncLines, syncMarkdown } from "#core/render/summary.ts";
import { githubClient } from "#io/github/client.ts";
import { Meter } from "#io/github/meter.ts";
import { readPages } from "#io/github/pages.ts";
import { Interruption } from "#io/interruption.ts";
import { refuseForeignFolder } from "#io/own-folder.ts";
import { recordFolders } from "#io/record-folders.ts";
import { type Context, type Outcome, repositoryOf, tokenOf } from "./context.ts";
import { dashboardFolder, destination, render } from "./dashboard.ts";
import { raiseAlerts } from "./raise-alerts.ts";
import { openRecords, type Records } from "./records.ts";
import { storeConclusions } from "./store-conclusions.ts";

/**
 * Fetches what is new, commits it, renders the dashboard, and says whether it may be published.
 *
 * @param limits instead of the configuration's
 */
export async function sync(context: Context, limits: { downloads: number } | null = null): Promise<Outcome> {
  const asking = { token: tokenOf(context), meter: new Meter() };
  const folder = dashboardFolder(context);
  // Asked before the work, so that it is not done for a dashboard that has no place.
  if (folder !== null) await refuseForeignFolder(destination(context, folder));
  let records = await openRecords(context);
  try {
    const folders = recordFolders(records.directory);
    const { repository, hasMoved } = await settleName(
      { ask: clientOf(context, asking).probe, folders },
      repositoryOf(context),
    );
    records = records.of(repository);
    const { config } = records;
    return await syncInto(
      { ...records, config: limits === null ? config : raised(config, limits) },
      called(context, repository),
      asking,
      hasMoved,
    );
  } finally {
    await records.close();
  }
}

/** The same context, of a repository that has another name than it was given. */
function called(context: Context, repository: string): Context {
  return { ...context, options: { ...context.options, repository } };
}

/**
 * With what GitHub is asked, where all requests of the command are counted, whatever the repository is called, and
 * what ends them.
 */
type Asking = { token: string; meter: Meter; signal?: AbortSignal };

function clientOf({ surroundings, clock, report, ...context }: Context, asking: Asking) {
  const repository = repositoryOf({ surroundings, clock, report, ...context });
  return githubClient({ apiUrl: surroundings.apiUrl, ...asking, repository, clock, report });
}

/** So many downloads of every kind, however few the configuration allows. */
function raised(config: Config, { downloads }: { downloads: number }): Config {
  return {
    ...config,
    analysis: { ...config.analysis, downloads },
    telemetry: { ...config.telemetry, artifacts: 10 * downloads, logs: downloads },
  };
}

/** @param hasMoved whether the records have another name since they were opened, which is worth a commit */
async function syncInto(asked: Records, given: Context, asking: Asking, hasMoved: boolean): Promise<Outcome> {
  const synced = await syncAndPublish(asked, given, asking, hasMoved);
  const { result, github, context, records, changed, issued } = synced;
  const repository = repositoryOf(context);
  const { surroundings, clock, report } = context;

  const on = records.config["comment-on"].filter((place) => place !== "cost");
  if (on.length > 0 && result.news.length > 0)
    await announceFailures({ github, store: records.store, report }, result.news, {
      on,
      knownErrors: await records.knownErrors(),
      links: repositoryLinks(surroundings.serverUrl, repository),
    });

  if (records.config["comment-on"].includes("cost"))
    await announceCosts({ github, store: records.store, report }, result.spent, {
      config: records.config,
      server: surroundings.serverUrl,
      now: clock.now(),
    });

  const raised = await raiseAlerts(records, context, { github, learned: changed });

  const folder = dashboardFolder(context);
  const pages =
    changed && folder !== null && surroundings.inActions
      ? await lookAtPages(records, context, github.probe)
      : null;
  const built =
    folder === null ? null : await renderIfStale(records, context, folder, changed || issued, pages?.siteUrl);
  const publication = pages?.publication ?? null;
  const facts = { repository, ...result, changed, alerts: raised, dashboard: built, publication };
  for (const line of syncLines(facts)) report.info(line);
  const usage = github.usage();
  return {
    exitCode: 0,
    markdown: syncMarkdown(facts),
    outputs: {
      changed: String(changed),
      publish: String(publication?.publish ?? false),
      complete: String(result.complete),
      "runs-added": String(result.runsAdded),
      "runs-total": String(result.runsTotal),
      "api-requests": String(usage.total),
      "rate-limit-remaining": String(usage.rateLimit?.remaining ?? ""),
      alerts: String(raised?.firing ?? ""),
      "data-dir": records.directory,
      "dashboard-dir": folder ?? "",
    },
  };
}

/**
 * Fetches, and publishes what came of it.
 *
 * @throws UserError after that, when somebody wanted it to end: there is no time for what else a sync does
 */
async function syncAndPublish(asked: Records, given: Context, asking: Asking, hasMoved: boolean) {
  const interruption = new Interruption();
  try {
    const { result, github } = await syncStored(asked, given, asking, interruption);
    const repository = result.moved?.full_name ?? repositoryOf(given);
    const [context, records] =
      result.moved === null ? [given, asked] : [called(given, repository), asked.of(repository)];
    if (result.moved !== null) {
      given.report.info(`${repositoryOf(given)} is called ${repository} now, and so are its records`);
      await recordFolders(records.directory).move(repositoryOf(given), result.moved);
    }
    const changed = result.changed || hasMoved || result.moved !== null;
    let concluded: string[] = [];
    try {
      if (interruption.signal === null) concluded = await storeConclusions(records, context, result, changed);
    } finally {
      // What was fetched is published, whatever can be concluded from it.
      if (changed)
        await records.publish(
          `Sync ${repository}: ${result.runsAdded} runs added, ${result.runsUpdated} updated`,
        );
      else if (concluded.length > 0) await records.publish(concluded.join("; "));
    }
    if (interruption.signal !== null)
      throw new UserError(
        `The sync was told to end (${interruption.signal}). What it had fetched by then is kept.`,
        "The next sync goes on from there.",
      );
    return { result, github, context, records, changed, issued: concluded.length > 0 };
  } finally {
    interruption.close();
  }
}

/** Fetches into the records, and leaves what follows to the caller. */
async function syncStored(records: Records, context: Context, asking: Asking, interruption: Interruption) {
  const { options, surroundings, clock, report } = context;
  const repository = repositoryOf(context);
  // Our own run and workflow are in the watched repository only when that is the one we run in.
  const atHome = surroundings.repository === null || surroundings.repository === repository;

  // A sync waits for GitHub far longer than it computes, so V8 may as well keep its heap at half the size.
  setFlagsFromString("--optimize-for-size");
  const github = clientOf(context, { ...asking, signal: interruption.aborting });
  const { store, safekeeping } = records;
  const result = await syncRecords(
    { github, store, safekeeping, clock, report, interrupted: () => interruption.reason },
    {
      repository,
      config: records.config,
      workflows: options.workflows,
      maxRunsPerWorkflow: options["max-runs-per-workflow"],
      lookbackDays: options["lookback-days"],
      jobs: options["enable-jobs-fetch"],
      analyzeFailures: options["analyze-failures"],
      fullDetailRuns: options["full-detail-runs"],
      summaryRuns: options["summary-runs"],
      maxApiRequests: options["max-api-requests"],
      maxMinutes: options["max-minutes"],
      trigger: surroundings.trigger,
      dataTip: records.branch?.tip() ?? null,
      ownRunId: atHome ? surroundings.runId : null,
      ownWorkflowFile: atHome ? records.workflowFile : null,
    },
  );
  setFlagsFromString("--no-optimize-for-size");
  return { result, github };
}

/** An idle sync renders nothing, unless there is no dashboard yet. */
async function renderIfStale(
  records: Records,
  context: Context,
  folder: string,
  changed: boolean,
  siteUrl: string | null = null,
) {
  const stale = changed || (await stat(folder).catch(() => null)) === null;
  return stale ? render(records, context, folder, siteUrl) : null;
}

/** Whether the dashboard may be deployed, and the address it will have. Asks nothing that privacy settles. */
async function lookAtPages(
  records: Records,
  context: Context,
  ask: Probe,
): Promise<{ publication: Publication; siteUrl: string | null }> {
  const watched = await records.store.readRepository();
  const refusal = privacyRefusal(watched?.visibility ?? null, records.config);
  if (refusal !== null) return { publication: refusal, siteUrl: null };
  // The site is the repository's that runs us, whichever it watches.
  const home = context.surroundings.repository ?? repositoryOf(context);
  const pages = await readPages(ask, home);
  return { publication: decidePublication(pages), siteUrl: pages.kind === "workflow" ? pages.url : null };
}
