import { setTimeout as pause } from "node:timers/promises";
import type { Utc } from "#core/time.ts";
import { graphqlAddress } from "#io/github/graphql-address.ts";
import { http } from "#io/http.ts";

/** One try of one request, and all of them together: whoever waits for an agent waits for us. */
const TIMEOUT_MS = 4000;
const PAUSE_MS = 500;
const LARGEST_TABLE = 600_000;
const LARGEST_LIST = 8_000_000;
const PAGE = 100;

export type GuardApi = {
  /** Without a slash at its end. */
  apiUrl: string;
  token: string;
  /** Which is watched, `owner/name`. */
  repository: string;
  /** How many requests were sent, repetitions included. */
  onRequest(kind: "GraphQL" | "REST"): void;
};

/**
 * GitHub's two lists of runs. A request that GitHub could not answer is made once again; nothing else is: an agent
 * waits. Rejections say which permission is missing, and hold no token.
 */
export function listedRuns({ apiUrl, repository, ...api }: GuardApi) {
  const runs = `${apiUrl}/repos/${repository}/actions/runs`;
  const list = (query: string) =>
    asked(`${runs}?per_page=${PAGE}&exclude_pull_requests=true&${query}`, { largest: LARGEST_LIST }, () => {
      api.onRequest("REST");
      return api.token;
    });
  return {
    runsSince: (created: Utc) => list(`created=${encodeURIComponent(`>=${created}`)}`),
    runsInProgress: () => list("status=in_progress"),
  };
}

type GraphqlAnswer = {
  data?: { repository?: { file?: { text?: string | null; isTruncated?: boolean } | null } | null } | null;
  errors?: { message?: string }[];
};

/** A text file of a branch (`HEAD`: the default one) of the repository that keeps the records; null: there is none. */
export async function fileOnBranch(
  { apiUrl, token, onRequest }: GuardApi,
  home: string,
  branch: string,
  path: string,
): Promise<string | null> {
  const [owner, name] = home.split("/");
  // Strings of JSON are strings of GraphQL.
  const expression = JSON.stringify(`${branch}:${path}`);
  const query = `query ($owner: String!, $name: String!) {
  repository(owner: $owner, name: $name) { file: object(expression: ${expression}) { ... on Blob { text isTruncated } } }
}`;
  const body = JSON.stringify({ query, variables: { owner, name } });
  const answer = await asked(graphqlAddress(apiUrl), { method: "POST", body, largest: LARGEST_TABLE }, () => {
    onRequest("GraphQL");
    return token;
  });
  const { data, errors } = Object(answer) as GraphqlAnswer;
  const file = data?.repository?.file;
  if (file == null && errors?.[0] !== undefined)
    throw new Error(
      `${path} cannot be read: ${errors[0].message ?? "GitHub refused"} (needs contents: read)`,
    );
  if (file?.isTruncated) throw new Error(`${path} is longer than GitHub hands out`);
  return file?.text ?? null;
}

type Sent = { method?: string; body?: string; largest: number };

/** @param begin called before each try; gives the token */
async function asked(address: string, { method = "GET", body, largest }: Sent, begin: () => string) {
  for (let again = true; ; again = false) {
    const token = begin();
    const headers = {
      accept: "application/vnd.github+json",
      "x-github-api-version": "2022-11-28",
      ...(token !== "" && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { "content-type": "application/json" }),
    };
    const answer = await http(address, { method, headers, body, timeoutMs: TIMEOUT_MS, largest }).catch(
      () => null,
    );
    if (answer?.ok) {
      const parsed: unknown = await answer.json().catch(() => null);
      if (parsed !== null) return parsed;
    }
    const mayPass = answer === null || answer.ok || answer.status >= 500 || answer.status === 408;
    if (!again || !mayPass) throw new Error(await refusal(address, answer));
    await pause(PAUSE_MS);
  }
}

async function refusal(address: string, answer: Response | null): Promise<string> {
  const { pathname } = new URL(address);
  if (answer === null) return `GitHub did not answer ${pathname}`;
  const needed = answer.headers.get("x-accepted-github-permissions");
  const body: unknown = await answer.json().catch(() => null);
  const message = String(Object(body).message ?? "no reason").slice(0, 200);
  return `GitHub answered ${answer.status} to ${pathname}: ${message}${needed === null ? "" : ` (needs ${needed})`}`;
}
