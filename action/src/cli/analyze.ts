import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { analyzeFile, analyzeRun, type RunAnalysis } from "#app/analyze.ts";
import { upsertComment } from "#app/announce/comment.ts";
import { UserError } from "#core/errors.ts";
import { repositoryLinks } from "#core/links.ts";
import type { Analysis } from "#core/records/analysis.ts";
import { inertJson } from "#core/render/inert-json.ts";
import { reportMarkdown } from "#core/render/report.ts";
import { reportText } from "#core/render/report-text.ts";
import { RequestFailed } from "#core/sync/request-failed.ts";
import { openLocalLogs } from "#io/local-log.ts";
import { type Context, type Outcome, repositoryOf, tokenOf } from "./context.ts";
import type { Extras } from "./extras.ts";

/** Says what explains a failure: of a run, which is remembered and may be answered with a comment, or of a file. */
export async function analyze(context: Context, { json }: Pick<Extras, "json">): Promise<Outcome> {
  // V8 would let the young generation grow to 100 MB, for lines that are read once and dropped.
  setFlagsFromString("--semi-space-growth-factor=1");
  const { "run-id": runId, file } = context.options;
  if ((runId === null) === (file === null))
    throw new UserError(
      "nothing, or two things, to analyze",
      "Give a run's number (`run-id`), or a log or archive on this machine (`file`).",
    );
  return runId === null ? ofFile(context, file ?? "-", json) : ofRun(context, runId, json);
}

async function ofFile(context: Context, file: string, json: boolean): Promise<Outcome> {
  const analysis = await analyzeFile(await openLocalLogs(file), file);
  show(context, analysis, json);
  return { exitCode: 0, outputs: outputsOf(analysis) };
}

async function ofRun(context: Context, runId: number, json: boolean): Promise<Outcome> {
  // A file needs neither, and both take longer to load than most logs to read.
  const { githubClient } = await import("#io/github/client.ts");
  const { openRecords } = await import("./records.ts");
  const { surroundings, clock, report } = context;
  const repository = repositoryOf(context);
  const { apiUrl } = surroundings;
  const github = githubClient({ apiUrl, token: tokenOf(context), repository, clock, report });
  const records = await openRecords(context);
  try {
    const { store } = records;
    const result = await analyzeRun(
      { github, store, clock, report },
      { repository, runId, compare: context.options.compare, policy: records.config.privacy },
    );
    const { analysis } = result;
    if (result.changed)
      await records.publish(
        `Analyze run ${runId} of ${repository}: ${analysis.findings[0]?.category ?? "unknown"}`,
      );
    show(context, analysis, json);
    const markdown = reportMarkdown({
      ...result,
      known: (await records.knownErrors()).get(analysis.findings[0]?.signature ?? "") ?? null,
      links: repositoryLinks(surroundings.serverUrl, repository),
    });
    const comment = await answer(context, github, result, markdown);
    return {
      exitCode: comment.problem === null ? 0 : 1,
      markdown,
      outputs: {
        ...outputsOf(analysis),
        changed: String(result.changed),
        "data-dir": records.directory,
        "report-path": await keep(context, runId, markdown),
        "comment-url": comment.url,
      },
    };
  } finally {
    await records.close();
  }
}

function show(context: Context, analysis: Analysis, json: boolean): void {
  context.print(json ? inertJson(analysis) : reportText(analysis));
}

function outputsOf({ findings: [primary] }: Analysis): Record<string, string> {
  return {
    category: primary?.category ?? "unknown",
    signature: primary?.signature ?? "",
    confidence: String(primary?.confidence ?? ""),
  };
}

/** The report for later steps of a job; nothing is written on a person's machine. */
async function keep({ surroundings }: Context, runId: number, markdown: string): Promise<string> {
  if (!surroundings.inActions) return "";
  const path = join(surroundings.temporary ?? surroundings.workspace, `agentops-report-${runId}.md`);
  await writeFile(path, markdown);
  return path;
}

/** The reading is kept whatever becomes of the comment, so a refusal is said and not thrown. */
async function answer(
  { options, report }: Context,
  github: Parameters<typeof upsertComment>[0],
  { run }: RunAnalysis,
  markdown: string,
): Promise<{ url: string; problem: string | null }> {
  const issue = options["issue-number"];
  if (issue === null || !options.comment) return { url: "", problem: null };
  try {
    const url = await upsertComment(github, issue, `analysis run=${run.id}`, markdown);
    report.info(`Commented: ${url}`);
    return { url, problem: null };
  } catch (error) {
    if (!(error instanceof RequestFailed)) throw error;
    const hint = error.failure === "forbidden" ? " Give the job `issues: write`, and unlock the issue." : "";
    report.warn(`No comment on #${issue}: ${error.message}.${hint}`);
    return { url: "", problem: error.message };
  }
}
