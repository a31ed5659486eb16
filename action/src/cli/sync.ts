import { stat } from "node:fs/promises";
import { setFlagsFromString } from "node:v8";
import type { Probe } from "#app/effects.ts";
import { sync as syncRecords } from "#app/sync/sync.ts";
import { tellCosts } from "#app/tell-costs.ts";
import { tellFailures } from "#app/tell-failures.ts";
import type { Config } from "#core/config.ts";
import { repositoryLinks } from "#core/links.ts";
import { decidePublication, type Publication, privacyRefusal } from "#core/publish.ts";
import { syncLines, syncMarkdown } from "#core/render/summary.ts";
import { githubClient } from "#io/github/client.ts";
import { readPages } from "#io/github/pages.ts";
import { refuseForeignFolder } from "#io/own-folder.ts";
import { type Context, type Outcome, repositoryOf, tokenOf } from "./context.ts";
import { dashboardFolder, destination, render } from "./dashboard.ts";
import { openRecords, type Records } from "./records.ts";

/**
 * Fetches what is new, commits it, renders the dashboard, and says whether it may be published.
 *
 * @param limits instead of the configuration's
 */
export async function sync(context: Context, limits: { downloads: number } | null = null): Promise<Outcome> {
  const token = tokenOf(context);
  const folder = dashboardFolder(context);
  // Asked before the work, so that it is not done for a dashboard that has no place.
  if (folder !== null) await refuseForeignFolder(destination(context, folder));
  const records = await openRecords(context);
  const { config } = records;
  try {
    return await syncInto(
      { ...records, config: limits === null ? config : raised(config, limits) },
      context,
      token,
    );
  } finally {
    await records.close();
  }
}

/** So many downloads of every kind, however few the configuration allows. */
function raised(config: Config, { downloads }: { downloads: number }): Config {
  return {
    ...config,
    analysis: { ...config.analysis, downloads },
    telemetry: { ...config.telemetry, artifacts: 10 * downloads, logs: downloads },
  };
}

async function syncInto(records: Records, context: Context, token: string): Promise<Outcome> {
  const { options, surroundings, clock, report } = context;
  const repository = repositoryOf(context);
  const { apiUrl } = surroundings;
  // Our own run and workflow are in the watched repository only when that is the one we run in.
  const atHome = surroundings.repository === null || surroundings.repository === repository;

  // A sync waits for GitHub far longer than it computes, so V8 may as well keep its heap at half the size.
  setFlagsFromString("--optimize-for-size");
  const github = githubClient({ apiUrl, token, repository, clock, report });
  const result = await syncRecords(
    {
      github,
      store: records.store,
      safekeeping: records.safekeeping,
      clock,
      report,
    },
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
      ownRunId: atHome ? surroundings.runId : null,
      ownWorkflowFile: atHome ? records.workflowFile : null,
    },
  );
  setFlagsFromString("--no-optimize-for-size");
  if (result.changed)
    await records.publish(
      `Sync ${repository}: ${result.runsAdded} runs added, ${result.runsUpdated} updated`,
    );

  const on = records.config["comment-on"].filter((place) => place !== "cost");
  if (on.length > 0 && result.news.length > 0)
    await tellFailures({ github, store: records.store, report }, result.news, {
      on,
      knownErrors: await records.knownErrors(),
      links: repositoryLinks(surroundings.serverUrl, repository),
    });

  if (records.config["comment-on"].includes("cost"))
    await tellCosts({ github, store: records.store, report }, result.spent, {
      config: records.config,
      server: surroundings.serverUrl,
      now: clock.now(),
    });

  const folder = dashboardFolder(context);
  const pages =
    result.changed && folder !== null && surroundings.inActions
      ? await lookAtPages(records, context, github.probe)
      : null;
  const built =
    folder === null ? null : await renderIfStale(records, context, folder, result.changed, pages?.siteUrl);
  const publication = pages?.publication ?? null;
  const facts = { repository, ...result, dashboard: built, publication };
  for (const line of syncLines(facts)) report.info(line);
  const usage = github.usage();
  return {
    exitCode: 0,
    markdown: syncMarkdown(facts),
    outputs: {
      changed: String(result.changed),
      publish: String(publication?.publish ?? false),
      complete: String(result.complete),
      "runs-added": String(result.runsAdded),
      "runs-total": String(result.runsTotal),
      "api-requests": String(usage.total),
      "rate-limit-remaining": String(usage.rateLimit?.remaining ?? ""),
      "data-dir": records.directory,
      "dashboard-dir": folder ?? "",
    },
  };
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
