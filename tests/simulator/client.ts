import { onTestFinished } from "vitest";
import { type Simulator, startSimulator } from "#simulator/server.ts";

/** A simulator that ends with the test, and a caller of the first repository that it hosts. */
export async function simulated(options: Parameters<typeof startSimulator>[0]) {
  const simulator = await startSimulator(options);
  onTestFinished(simulator.close);
  return { simulator, api: caller(simulator) };
}

export type Reply = { status: number; headers: Headers; body: ReturnType<typeof JSON.parse> };

/** `json` is sent as the body; `anonymous` leaves the token out. */
type Call = RequestInit & { headers?: Record<string, string>; json?: unknown; anonymous?: boolean };

/** Calls below `/repos/{owner}/{repo}`, or anywhere with an absolute address; redirects are not followed. */
export function caller(simulator: Simulator) {
  const base = `${simulator.url}/repos/${simulator.repositories[0]?.repository.full_name}`;
  return async (path: string, init: Call = {}): Promise<Reply> => {
    const { json, headers, anonymous = false, ...rest } = init;
    const response = await fetch(path.startsWith("http") ? path : base + path, {
      redirect: "manual",
      headers: {
        "user-agent": "tests",
        ...(!anonymous && { authorization: `Bearer ${simulator.token}` }),
        ...headers,
      },
      ...(json !== undefined && { body: JSON.stringify(json) }),
      ...rest,
    });
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.startsWith("application/json") && text !== "";
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
  };
}

/** The addresses of a `Link` header by their relation. */
export function links(headers: Headers): Record<string, string> {
  const pairs = [...(headers.get("link") ?? "").matchAll(/<([^>]+)>; rel="(\w+)"/g)];
  return Object.fromEntries(pairs.map(([, address, rel]) => [rel, address]));
}
