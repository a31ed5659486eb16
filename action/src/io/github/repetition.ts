import type { retry } from "@octokit/plugin-retry";
import { describe } from "#core/errors.ts";
import { LARGEST_ANSWER, readJson } from "#io/github/body.ts";
import type { Headers, Meter } from "#io/github/meter.ts";
import type { Patience } from "#io/github/patience.ts";
import { judge } from "#io/github/verdict.ts";
import { BodyTooLarge } from "#io/http.ts";

/** So often is a request made until it counts as failed. */
const TRIES = 4;

/** The statuses that octokit's retry plugin leaves alone: all, because `judge` decides and it only repeats. */
export const UNDECIDED = Array.from({ length: 200 }, (_, index) => 400 + index);

/** What octokit throws, and we for answers that cannot be read. */
export type AnswerError = Error & {
  status: number;
  request: unknown;
  response?: { headers: Headers; data?: unknown };
};

type Octokit = Parameters<typeof retry>[0];
type WithRetry = Octokit & {
  retry: { retryRequest(error: AnswerError, retries: number, retryAfter: number): AnswerError };
};
/** `once`: never repeated, because it may have been done although no answer came. */
type Asked = { request: { endpoint: string; once?: boolean; retryCount?: number } };

/**
 * An octokit plugin that reads the body of every answer, counts answers and repetitions, and has the retry plugin
 * (which must come after it) repeat what deserves it, after the pause that GitHub asks for or our own.
 *
 * @param mayRepeat whether the budget allows another request
 */
export function repetition(meter: Meter, patience: Patience, mayRepeat: () => boolean) {
  return (octokit: Octokit): void => {
    octokit.hook.wrap("request", async (request, options) => {
      const { endpoint, once = false, retryCount: repetitions = 0 } = (options as unknown as Asked).request;
      try {
        const response = await request(options);
        const isRedirect = (response.status as number) === 302;
        const data = isRedirect
          ? null
          : await readJson(response.data).catch((cause: unknown) => {
              throw unreadable(cause, endpoint, options, response.headers);
            });
        meter.answered(endpoint, false, response.headers);
        meter.reached = true;
        return { ...response, data };
      } catch (thrown) {
        const error = thrown as AnswerError;
        meter.answered(endpoint, true, headersOf(error));
        // A gateway's 502, a page that is no JSON: somebody answered, but not GitHub.
        if (error.response !== undefined && error.status < 500) meter.reached = true;
        const again =
          !once && repetitions + 1 < TRIES && (await paused(patience, error, repetitions)) && mayRepeat();
        if (again) meter.sent(endpoint, true);
        throw (octokit as WithRetry).retry.retryRequest(error, again ? TRIES : 0, 0);
      }
    });
  };
}

export function headersOf(error: AnswerError): Headers {
  return error.response?.headers ?? {};
}

/** @returns whether the request is worth repeating now */
async function paused(patience: Patience, error: AnswerError, repetitions: number): Promise<boolean> {
  const verdict = judge({ status: error.status, headers: headersOf(error), message: error.message });
  if (verdict.act === "wait") return patience.wait(verdict.seconds);
  if (verdict.act === "back-off") await patience.backOff(repetitions);
  return verdict.act === "back-off";
}

/** As if the server had failed, which may pass; what is too long once is too long again (413). */
function unreadable(cause: unknown, endpoint: string, request: unknown, headers: Headers): AnswerError {
  const isTooLarge = cause instanceof BodyTooLarge;
  const message = isTooLarge ? `${endpoint} sent more than ${LARGEST_ANSWER} bytes` : describe(cause);
  return Object.assign(new Error(message, { cause }), {
    status: isTooLarge ? 413 : 500,
    request,
    response: { headers },
  });
}
