import { getOctokit } from "@actions/github";
import { retry } from "@octokit/plugin-retry";
import pLimit from "p-limit";
import type { Clock, Report, Usage } from "#app/effects.ts";
import { RequestFailed } from "#core/sync/request-failed.ts";
import { unlessAborted } from "#io/github/aborted.ts";
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
  /** Counts with others who ask for the same command; by itself where there are none. */
  meter?: Meter;
  /** Ends everything that is asked or waits to be, with its reason. */
  signal?: AbortSignal;
  /** The shortest pause before a repetition; tests need none. */
  retryBaseMs?: number;
};

export type How = {
  /** A page of a list, or a query of many things, which may be too large for the server. */
  isPage?: boolean;
  /** Something is created: sent once, whatever comes back. */
  creates?: boolean;
  /** Whatever the guard says. */
  always?: boolean;
  /** Only the address that GitHub names is wanted. */
  redirect?: "manual";
};

type Init = Omit<HttpRequest, "timeoutMs" | "largest" | "signal">;

/** GitHub allows 100 and asks for few. */
const CONCURRENT = 16;
/** GitHub itself ends a request after 10 seconds. */
const TIMEOUT_MS = 60_000;
const API_VERSION = "2022-11-28";

type Octokit = ReturnType<typeof getOctokit>;

/**
 * Sends requests to GitHub's API: some at a time, within its pace, repeated by the policy of `retry.ts`, all counted
 * by endpoint. The token goes to `apiUrl`'s origin only.
 */
export class Sender {
  readonly #options: ClientOptions;
  readonly #meter: Meter;
  readonly #patience: Patience;
  readonly #pace: Pace;
  readonly #inTurn = pLimit(CONCURRENT);
  /** Each with its own number of repetitions. */
  readonly #octokits: { usual: Octokit; page: Octokit; creating: Octokit };
  #guard: (usage: Usage) => string | null = () => null;
  #failures = 0;

  constructor(options: ClientOptions) {
    this.#options = options;
    this.#meter = options.meter ?? new Meter();
    const onWait = (seconds: number) => this.#waiting(seconds);
    this.#patience = new Patience(options.clock, onWait);
    this.#pace = new Pace(options.clock, onWait);
    this.#octokits = {
      usual: this.#octokit(RETRY.retries),
      page: this.#octokit(RETRIES_OF_A_PAGE),
      creating: this.#octokit(0),
    };
  }

  usage(): Usage {
    return this.#meter.usage();
  }

  /** Asked before every request and repetition; a text refuses it and says why. */
  guard(refusal: (usage: Usage) => string | null): void {
    this.#guard = refusal;
  }

  /**
   * @param endpoint method and route, e.g. `GET /repos/{owner}/{repo}`
   * @param address the route again, or where GitHub says to go on
   */
  send(endpoint: string, address: string, parameters: object, how: How = {}) {
    const { signal } = this.#options;
    const work = this.#inTurn(() => this.#send(endpoint, address, parameters, how));
    return signal === undefined ? work : unlessAborted(signal, endpoint, work);
  }

  async #send(endpoint: string, address: string, parameters: object, how: How) {
    // A server that says nothing of limits (Enterprise may switch them off) has none.
    if (this.#meter.usage().rateLimit !== null) await this.#pace.take(endpoint);
    for (let waits = 0; ; waits += 1) {
      const { era, settle } = await this.#patience.turn();
      let isLimited = true;
      try {
        this.#admit(endpoint, how, waits > 0);
        const response = await this.#once(endpoint, address, parameters, how);
        this.#failures = 0;
        isLimited = false;
        return response;
      } catch (thrown) {
        if (thrown instanceof RequestFailed) throw thrown;
        const error = thrown as AnswerError;
        const verdict = judge({ status: error.status, headers: headersOf(error), message: error.message });
        isLimited = verdict.act === "wait";
        if (verdict.act !== "wait" || how.creates || waits === MOST_WAITS)
          throw this.#failure(endpoint, error);
        const waiting = this.#patience.wait(verdict.seconds, era);
        settle(true);
        if (!(await waiting)) throw this.#failure(endpoint, error);
      } finally {
        settle(isLimited);
      }
    }
  }

  /** Counted before it is on its way, or all that wait would fit into the last one of the budget. */
  #admit(endpoint: string, { always = false }: How, isRepetition: boolean): void {
    const refusal = always ? null : this.#guard(this.#meter.usage());
    const refused = this.#failures >= HOPELESS ? "GitHub does not answer" : refusal;
    if (refused !== null) throw new RequestFailed("stopped", endpoint, refused);
    this.#meter.sent(endpoint, isRepetition);
  }

  async #once(endpoint: string, address: string, parameters: object, how: How) {
    const { usual, page, creating } = this.#octokits;
    const octokit = how.creates ? creating : how.isPage ? page : usual;
    return octokit.request(`${endpoint.split(" ", 1)[0]} ${address}`, {
      ...parameters,
      headers: { "x-github-api-version": API_VERSION },
      request: {
        endpoint,
        fetch: (url: string, init: Init) => this.#fetch(endpoint, url, init),
        redirect: how.redirect ?? "follow",
      },
    });
  }

  /** What octokit fetches with; every hop of a moved address is a request of the same endpoint. */
  #fetch(endpoint: string, url: string, init: Init): Promise<Response> {
    return http(url, {
      ...init,
      signal: this.#options.signal,
      timeoutMs: TIMEOUT_MS,
      largest: LARGEST_ANSWER,
      onRedirect: () => {
        this.#meter.answered(endpoint, false, {});
        this.#meter.sent(endpoint, false);
      },
    });
  }

  #failure(endpoint: string, error: AnswerError): RequestFailed {
    const verdict = judge({ status: error.status, headers: headersOf(error), message: wordsOf(error) });
    const how = error.response === undefined ? { cause: error } : { cause: error, status: error.status };
    if (verdict.act === "give-up") return new RequestFailed(verdict.failure, endpoint, verdict.message, how);
    if (verdict.act === "wait")
      return new RequestFailed("stopped", endpoint, `GitHub asks to wait ${verdict.seconds} s`, how);
    this.#failures += 1;
    return new RequestFailed("failed", endpoint, wordsOf(error), how);
  }

  #octokit(retries: number): Octokit {
    const { token, apiUrl, report, signal, retryBaseMs = RETRY.retryAfterBaseValue } = this.#options;
    const quietly = (message: string) => report.debug(message);
    return getOctokit(
      token,
      {
        baseUrl: apiUrl,
        log: { debug: () => {}, info: () => {}, warn: quietly, error: quietly },
        request: { parseSuccessResponseBody: false },
        retry: { ...RETRY, retries, retryAfterBaseValue: retryBaseMs },
      },
      answers(this.#meter, signal, async (endpoint, repetition) => {
        this.#waiting((retryBaseMs / 1000) * repetition ** 2);
        await this.#patience.pass();
        this.#admit(endpoint, {}, true);
      }),
      retry,
    );
  }

  #waiting(seconds: number): void {
    this.#meter.waitedSeconds += seconds;
    if (seconds >= 10) this.#options.report.info(`Waiting ${Math.round(seconds)} s for GitHub`);
  }
}
