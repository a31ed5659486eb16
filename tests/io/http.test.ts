import { spawn } from "node:child_process";
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { BodyTooLarge, http } from "#io/http.ts";
import { listenOnFreePort } from "#io/port.ts";
import { proxyFor } from "#io/proxy.ts";
import { aPrivateNetwork } from "./private-network.ts";

const LIMITS = { timeoutMs: 60_000, largest: 1000 };

async function aServer(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  onTestFinished(() => void server.close().closeAllConnections());
  return `http://127.0.0.1:${await listenOnFreePort(server, 0)}`;
}

/** What a company's hosts answer. */
function answer({ headers: { host = "" }, url = "" }: IncomingMessage, response: ServerResponse): void {
  const json = (value: unknown) =>
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(value));
  const name = `${host}${url}`;
  if (name === "api.test/repos/o/r") return void json({ id: 1 });
  if (name === "api.test/rate_limit") return void json({});
  if (name === "api.test/repos/o/r/pages")
    return void json({ html_url: "https://pages.test/o", build_type: "workflow" });
  if (name === "api.test/repos/o/r/actions/jobs/1/logs")
    return void response.writeHead(302, { location: "https://storage.test/log" }).end();
  if (name === "pages.test/o/api/v1/meta.json") return void json({ generator: "agentops" });
  if (name === "storage.test/log") return void response.end("hello");
  if (name === "otlp.test/v1/traces") return void json({});
  response.writeHead(404).end();
}

/** What the requests of a process bring that has this environment. */
async function requestsOf(env: Record<string, string>): Promise<Record<string, unknown>> {
  const { PATH = "" } = process.env;
  const file = join(import.meta.dirname, "private-network-child.ts");
  const child = spawn(process.execPath, [file], {
    env: { PATH, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let text = "";
  for await (const piece of child.stdout) text += piece;
  return JSON.parse(text);
}

describe("every request of ours", () => {
  it("goes through the proxy, and trusts the authority of the company", async () => {
    const { proxy, authority, connected } = await aPrivateNetwork(answer);
    const told = await requestsOf({ HTTPS_PROXY: proxy, NODE_EXTRA_CA_CERTS: authority });
    expect(told).toEqual({
      repository: { id: 1 },
      rate: 200,
      pages: { kind: "workflow", url: "https://pages.test/o/", shows: "ours" },
      log: "hello",
      otlp: "ok: https://otlp.test/v1/traces took a span",
    });
    expect(new Set(connected)).toEqual(new Set(["api.test", "pages.test", "storage.test", "otlp.test"]));
  }, 120_000);

  it("says what is wrong where the authority is not trusted, and where there is no proxy", async () => {
    const { proxy } = await aPrivateNetwork(answer);
    const untrusted = await requestsOf({ HTTPS_PROXY: proxy });
    expect(untrusted["repository"]).toContain("certificate");
    expect(untrusted["pages"]).toEqual({ kind: "unanswered", status: 0 });
    expect(untrusted["otlp"]).toContain("certificate");
    const alone = await requestsOf({});
    expect(alone["repository"]).toContain("api.test");
    expect(alone["rate"]).toBe(0);
  }, 120_000);
});

describe("a request", () => {
  it("reads a body up to its limit and no further", async () => {
    let sent = 0;
    const url = await aServer((_, response) => {
      const more = (): void => {
        sent += 1;
        if (!response.destroyed && response.write("x".repeat(500))) setImmediate(more);
      };
      response.on("drain", more);
      more();
    });
    await expect(http(url, LIMITS).then((response) => response.text())).rejects.toThrow(BodyTooLarge);
    expect(sent).toBeLessThan(10_000);
    expect(await http(await aServer((_, response) => response.end("y".repeat(1000))), LIMITS)).toBeDefined();
  });

  it("follows where an address moved, tells so, and keeps credentials to their origin", async () => {
    const seen: (string | undefined)[] = [];
    const elsewhere = await aServer(({ headers }, response) => {
      seen.push(headers.authorization);
      response.end("there");
    });
    const url = await aServer(({ headers, url: path }, response) => {
      seen.push(headers.authorization);
      response.writeHead(301, { location: path === "/a" ? "/b" : elsewhere }).end();
    });
    let hops = 0;
    const response = await http(`${url}/a`, {
      ...{ ...LIMITS, headers: { authorization: "token x" } },
      onRedirect: () => {
        hops += 1;
      },
    });
    expect(await response.text()).toBe("there");
    expect([hops, seen]).toEqual([2, ["token x", "token x", undefined]]);
  });

  it("ends a circle of redirects, and does not follow where it was told not to", async () => {
    const url = await aServer((_, response) => response.writeHead(302, { location: "/again" }).end());
    await expect(http(url, LIMITS)).rejects.toThrow("more than 5 redirects");
    expect((await http(url, { ...LIMITS, redirect: "manual" })).status).toBe(302);
  });
});

describe("the proxy of an address", () => {
  const https = { HTTPS_PROXY: "proxy.corp:3128", NO_PROXY: "ghe.corp, .internal,*.lab,api.only:8443" };
  it.each([
    ["https://api.github.com/x", https, "http://proxy.corp:3128"],
    ["http://api.github.com/x", https, null],
    ["http://api.github.com/x", { http_proxy: "http://p:1" }, "http://p:1"],
    ["https://127.0.0.1:8080/", https, null],
    ["https://localhost/", https, null],
    ["https://ghe.corp/", https, null],
    ["https://api.ghe.corp/", https, null],
    ["https://notghe.corp/", https, "http://proxy.corp:3128"],
    ["https://a.internal/", https, null],
    ["https://b.lab/", https, null],
    ["https://api.only:8443/", https, null],
    ["https://api.only/", https, "http://proxy.corp:3128"],
    ["https://anything/", { ...https, no_proxy: "*" }, null],
  ])("of %s", (url, environment, proxy) => {
    expect(proxyFor(new URL(url), environment)).toBe(proxy);
  });
});
