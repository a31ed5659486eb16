/**
 * Why a request brought nothing, as far as a sync cares:
 *
 * - `stopped`: nothing more may be asked now (budget, rate limit, GitHub does not answer); the next sync goes on.
 * - `unauthorized`: the token is not valid.
 * - `forbidden`: the token lacks a permission; the message names it.
 * - `not_found`: GitHub does not have it (any more), or hides it from this token.
 * - `failed`: network, 5xx or an unreadable answer, after all repetitions.
 */
export type Failure = "stopped" | "unauthorized" | "forbidden" | "not_found" | "failed";

/** GitHub ended the request, or we its answer. */
const TOO_HEAVY: ReadonlySet<number | null> = new Set([413, 500, 502, 504]);

/** Whether less at a time may be answered. */
export function isTooHeavy(error: unknown): boolean {
  return error instanceof RequestFailed && error.failure === "failed" && TOO_HEAVY.has(error.status);
}

/** A request that did not bring what was asked. `message` is for people; `endpoint` is GitHub's route. */
export class RequestFailed extends Error {
  override readonly name = "RequestFailed";
  readonly failure: Failure;
  readonly endpoint: string;
  /** GitHub's; null where no answer came or none was asked for. */
  readonly status: number | null;

  constructor(
    failure: Failure,
    endpoint: string,
    message: string,
    options: ErrorOptions & { status?: number } = {},
  ) {
    super(message, options);
    this.status = options.status ?? null;
    this.failure = failure;
    this.endpoint = endpoint;
  }
}
