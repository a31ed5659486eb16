import type { retry } from "@octokit/plugin-retry";
import { describe } from "#core/errors.ts";
import { abortedRequest } from "#io/github/aborted.ts";
import { LARGEST_ANSWER, readJson } from "#io/github/body.ts";
import type { Headers, Meter } from "#io/github/meter.ts";
import { BodyTooLarge } from "#io/http.ts";

/** What octokit throws, and we for answers that cannot be read. */
export type AnswerError = Error & {
  status: number;
  request: unknown;
  response?: { headers: Headers; data?: unknown };
};

type Octokit = Parameters<typeof retry>[0];
type Asked = { request: { endpoint: string; retryCount?: number } };

/**
 * An octokit plugin that reads the body of every answer and counts answers and repetitions. It comes before the
 * retry plugin, which then repeats answers that cannot be read like any other failure.
 *
 * @param signal what ends requests; one that it ended has not failed
 * @param admit asked before every repetition; throws when there must be none
 */
export function answers(
  meter: Meter,
  signal: AbortSignal | undefined,
  admit: (endpoint: string, repetition: number) => Promise<void>,
) {
  return (octokit: Octokit): void => {
    octokit.hook.wrap("request", async (request, options) => {
      const { endpoint, retryCount = 0 } = (options as unknown as Asked).request;
      if (retryCount > 0) await admit(endpoint, retryCount);
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
        if (signal?.aborted) {
          meter.answered(endpoint, false, {});
          throw abortedRequest(signal, endpoint);
        }
        const error = thrown as AnswerError;
        meter.answered(endpoint, true, headersOf(error));
        // A gateway's 502, a page that is no JSON: somebody answered, but not GitHub.
        if (error.response !== undefined && error.status < 500) meter.reached = true;
        throw error;
      }
    });
  };
}

export function headersOf(error: AnswerError): Headers {
  return error.response?.headers ?? {};
}

/** A gateway's page has no words for a log. */
export function wordsOf({ message, status }: AnswerError): string {
  return /^\s*</.test(message)
    ? `it answers ${status} with a web page`
    : message.replaceAll(/\s+/g, " ").trim();
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
