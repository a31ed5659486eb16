import { getOctokit } from "@actions/github";
import { retry } from "@octokit/plugin-retry";
import pLimit from "p-limit";
import type { Clock, Report, Usage } from "#app/effects.ts";
import { RequestFailed } from "#core/sync/request-failed.ts";
import { type AnswerError, answers, headersOf, wordsOf } from "#io/github/answers.ts";
import { LARGEST_ANSWER } from "#io/github/body.ts";
import { Meter } from "#io/github/meter.ts";
import { Pace } from "#io/github/pace.ts";
import { Patience } from "#io/github/patience.ts";
import { HOPELESS, judge, MOST_WAITS, RETRIES_OF_A_PAGE, RETRY } from "#io/github/retry.ts";
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

export type How = {
  /** A page of a list, which may be too large for the server. */
  isPage?: boolean;
  /** Something is created: sent once, whatever comes back. */
  creates?: boolean;
  /** Whatever the guard says. */
  always?: boolean;
  /** Only the address that GitHub names is wanted. */
  redirect?: "manual";
};

/** GitHub allows 100 and asks for few. */
const CONCURRENT = 16;
/** GitHub itself ends a request after 10 seconds. */
const TIMEOUT_MS = 60_000;
const API_VERSION = "2022-11-28";

/**
 * Sends requests to GitHub's API: some at a time, within its pace, repeated by the policy of `retry.ts`, all counted
 * by endpoint. The token goes to `apiUrl`'s origin only.
 */
export function createSender(options: ClientOptions) {
  const meter = new Meter();
  const onWait = (seconds: number) => {
    meter.waitedSeconds += seconds;
    if (seconds >= 10) options.report.info(`Waiting ${Math.round(seconds)} s for GitHub`);
  };
  const patience = new Patience(options.clock, onWait);
  const pace = new Pace(options.clock, onWait);
  const inTurn = pLimit(CONCURRENT);
  const pauseMs = options.retryBaseMs ?? RETRY.retryAfterBaseValue;
  let guard: (usage: Usage) => string | null = () => null;
  let failures = 0;

  const quietly = (message: string) => options.report.debug(message);
  const repeating = (retries: number) =>
    getOctokit(
      options.token,
      {
        baseUrl: options.apiUrl,
        log: { debug: () => {}, info: () => {}, warn: quietly, error: quietly },
        request: { parseSuccessResponseBody: false },
        retry: { ...RETRY, retries, retryAfterBaseValue: pauseMs },
      },
      answers(meter, async (endpoint, repetition) => {
        onWait((pauseMs / 1000) * repetition ** 2);
        await patience.pass();
        admit(endpoint, {}, true);
      }),
      retry,
    );
  const octokits = {
    usual: repeating(RETRY.retries),
    page: repeating(RETRIES_OF_A_PAGE),
    creating: repeating(0),
  };

  /** Counted before it is on its way, or all that wait would fit into the last one of the budget. */
  function admit(endpoint: string, { always = false }: How, isRepetition: boolean): void {
    const refused = failures >= HOPELESS ? "GitHub does not answer" : always ? null : guard(meter.usage());
    if (refused !== null) throw new RequestFailed("stopped", endpoint, refused);
    meter.sent(endpoint, isRepetition);
  }

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

  async function once(endpoint: string, address: string, parameters: object, how: How) {
    const octokit = how.creates ? octokits.creating : how.isPage ? octokits.page : octokits.usual;
    return octokit.request(`${endpoint.split(" ", 1)[0]} ${address}`, {
      ...parameters,
      headers: { "x-github-api-version": API_VERSION },
      request: { endpoint, fetch: fetching(endpoint), redirect: how.redirect ?? "follow" },
    });
  }

  async function send(endpoint: string, address: string, parameters: object, how: How) {
    // A server that says nothing of limits (Enterprise may switch them off) has none.
    if (meter.usage().rateLimit !== null) await pace.take(endpoint);
    for (let waits = 0; ; waits += 1) {
      const { era, settle } = await patience.turn();
      let isLimited = true;
      try {
        admit(endpoint, how, waits > 0);
        const response = await once(endpoint, address, parameters, how);
        failures = 0;
        isLimited = false;
        return response;
      } catch (thrown) {
        if (thrown instanceof RequestFailed) throw thrown;
        const error = thrown as AnswerError;
        const verdict = judge({ status: error.status, headers: headersOf(error), message: error.message });
        isLimited = verdict.act === "wait";
        if (verdict.act !== "wait" || how.creates || waits === MOST_WAITS) throw failure(endpoint, error);
        const waiting = patience.wait(verdict.seconds, era);
        settle(true);
        if (!(await waiting)) throw failure(endpoint, error);
      } finally {
        settle(isLimited);
      }
    }
  }

  function failure(endpoint: string, error: AnswerError): RequestFailed {
    const verdict = judge({ status: error.status, headers: headersOf(error), message: wordsOf(error) });
    const how = error.response === undefined ? { cause: error } : { cause: error, status: error.status };
    if (verdict.act === "give-up") return new RequestFailed(verdict.failure, endpoint, verdict.message, how);
    if (verdict.act === "wait")
      return new RequestFailed("stopped", endpoint, `GitHub asks to wait ${verdict.seconds} s`, how);
    failures += 1;
    return new RequestFailed("failed", endpoint, wordsOf(error), how);
  }

  return {
    usage: () => meter.usage(),
    guard(refusal: (usage: Usage) => string | null) {
      guard = refusal;
    },
    /**
     * @param endpoint method and route, e.g. `GET /repos/{owner}/{repo}`
     * @param address the route again, or where GitHub says to go on
     */
    send: (endpoint: string, address: string, parameters: object, how: How = {}) =>
      inTurn(() => send(endpoint, address, parameters, how)),
  };
}

export type Sender = ReturnType<typeof createSender>;
