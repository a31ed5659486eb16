import { getOctokit } from "@actions/github";
import { retry } from "@octokit/plugin-retry";
import pLimit from "p-limit";
import type { Answer, Clock, GitHub, GitHubIssues, Page, Probe, Report, Usage } from "#app/effects.ts";
import { readViewer } from "#core/sync/payload/comment.ts";
import { RequestFailed } from "#core/sync/request-failed.ts";
import { LARGEST_ANSWER } from "#io/github/body.ts";
import { nextPage } from "#io/github/link.ts";
import { logDownloads } from "#io/github/logs.ts";
import { Meter } from "#io/github/meter.ts";
import { Pace } from "#io/github/pace.ts";
import { Patience } from "#io/github/patience.ts";
import { type AnswerError, headersOf, repetition, UNDECIDED } from "#io/github/repetition.ts";
import { judge } from "#io/github/verdict.ts";
import { type HttpRequest, http } from "#io/http.ts";

export type ClientOptions = {
  /** `https://api.github.com`, the Enterprise host's, or a simulator's. */
  apiUrl: string;
  token: string;
  /** `owner/name`. */
  repository: string;
  clock: Clock;
  report: Report;
  /** The shortest pause before a repetition; tests need none. */
  retryBaseMs?: number;
};

/** `once`: never repeated; `always`: whatever the guard says; `redirect: "manual"`: only the address is wanted. */
type How = { once?: boolean; always?: boolean; redirect?: "manual" };

/** GitHub allows 100 and asks for few. */
const CONCURRENT = 16;
const PER_PAGE = 100;
/** GitHub itself ends a request after 10 seconds. */
const TIMEOUT_MS = 60_000;
/** So many requests in a row that failed for good mean that GitHub is down, not that one run is odd. */
const HOPELESS = 10;
const API_VERSION = "2022-11-28";

const ISSUES = "/repos/{owner}/{repo}/issues";
const COMMENTS = "/repos/{owner}/{repo}/issues/{issue_number}/comments";
const RUNS = "/repos/{owner}/{repo}/actions/runs";

/**
 * GitHub's REST API for one repository: some requests at a time, within GitHub's pace, repeated where that helps,
 * all counted. The token goes to `apiUrl`'s origin only.
 */
export function githubClient(options: ClientOptions): GitHub & GitHubIssues & { probe: Probe } {
  const [owner = "", repo = ""] = options.repository.split("/");
  const meter = new Meter();
  const onWait = (seconds: number) => {
    meter.waitedSeconds += seconds;
    if (seconds >= 10) options.report.info(`Waiting ${Math.round(seconds)} s for GitHub's rate limit`);
  };
  const patience = new Patience(options.clock, onWait, options.retryBaseMs);
  const pace = new Pace(options.clock, onWait);
  const inTurn = pLimit(CONCURRENT);
  let refusal: (usage: Usage) => string | null = () => null;
  let failures = 0;
  let viewer: Promise<string | null> | null = null;

  const quietly = (message: string) => options.report.debug(message);
  const octokit = getOctokit(
    options.token,
    {
      baseUrl: options.apiUrl,
      log: { debug: () => {}, info: () => {}, warn: quietly, error: quietly },
      request: { parseSuccessResponseBody: false },
      retry: { doNotRetry: UNDECIDED },
    },
    repetition(meter, patience, () => refusal(meter.usage()) === null),
    retry,
  );

  /** What octokit fetches with; every hop of a moved address is a request of the same endpoint. */
  const fetching = (endpoint: string) => (url: string, init: Omit<HttpRequest, "timeoutMs" | "largest">) =>
    http(url, {
      ...init,
      timeoutMs: TIMEOUT_MS,
      largest: LARGEST_ANSWER,
      onRedirect() {
        meter.answered(endpoint, false, {});
        meter.sent(endpoint, false);
      },
    });

  /** @param endpoint method and route, e.g. `GET /repos/{owner}/{repo}` */
  async function send(endpoint: string, address: string, parameters: object, how: How = {}) {
    // A server that says nothing of limits (Enterprise may switch them off) has none.
    if (meter.usage().rateLimit !== null) await pace.take(endpoint);
    await patience.pass();
    const refused =
      failures >= HOPELESS ? "GitHub does not answer" : how.always ? null : refusal(meter.usage());
    if (refused !== null) throw new RequestFailed("stopped", endpoint, refused);
    // Counted before it is on its way, or ten at a time would all fit into the last one of the budget.
    meter.sent(endpoint, false);
    try {
      const response = await octokit.request(`${endpoint.split(" ", 1)[0]} ${address}`, {
        ...parameters,
        headers: { "x-github-api-version": API_VERSION },
        request: { endpoint, fetch: fetching(endpoint), ...how },
      });
      failures = 0;
      return response;
    } catch (error) {
      throw finalFailure(endpoint, error as AnswerError);
    }
  }

  function finalFailure(endpoint: string, error: AnswerError): RequestFailed {
    const verdict = judge({ status: error.status, headers: headersOf(error), message: error.message });
    if (verdict.act === "give-up")
      return new RequestFailed(verdict.failure, endpoint, verdict.message, {
        cause: error,
        status: error.status,
      });
    if (verdict.act === "wait")
      return new RequestFailed("stopped", endpoint, `GitHub asks to wait ${verdict.seconds} s`, {
        cause: error,
      });
    failures += 1;
    return new RequestFailed("failed", endpoint, wordsOf(error), { cause: error });
  }

  const ask = (route: string, address: string, parameters: object) =>
    inTurn(() => send(`GET ${route}`, address, parameters));

  async function one(route: string, parameters: object = {}): Promise<unknown> {
    return (await ask(route, route, { owner, repo, ...parameters })).data;
  }

  /** A download's signed address, which must be asked without our token. */
  async function redirect(route: string, parameters: object): Promise<string> {
    const asked = { owner, repo, ...parameters };
    const { headers } = await inTurn(() => send(`GET ${route}`, route, asked, { redirect: "manual" }));
    if (headers.location !== undefined) return headers.location;
    throw new RequestFailed("failed", `GET ${route}`, "GitHub named no address to download from");
  }

  async function write(method: "POST" | "PATCH", route: string, parameters: object): Promise<unknown> {
    const asked = { owner, repo, ...parameters };
    const how = { once: method === "POST" };
    return (await inTurn(() => send(`${method} ${route}`, route, asked, how))).data;
  }

  async function graphql(query: string, variables: object = {}): Promise<unknown> {
    const address = `${options.apiUrl.replace(/\/v3$/, "")}/graphql`;
    return (await inTurn(() => send("POST /graphql", address, { query, variables }))).data;
  }

  /** A refusal is an answer here, and the budget of a sync does not count. */
  async function probe(path: string): Promise<Answer> {
    try {
      const endpoint = `GET ${path.split("?", 1)[0]}`;
      const { status, headers, data } = await inTurn(() => send(endpoint, path, {}, { always: true }));
      return { status, headers: headersFrom(headers), body: data };
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
      const { response, status = 0 } = (error.cause ?? {}) as Partial<AnswerError>;
      if (response === undefined) return { status: 0, headers: new Headers(), body: null };
      return { status, headers: headersFrom(response.headers), body: response.data ?? null };
    }
  }

  /** GraphQL answers every kind of token, where `GET /user` refuses those of jobs and apps. */
  async function whoWrites(): Promise<string | null> {
    try {
      return readViewer(await graphql("query { viewer { login } }"));
    } catch (error) {
      if (error instanceof RequestFailed && error.failure !== "stopped") return null;
      throw error;
    }
  }

  async function page(
    route: string,
    field: string | null,
    next: string | null,
    parameters: object = {},
  ): Promise<Page> {
    const { data, headers } =
      next === null
        ? await ask(route, route, { owner, repo, per_page: PER_PAGE, ...parameters })
        : await ask(route, next, {});
    const items = field === null ? data : data?.[field];
    return {
      items: Array.isArray(items) ? items : [],
      next: nextPage(headers.link, options.apiUrl),
    };
  }

  return {
    guard(ask) {
      refusal = ask;
    },
    usage: () => meter.usage(),
    repository: () => one("/repos/{owner}/{repo}"),
    workflows: (next) => page("/repos/{owner}/{repo}/actions/workflows", "workflows", next),
    runs: (created, next) =>
      page(RUNS, "workflow_runs", next, created ? { created: `${created.from}..${created.to}` } : {}),
    run: (run_id) => one(`${RUNS}/{run_id}`, { run_id }),
    attempt: (run_id, attempt_number) =>
      one(`${RUNS}/{run_id}/attempts/{attempt_number}`, { run_id, attempt_number }),
    attemptJobs: (run_id, attempt_number, next) =>
      page(`${RUNS}/{run_id}/attempts/{attempt_number}/jobs`, "jobs", next, { run_id, attempt_number }),
    artifacts: (next) => page("/repos/{owner}/{repo}/actions/artifacts", "artifacts", next),
    runArtifacts: (run_id, next) => page(`${RUNS}/{run_id}/artifacts`, "artifacts", next, { run_id }),
    annotations: (check_run_id, next) =>
      page("/repos/{owner}/{repo}/check-runs/{check_run_id}/annotations", null, next, { check_run_id }),
    graphql,
    ...logDownloads(redirect),
    comments: (issue_number, next) => page(COMMENTS, null, next, { issue_number }),
    issues: (labels, next) => page(ISSUES, null, next, { labels, state: "all" }),
    createIssue: (issue) => write("POST", ISSUES, issue),
    probe,
    viewer: () => (viewer ??= whoWrites()),
    createComment: (issue_number, body) => write("POST", COMMENTS, { issue_number, body }),
    updateComment: (comment_id, body) =>
      write("PATCH", "/repos/{owner}/{repo}/issues/comments/{comment_id}", { comment_id, body }),
    pullsOf: (commit_sha) =>
      page("/repos/{owner}/{repo}/commits/{commit_sha}/pulls", null, null, { commit_sha }),
  };
}

/** A gateway's page has no words for a log. */
function wordsOf({ message, status }: AnswerError): string {
  return /^\s*</.test(message)
    ? `it answers ${status} with a web page`
    : message.replaceAll(/\s+/g, " ").trim();
}

function headersFrom(headers: Record<string, unknown>): Headers {
  const known = Object.entries(headers).filter(([, value]) => value !== undefined);
  return new Headers(known.map(([name, value]): [string, string] => [name, String(value)]));
}
