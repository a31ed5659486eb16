import { runTraceId } from "#core/telemetry/run-trace.ts";
import { inheritedTrace } from "./events/correlation.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** The job we run in, or the terminal. Addresses have no trailing slash. */
export type Surroundings = {
  inActions: boolean;
  apiUrl: string;
  serverUrl: string;
  repository: string | null;
  /** Who started the job, or sits at the terminal; null: not told. */
  actor: string | null;
  /** GitHub's event, or `cli`. */
  trigger: string;
  runId: number | null;
  /** 1 outside of a job. */
  runAttempt: number;
  /** To find our log lines by: of the job's run, or of the trace that a shell hands on. */
  logIds: Readonly<Record<string, string | number>>;
  /** File of the workflow we run in, e.g. `.github/workflows/agentops-data-sync.yml`. */
  workflowFile: string | null;
  workflowName: string | null;
  /** Who started this attempt of the run: not always who the run is of. */
  triggeringActor: string | null;
  /** The branch that the run is of: a pull request's own, not what it is merged into. */
  branch: string | null;
  /** Where the event that started the run is told. */
  eventPath: string | null;
  workspace: string;
  /** For files that nobody keeps. */
  temporary: string | null;
  noColor: boolean;
  /** Whether the step can leave artifacts: its runner says where, and proves who asks. */
  artifacts: boolean;
  /** Whether the runner takes a job summary. */
  jobSummary: boolean;
};

export function readSurroundings(environment: Environment = process.env): Surroundings {
  const address = (name: string, standard: string) => (environment[name] || standard).replace(/\/+$/, "");
  const inActions = environment["GITHUB_ACTIONS"] === "true";
  const positive = (name: string) => {
    const number = Number(environment[name]);
    return inActions && Number.isSafeInteger(number) && number > 0 ? number : null;
  };
  const [runId, runAttempt] = [positive("GITHUB_RUN_ID"), positive("GITHUB_RUN_ATTEMPT") ?? 1];
  const inherited = inheritedTrace(environment);
  return {
    inActions,
    apiUrl: address("GITHUB_API_URL", "https://api.github.com"),
    serverUrl: address("GITHUB_SERVER_URL", "https://github.com"),
    repository: environment["GITHUB_REPOSITORY"] || null,
    actor: environment["GITHUB_ACTOR"] || environment["USER"] || environment["USERNAME"] || null,
    trigger: inActions ? environment["GITHUB_EVENT_NAME"] || "unknown" : "cli",
    runId,
    runAttempt,
    logIds:
      runId === null
        ? { ...(inherited && { trace_id: inherited }) }
        : { run_id: runId, run_attempt: runAttempt, trace_id: runTraceId(runId, runAttempt) },
    workflowFile: /^[^/]+\/[^/]+\/(.+)@/.exec(environment["GITHUB_WORKFLOW_REF"] ?? "")?.[1] ?? null,
    workflowName: environment["GITHUB_WORKFLOW"] || null,
    triggeringActor: environment["GITHUB_TRIGGERING_ACTOR"] || environment["GITHUB_ACTOR"] || null,
    branch: environment["GITHUB_HEAD_REF"] || environment["GITHUB_REF_NAME"] || null,
    eventPath: environment["GITHUB_EVENT_PATH"] || null,
    workspace: environment["GITHUB_WORKSPACE"] || process.cwd(),
    temporary: environment["RUNNER_TEMP"] || null,
    noColor: Boolean(environment["NO_COLOR"]),
    artifacts: Boolean(environment["ACTIONS_RUNTIME_TOKEN"] && environment["ACTIONS_RESULTS_URL"]),
    jobSummary: Boolean(environment["GITHUB_STEP_SUMMARY"]),
  };
}
