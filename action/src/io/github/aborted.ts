import { describe } from "#core/errors.ts";
import { RequestFailed } from "#core/sync/request-failed.ts";

/** What a request comes to that somebody ended: nothing was refused, and nothing more is to be asked. */
export function abortedRequest(signal: AbortSignal, endpoint: string): RequestFailed {
  return new RequestFailed("stopped", endpoint, describe(signal.reason));
}

/** What the work brings, which goes on unheard where the signal ends the wait for it. */
export function unlessAborted<Result>(
  signal: AbortSignal,
  endpoint: string,
  work: Promise<Result>,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const end = () => reject(abortedRequest(signal, endpoint));
    if (signal.aborted) end();
    signal.addEventListener("abort", end, { once: true });
    void work.then(resolve, reject).finally(() => signal.removeEventListener("abort", end));
  });
}
