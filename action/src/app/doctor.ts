import type { Answer, Probe } from "#app/effects.ts";
import { Config } from "#core/config.ts";
import { parseConfig } from "#core/config-file.ts";
import {
  branchCheck,
  type Check,
  configCheck,
  pagesCheck,
  permissionCheck,
  pushCheck,
  rateLimitCheck,
  repositoryCheck,
  scheduleCheck,
  tokenCheck,
} from "#core/doctor.ts";
import {
  FileAnswer,
  LimitAnswer,
  RepositoryAnswer,
  RunsAnswer,
  WorkflowsAnswer,
} from "#core/doctor-answers.ts";
import { describe } from "#core/errors.ts";
import { decidePublication, type PagesState, privacyRefusal } from "#core/pages-decision.ts";
import { cronsOf, workflowPath } from "#core/workflow-file.ts";

export type DoctorEffects = { ask: Probe; readPages(): Promise<PagesState> };

export type DoctorOptions = {
  /** `owner/name`. */
  repository: string;
  /** The configuration file. */
  config: string;
  /** The workflow that runs the sync, unless the configuration names another. */
  workflowFile: string;
  /** The branch of the records; null when they are not committed. */
  dataBranch: string | null;
};

/** Looks at everything a sync needs, in the order in which things depend on each other. Changes nothing. */
export async function doctor({ ask, readPages }: DoctorEffects, options: DoctorOptions): Promise<Check[]> {
  const home = `/repos/${options.repository}`;
  const limits = await ask("/rate_limit");
  const token = tokenCheck(limits.status);
  if (token.state === "broken") return [token];
  const limit = LimitAnswer.safeParse(limits.body).data?.resources.core ?? null;

  const seen = await ask(home);
  const repository = RepositoryAnswer.safeParse(seen.body).data ?? null;
  const checks = [
    token,
    rateLimitCheck(limit),
    repositoryCheck(options.repository, seen.status, repository?.visibility ?? null),
  ];
  if (seen.status !== 200) return checks;

  const runs = await ask(`${home}/actions/runs?per_page=1`);
  checks.push(permission("actions: read", "reading runs, jobs and logs", runs));
  const sha = RunsAnswer.safeParse(runs.body).data?.workflow_runs[0]?.head_sha;
  if (sha !== undefined)
    checks.push(
      permission(
        "pull-requests: read",
        "finding the pull requests of forks",
        await ask(`${home}/commits/${sha}/pulls`),
      ),
    );
  if (options.dataBranch !== null) {
    checks.push(pushCheck(repository?.permissions?.push ?? null));
    const branch = await ask(`${home}/branches/${encodeURIComponent(options.dataBranch)}`);
    checks.push(branchCheck(options.dataBranch, branch.status));
  }

  const text = await readFile(ask, home, options.config);
  const { config, complaint } = judgeConfig(text, options.config);
  checks.push(configCheck(options.config, { text, complaint }));

  const refusal = privacyRefusal(repository?.visibility ?? null, config);
  checks.push(pagesCheck(refusal ?? decidePublication(await readPages())));

  const listed = WorkflowsAnswer.safeParse((await ask(`${home}/actions/workflows?per_page=100`)).body).data;
  const file = workflowPath(config.sync.workflow) ?? options.workflowFile;
  const workflow = listed?.workflows.find(({ path }) => path === file) ?? null;
  const crons = workflow === null ? [] : cronsOf((await readFile(ask, home, workflow.path)) ?? "");
  checks.push(scheduleCheck(file, workflow, crons));
  return checks;
}

function permission(name: string, use: string, answer: Answer): Check {
  return permissionCheck(name, use, answer.status, answer.headers.get("x-accepted-github-permissions"));
}

/** A file of the default branch; null when it is not there or cannot be read. */
async function readFile(ask: Probe, home: string, path: string): Promise<string | null> {
  const { status, body } = await ask(`${home}/contents/${path.split("/").map(encodeURIComponent).join("/")}`);
  const file = FileAnswer.safeParse(body);
  if (status !== 200 || !file.success) return null;
  const bytes = Uint8Array.from(atob(file.data.content.replaceAll(/\s/g, "")), (byte) => byte.charCodeAt(0));
  return new TextDecoder().decode(bytes);
}

/** An invalid configuration is a finding; the checks after it go on with the defaults. */
function judgeConfig(text: string | null, file: string): { config: Config; complaint: string | null } {
  try {
    return { config: parseConfig(text ?? "", file), complaint: null };
  } catch (error) {
    return { config: Config.parse({}), complaint: describe(error) };
  }
}
