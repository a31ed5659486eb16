import type { Answer, GitHub, GitHubIssues, Page, Probe } from "#app/effects.ts";
import { readViewer } from "#core/sync/payload/comment.ts";
import { RequestFailed } from "#core/sync/request-failed.ts";
import type { AnswerError } from "#io/github/answers.ts";
import { listPage } from "#io/github/list.ts";
import { logDownloads } from "#io/github/logs.ts";
import { type ClientOptions, Sender } from "#io/github/sender.ts";

const ISSUES = "/repos/{owner}/{repo}/issues";
const COMMENTS = "/repos/{owner}/{repo}/issues/{issue_number}/comments";
const RUNS = "/repos/{owner}/{repo}/actions/runs";

/** GitHub's REST API for one repository; how requests are sent is said in `sender.ts`. */
export function githubClient(options: ClientOptions): GitHub & GitHubIssues & { probe: Probe } {
  const [owner = "", repo = ""] = options.repository.split("/");
  const sender = new Sender(options);
  let viewer: Promise<string | null> | null = null;

  async function one(route: string, parameters: object = {}): Promise<unknown> {
    return (await sender.send(`GET ${route}`, route, { owner, repo, ...parameters })).data;
  }

  /** A download's signed address, which must be asked without our token. */
  async function redirect(route: string, parameters: object): Promise<string> {
    const asked = { owner, repo, ...parameters };
    const { headers } = await sender.send(`GET ${route}`, route, asked, { redirect: "manual" });
    if (headers.location !== undefined) return headers.location;
    throw new RequestFailed("failed", `GET ${route}`, "GitHub named no address to download from");
  }

  async function write(method: "POST" | "PATCH", route: string, parameters: object): Promise<unknown> {
    const asked = { owner, repo, ...parameters };
    return (await sender.send(`${method} ${route}`, route, asked, { creates: method === "POST" })).data;
  }

  async function graphql(query: string, variables: object = {}): Promise<unknown> {
    const address = graphqlAddress(options.apiUrl);
    return (await sender.send("POST /graphql", address, { query, variables })).data;
  }

  /** A refusal is an answer here, and the budget of a sync does not count. */
  async function probe(path: string): Promise<Answer> {
    try {
      const endpoint = `GET ${path.split("?", 1)[0]}`;
      const { status, headers, data } = await sender.send(endpoint, path, {}, { always: true });
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

  const page = (
    route: string,
    field: string | null,
    next: string | null,
    asked: object = {},
  ): Promise<Page> => listPage(sender, options.apiUrl, route, field, next, { owner, repo, ...asked });

  return {
    guard: (refusal) => sender.guard(refusal),
    usage: () => sender.usage(),
    repository: () => one("/repos/{owner}/{repo}"),
    workflows: (next) => page("/repos/{owner}/{repo}/actions/workflows", "workflows", next),
    runs: (created, next) =>
      page(RUNS, "workflow_runs", next, created ? { created: `${created.from}..${created.to}` } : {}),
    runsWith: (status, next) => page(RUNS, "workflow_runs", next, { status }),
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

/** Enterprise has it beside the REST API, not below it. */
export function graphqlAddress(apiUrl: string): string {
  return `${apiUrl.replace(/\/v3$/, "")}/graphql`;
}

function headersFrom(headers: Record<string, unknown>): Headers {
  const known = Object.entries(headers).filter(([, value]) => value !== undefined);
  return new Headers(known.map(([name, value]): [string, string] => [name, String(value)]));
}
