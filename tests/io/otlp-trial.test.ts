import { createServer, type RequestListener } from "node:http";
import { createServer as createTcpServer } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { otlpRecords } from "#core/telemetry/otlp/records.ts";
import { tryOtlp } from "#io/otlp-trial.ts";
import { listenOnFreePort } from "#io/port.ts";

const SECRET = "Basic bG9naW46Z2xjX3NlY3JldA==";
const HEADERS = `Authorization=${encodeURIComponent(SECRET)},X-Scope-OrgID=tenant-1`;

async function endpoint(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  onTestFinished(() => void server.close().closeAllConnections());
  return `http://127.0.0.1:${await listenOnFreePort(server, 0)}`;
}

/** An endpoint that answers everything alike. */
const answering = (status: number, body = "", headers: Record<string, string> = {}) =>
  endpoint((request, response) => {
    request.resume();
    response.writeHead(status, headers).end(body);
  });

describe("trying an OTLP endpoint", () => {
  it("sends one real span with the headers, to the path that exporters use", async () => {
    const seen: {
      url: string | undefined;
      authorization: string | undefined;
      tenant: unknown;
      body: string;
    }[] = [];
    const url = await endpoint(async (request, response) => {
      let body = "";
      for await (const piece of request) body += piece;
      const { authorization, "x-scope-orgid": tenant } = request.headers;
      seen.push({ url: request.url, authorization, tenant, body });
      response.writeHead(200, { "content-type": "application/json" }).end("{}");
    });
    expect(await tryOtlp(`${url}/otlp/`, HEADERS)).toEqual({
      ...{ name: "OTLP endpoint", state: "ok", fix: null },
      detail: `${url}/otlp/v1/traces took a span`,
    });
    expect(await tryOtlp(`${url}/v1/traces`, "")).toMatchObject({ state: "ok" });
    expect(seen).toMatchObject([
      { url: "/otlp/v1/traces", authorization: SECRET, tenant: "tenant-1" },
      { url: "/v1/traces", authorization: undefined },
    ]);
    const { spans } = otlpRecords(JSON.parse(seen[0]?.body ?? "{}"));
    expect(spans).toMatchObject([{ name: "agentops doctor" }]);
    expect(spans[0]?.traceId).toMatch(/^[0-9a-f]{32}$/);
  });

  it.each([
    ["an empty answer", 200, "", "ok", "took a span"],
    ["a warning", 200, '{"partialSuccess":{"errorMessage":"slow down"}}', "ok", "took a span: slow down"],
    [
      "a refusal of the span",
      200,
      '{"partialSuccess":{"rejectedSpans":"1","errorMessage":"too old"}}',
      "warn",
      "too old",
    ],
    ["a page", 200, "<!doctype html><title>Log in</title>", "broken", "not OTLP's"],
    ["no JSON taken", 415, "", "broken", "answers 415"],
    ["wrong credentials", 401, '{"message":"invalid token"}', "broken", "answers 401: invalid token"],
    ["missing rights", 403, "", "broken", "answers 403"],
    ["a wrong path", 404, "404 page not found", "broken", "answers 404: 404 page not found"],
    ["a quota", 429, "", "warn", "answers 429"],
    ["a failure", 503, "<html>", "unknown", "answers 503"],
  ])("says what %s means", async (_, status, body, state, found) => {
    const check = await tryOtlp(await answering(status, body), HEADERS);
    expect(check.state).toBe(state);
    expect(check.detail).toContain(found);
    expect(check.fix === null).toBe(state === "ok");
  });

  it("follows no redirect, which would take the headers along", async () => {
    const check = await tryOtlp(
      await answering(307, "", { location: "https://elsewhere.example/v1/traces" }),
      HEADERS,
    );
    expect(check).toMatchObject({ state: "broken", fix: "Give the address it redirects to." });
  });

  it("never repeats a header, even if the answer does", async () => {
    const url = await endpoint((request, response) => {
      request.resume();
      response.writeHead(401).end(`no such user: ${request.headers.authorization} of tenant-1`);
    });
    const { detail } = await tryOtlp(url, HEADERS);
    expect(detail).toContain("no such user: [redacted] of [redacted]");
    expect(detail).not.toContain("bG9naW46");
  });

  it.each([
    ["a port where nothing listens", "", /refuses the connection/],
    ["a receiver without TLS asked with TLS", "https", /does not speak TLS/],
    ["a receiver of gRPC", "garbage", /does not speak HTTP\/1\.1/],
  ])("knows %s", async (_, kind, words) => {
    const server = createTcpServer((socket) => {
      socket.on("error", () => {});
      socket.end("\u0000\u0000\u0012\u0004\u0000\u0000\u0000\u0000");
    });
    const port = await new Promise<number>((resolve) =>
      server.listen(0, "127.0.0.1", () => {
        const address = server.address();
        resolve(typeof address === "object" ? (address?.port ?? 0) : 0);
      }),
    );
    onTestFinished(() => void server.close());
    if (kind === "") await new Promise((resolve) => server.close(resolve));
    const check = await tryOtlp(`${kind === "https" ? "https" : "http"}://127.0.0.1:${port}`, "");
    expect(check).toMatchObject({ state: "broken" });
    expect(check.detail).toMatch(words);
  });

  it.each([
    ["otlp.example:4318", "", /no http\(s\) address/],
    ["https://otlp.example", "glc_secret", /part 1 is no name=value/],
    ["https://otlp.example", "a=b,Bearer glc_secret", /part 2 is no name=value/],
  ])("refuses %s with headers that are none, and shows no value", async (url, headers, words) => {
    const error = await tryOtlp(url, headers).catch(String);
    expect(error).toMatch(words);
    expect(error).not.toContain("glc_secret");
  });
});
