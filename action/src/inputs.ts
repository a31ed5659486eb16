import * as z from "zod";
import { LOG_LEVELS } from "#io/report.ts";
import { flag, lines, parseTexts, repositoryName, text, whole } from "./option-texts.ts";

/**
 * Every input of the Action, which is also every flag of the CLI: one table, one parse. With `surroundings.ts` all that
 * reads the environment.
 */

const MOST = 1_000_000;
const MOST_ISSUES = 999_999_999;

/** By the name a user writes. Descriptions are those of action.yml and of `--help`. */
export const INPUTS = {
  command: text
    .default("sync")
    .describe(
      "What to do: `sync`, `analyze`, `guard`, `inventory` (of the checkout, as annotations of its files), `dashboard`, `summary` or `doctor`.",
    ),
  token: text
    .default("")
    .describe(
      "Reads the API and pushes the data branch. Sent to the API's and the git server's address only.",
    ),
  repository: repositoryName
    .nullable()
    .default(null)
    .describe(
      "The repository to watch, `owner/name`; default this one. Others need a token that can read them.",
    ),
  config: text.default(".github/agentops.yml").describe("The configuration file; it need not exist."),
  "data-dir": text
    .default("data")
    .describe(
      "Folder of the records: on the data branch, or in the workspace when `commit` is false. In a terminal, `dashboard`, `summary` and `export` read the folder that is named.",
    ),
  commit: flag
    .default(true)
    .describe(
      "`true`: records live on `data-branch`, which the Action clones and pushes itself; no checkout is needed. `false`: they live in `data-dir`, no git.",
    ),
  "data-branch": text
    .default("agentops-data")
    .describe("The branch of the records, made on the first sync; `.` is the checked-out one."),
  "dashboard-dir": text
    .default("_site")
    .describe(
      "Where the dashboard is written: a new or empty folder, or that of an earlier dashboard; `none`: no dashboard.",
    ),
  "site-url": z
    .url({ protocol: /^https?$/, error: "must be an http(s) address" })
    .nullable()
    .default(null)
    .describe("The address the dashboard will have, for links that must be complete."),
  workflows: lines.default([]).describe("Workflows to sync: names, files or globs, one a line; default all."),
  "max-runs-per-workflow": whole(1, MOST)
    .nullable()
    .default(null)
    .describe("The newest so many runs of each workflow; default 50 on the first sync, then no limit."),
  "lookback-days": whole(1, 400).default(90).describe("How far back the history is fetched."),
  "enable-jobs-fetch": z
    .enum(["true", "agents", "false"], { error: "must be true, agents or false" })
    .default("true")
    .describe(
      "Jobs and steps: `true`: of every run; `agents`: of agents' runs and of failures; `false`: none.",
    ),
  "analyze-failures": z
    .enum(["off", "new", "all"], { error: "must be off, new or all" })
    .default("new")
    .describe(
      "Which failures a sync explains from their logs: none, new ones, or every stored one, newest first as the budget allows (`analysis` in the configuration).",
    ),
  "full-detail-runs": whole(0, MOST)
    .nullable()
    .default(null)
    .describe("Per workflow, the newest so many runs keep jobs and steps; default all."),
  "summary-runs": whole(0, MOST)
    .nullable()
    .default(null)
    .describe("Per workflow, the so many runs after those are kept as a row without jobs; default all."),
  "max-api-requests": whole(1, MOST)
    .nullable()
    .default(null)
    .describe(
      "Requests one sync may make; default 30 % of the hourly limit on a schedule or `workflow_run`, 80 % on dispatch.",
    ),
  "max-minutes": whole(1, 350)
    .default(10)
    .describe(
      "Minutes after which a sync asks nothing more, publishes and leaves the rest to the next; keep the job's `timeout-minutes` five above.",
    ),
  "run-id": z
    .string()
    .regex(/^[1-9]\d{0,14}$/, "must be a run's number, as in its address")
    .transform(Number)
    .nullable()
    .default(null)
    .describe("`analyze`: the run whose logs are read."),
  "issue-number": whole(1, MOST_ISSUES)
    .nullable()
    .default(null)
    .describe("`analyze`: the issue or pull request on which to answer; default none."),
  comment: flag
    .default(true)
    .describe("`analyze`: `false`: no comment, whatever `issue-number` says; job summary and outputs only."),
  compare: flag
    .default(true)
    .describe(
      "`analyze`: whether lines that the last green run printed as well count as noise; one download more.",
    ),
  file: text
    .nullable()
    .default(null)
    .describe("`analyze`: a log or an archive of logs to read instead of a run's; `-` is standard input."),
  agent: text
    .default("")
    .describe(
      "`guard`: the agent that is about to start, as pages call it; else any that works in the workflow.",
    ),
  model: text.default("").describe("`guard`: the model that it will use."),
  "on-block": z
    .enum(["fail", "skip"], { error: "must be fail or skip" })
    .default("fail")
    .describe(
      "`guard`: what becomes of the job of a run that is stopped. `fail`: the step fails, and what follows it does not run; `skip`: it ends well, and what follows must ask the output `allowed`.",
    ),
  "on-unknown": z
    .enum(["allow", "block"], { error: "must be allow or block" })
    .default("allow")
    .describe(
      "`guard`: what becomes of a run when nothing certain is known: failing to measure is not exceeding.",
    ),
  environment: text
    .default("")
    .describe(
      "`guard`: the environment whose reviewers are asked when a run is escalated, and which the agent's job names then; without one it is stopped.",
    ),
  "break-glass": text
    .default("")
    .describe(
      "`guard`: why a run may go on that is stopped, 10 characters at least; only of a run started by hand, or by `guard.break-glass-actors`. It is recorded, and an alert.",
    ),
  "otlp-endpoint": text
    .default("")
    .describe("`doctor`: an OTLP/HTTP endpoint to try with a real span, e.g. Grafana Cloud's."),
  "otlp-headers": text
    .default("")
    .describe("Headers for it, `name=value`, separated by commas; a secret. Never printed."),
  "log-level": z
    .enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(", ")}` })
    .default("info")
    .describe("How much is logged: `debug`, `info`, `warn` or `error`."),
  "log-format": z
    .enum(["text", "json"], { error: "must be text or json" })
    .default("text")
    .describe("`text` for people, `json` for one object a line."),
} as const;

export type InputName = keyof typeof INPUTS;
export const INPUT_NAMES = Object.keys(INPUTS) as InputName[];
const Options = z.object(INPUTS);
export type Options = z.infer<typeof Options>;

/** @param spelled how the user wrote a name: `--data-dir` or ``input `data-dir` ``, for messages */
export function parseOptions(
  given: Readonly<Record<string, string | undefined>>,
  spelled: (name: string) => string,
): Options {
  return parseTexts(Options, given, spelled);
}

/**
 * What somebody means who reads records in a terminal: a folder that is named is one on this machine, and no branch of
 * a server is asked for it, unless the branch is named too.
 */
export function meantByReader(given: Readonly<Record<string, string>>): Record<string, string> {
  const isFolder = "data-dir" in given && !("commit" in given) && !("data-branch" in given);
  return isFolder ? { ...given, commit: "false" } : given;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The Action's inputs as a runner passes them: `INPUT_DATA-DIR`. */
export function actionInputs(environment: Environment = process.env): Record<string, string | undefined> {
  const given = INPUT_NAMES.map((name) => [name, environment[`INPUT_${name.toUpperCase()}`]]);
  return { ...logLevel(environment), ...Object.fromEntries(given.filter(([, value]) => value?.trim())) };
}

/** What a terminal may set instead of flags. */
export function environmentInputs(
  environment: Environment = process.env,
): Record<string, string | undefined> {
  return { token: environment["GITHUB_TOKEN"] ?? environment["GH_TOKEN"], ...logLevel(environment) };
}

/** `LOG_LEVEL`, and GitHub's own switch for debug logging, which wins over nothing but a flag. */
function logLevel(environment: Environment): Record<string, string | undefined> {
  return { "log-level": environment["RUNNER_DEBUG"] === "1" ? "debug" : environment["LOG_LEVEL"] };
}
