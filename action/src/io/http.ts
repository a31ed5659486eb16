import { Agent, type Dispatcher, ProxyAgent, fetch as undiciFetch } from "undici";
import { UserError } from "#core/errors.ts";
import { proxyFor } from "#io/proxy.ts";

/** Every request of ours goes out here: through the proxy where one is set, with a limit in time and in bytes. */

export type HttpRequest = {
  method?: string | undefined;
  headers?: Readonly<Record<string, string>> | undefined;
  body?: string | undefined;
  /** Of the whole exchange, body included. */
  timeoutMs: number;
  /** Bytes of the answer's body, unpacked, after which reading it fails with `BodyTooLarge`. */
  largest: number;
  /** `manual`: a redirect is an answer like another. Default: followed, without credentials where the origin changes. */
  redirect?: "follow" | "manual" | undefined;
  /** Ends the exchange at once, its body included, with the signal's reason. */
  signal?: AbortSignal | undefined;
  /** Told of every redirect that is followed, since each is a request. */
  onRedirect?: (() => void) | undefined;
};

/** An answer that goes on beyond what we read of its kind. */
export class BodyTooLarge extends Error {
  override readonly name = "BodyTooLarge";
}

const USER_AGENT = "agentops-for-github-actions";
/** GitHub sends one for a renamed repository, storage at most two. */
const MOST_REDIRECTS = 5;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
/** These have no body, and `Response` takes none for them. */
const BODILESS: ReadonlySet<number> = new Set([204, 205, 304]);
/** What must not travel to another origin than the one it was meant for. */
const CREDENTIALS = /^(authorization|cookie|proxy-authorization)$/i;

/** One agent a proxy (or none), so that connections are used again. */
const agents = new Map<string | null, Dispatcher>();

/** Rejects when no answer comes; any status is an answer. */
export async function http(address: string | URL, request: HttpRequest): Promise<Response> {
  const { method = "GET", body, timeoutMs, largest, redirect = "follow", onRedirect } = request;
  const late = AbortSignal.timeout(timeoutMs);
  const signal = request.signal ? AbortSignal.any([late, request.signal]) : late;
  let url = new URL(address);
  let headers: Record<string, string> = { "user-agent": USER_AGENT, ...request.headers };
  for (let hops = 0; ; hops += 1) {
    const dispatcher = agentFor(url);
    const sent = { method, headers, body: body ?? null, redirect: "manual", signal, dispatcher } as const;
    const answer = await undiciFetch(url, sent);
    const location = answer.headers.get("location");
    // What creates something is not done twice because an address moved, unless the server says so (307, 308).
    const isMoved = REDIRECTS.has(answer.status) && (/^(GET|HEAD)$/.test(method) || answer.status > 303);
    if (redirect === "manual" || !isMoved || location === null)
      return bounded(answer as unknown as Response, largest);
    await answer.body?.cancel();
    if (hops === MOST_REDIRECTS) throw new Error(`more than ${MOST_REDIRECTS} redirects`);
    const next = new URL(location, url);
    if (next.origin !== url.origin)
      headers = Object.fromEntries(Object.entries(headers).filter(([name]) => !CREDENTIALS.test(name)));
    url = next;
    onRedirect?.();
  }
}

function agentFor(url: URL): Dispatcher {
  const proxy = proxyFor(url);
  const known = agents.get(proxy);
  if (known) return known;
  const agent = proxy === null ? new Agent() : proxyAgent(proxy);
  agents.set(proxy, agent);
  return agent;
}

function proxyAgent(proxy: string): Dispatcher {
  try {
    return new ProxyAgent(proxy);
  } catch (error) {
    throw new UserError(
      "The proxy named by HTTPS_PROXY or HTTP_PROXY is not an address.",
      "Write it as http://host:port, or unset it; NO_PROXY lists hosts that are asked without it.",
      { cause: error },
    );
  }
}

function bounded(answer: Response, largest: number): Response {
  const { status, statusText, headers } = answer;
  if (answer.body === null || BODILESS.has(status))
    return new Response(null, { status, statusText, headers });
  let bytes = 0;
  const limit = new TransformStream<Uint8Array, Uint8Array>({
    transform(piece, controller) {
      bytes += piece.length;
      if (bytes > largest) controller.error(new BodyTooLarge(`the answer is longer than ${largest} bytes`));
      else controller.enqueue(piece);
    },
  });
  return new Response(answer.body.pipeThrough(limit), { status, statusText, headers });
}
