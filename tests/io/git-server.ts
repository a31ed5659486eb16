import { execFileSync, spawn } from "node:child_process";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

/** Git's own server program behind HTTP, which asks for a token as GitHub does. */
export type GitServer = {
  url: string;
  /** Every request: `POST /octo-org/agent-fleet.git/git-receive-pack` and its `Authorization` headers. */
  requests: { line: string; authorization: string[] }[];
  /** Answers of the next requests whose line matches, before git sees them. */
  refuse: { match: RegExp; status: number; times: number }[];
  /** How many pushes are taken without an answer: the connection breaks. */
  dropAnswers: number;
  close(): Promise<void>;
};

const { PATH } = process.env;
const BACKEND = join(execFileSync("git", ["--exec-path"], { encoding: "utf8" }).trim(), "git-http-backend");

export async function gitServer(root: string, token: string): Promise<GitServer> {
  const expected = `basic ${Buffer.from(`x-access-token:${token}`).toString("base64")}`;
  const server = createServer((request, response) => {
    const authorization = request.rawHeaders.filter(
      (_, index, all) => all[index - 1]?.toLowerCase() === "authorization",
    );
    const line = `${request.method} ${request.url}`;
    self.requests.push({ line, authorization });
    const refusal = self.refuse.find(({ match, times }) => times > 0 && match.test(line));
    if (refusal) {
      refusal.times -= 1;
      response.writeHead(refusal.status).end();
    } else if (authorization.length > 1) response.writeHead(400).end();
    else if (authorization[0]?.toLowerCase() !== expected.toLowerCase())
      response.writeHead(401, { "WWW-Authenticate": 'Basic realm="GitHub"' }).end();
    else {
      const drop = request.method === "POST" && line.endsWith("receive-pack") && self.dropAnswers-- > 0;
      serve(root, request, response, drop);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const self: GitServer = {
    url: `http://127.0.0.1:${port}`,
    requests: [],
    refuse: [],
    dropAnswers: 0,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return self;
}

/** One request by CGI: head and body come back on one stream. */
function serve(root: string, request: IncomingMessage, response: ServerResponse, drop: boolean): void {
  const { pathname, search } = new URL(request.url ?? "/", "http://localhost");
  const child = spawn(BACKEND, {
    env: {
      PATH,
      GIT_PROJECT_ROOT: root,
      GIT_HTTP_EXPORT_ALL: "1",
      REMOTE_USER: "bot",
      REQUEST_METHOD: request.method,
      PATH_INFO: pathname,
      QUERY_STRING: search.slice(1),
      CONTENT_TYPE: request.headers["content-type"],
      HTTP_CONTENT_ENCODING: request.headers["content-encoding"],
      HTTP_GIT_PROTOCOL: request.headers["git-protocol"] as string | undefined,
    },
  });
  request.pipe(child.stdin);
  const chunks: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  child.on("close", () => {
    if (drop) return void response.destroy();
    const answer = Buffer.concat(chunks);
    const end = answer.indexOf("\r\n\r\n");
    const headers = answer
      .toString("latin1", 0, end)
      .split("\r\n")
      .map((header) => header.split(": ", 2) as [string, string]);
    const status = Number(headers.find(([name]) => name === "Status")?.[1].slice(0, 3) ?? 200);
    response.writeHead(status, Object.fromEntries(headers.filter(([name]) => name !== "Status")));
    response.end(answer.subarray(end + 4));
  });
}
