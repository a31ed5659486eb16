import { readFile, realpath, stat } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { extname, join, sep } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { boundConnections } from "#io/idle-connections.ts";
import { liveReload } from "#io/live-reload.ts";
import { foreignPage } from "#io/local-request.ts";
import { listenOnFreePort } from "#io/port.ts";

const compress = promisify(gzip);

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".png": "image/png",
  ".prom": "text/plain; charset=utf-8",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".woff2": "font/woff2",
  ".xml": "application/xml; charset=utf-8",
};
/** A browser keeps six, and one for each page that waits for a reload. */
const MOST_CONNECTIONS = 200;
const COMPRESSED = /^text\/|json|xml|svg/;

export type StaticServer = { url: string; port: number; close(): Promise<void> };

export type StaticServerOptions = {
  directory: string;
  /** The port to try first; a taken one gives way to the next. 0 (the default): any. */
  port?: number;
  /** The path the site lives under, as on a project's Pages: `/agent-fleet/`. */
  base?: string;
  /** Reloads open pages when the directory is replaced; nothing is cached then. */
  reload?: boolean;
};

/**
 * Serves a folder on loopback as GitHub Pages would: gzip, ten minutes of cache, `/x` → `/x/` for folders,
 * `/x` for `x.html`, and `404.html` for what is not there.
 */
export async function startStaticServer(options: StaticServerOptions): Promise<StaticServer> {
  const base = `/${(options.base ?? "").split("/").filter(Boolean).join("/")}/`.replace("//", "/");
  const reloading = options.reload ? liveReload(options.directory) : null;

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    if (foreignPage(request.headers) !== null) return refuse(response, 403);
    if (request.method !== "GET" && request.method !== "HEAD") return refuse(response, 405);
    const path = pathOf(request.url ?? "/");
    if (path === null) return refuse(response, 400);
    if (reloading?.handle(path, response)) return;
    if (path === base.slice(0, -1)) return redirect(response, base);
    const inside = path.startsWith(base) ? path.slice(base.length) : null;
    const found = inside === null ? null : await find(options.directory, inside);
    if (found === "folder") return redirect(response, `${encodeURI(path)}/`);
    const file = found ?? (await find(options.directory, "404.html"));
    if (file === null || file === "folder") return refuse(response, 404);
    await send(request, response, file, found === null ? 404 : 200);
  };

  const send = async (request: IncomingMessage, response: ServerResponse, file: string, status: number) => {
    const type = TYPES[extname(file).toLowerCase()] ?? "application/octet-stream";
    const content = await readFile(file);
    const page = reloading !== null && type.startsWith("text/html") ? reloading.inject(content) : content;
    const zipped = COMPRESSED.test(type) && /\bgzip\b/.test(request.headers["accept-encoding"] ?? "");
    const body = zipped ? await compress(page) : page;
    response.writeHead(status, {
      "content-type": type,
      "content-length": body.length,
      "cache-control": reloading === null ? "max-age=600" : "no-store",
      vary: "Accept-Encoding",
      "x-content-type-options": "nosniff",
      "cross-origin-resource-policy": "same-origin",
      ...(zipped ? { "content-encoding": "gzip" } : {}),
    });
    response.end(request.method === "HEAD" ? undefined : body);
  };

  const server = createServer((request, response) => {
    answer(request, response).catch(() => refuse(response, 500));
  });
  boundConnections(server, MOST_CONNECTIONS);
  const port = await listenOnFreePort(server, options.port ?? 0);
  return {
    url: `http://127.0.0.1:${port}${base}`,
    port,
    async close() {
      reloading?.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The decoded path; null when it is malformed or tries to climb. */
function pathOf(url: string): string | null {
  try {
    const path = decodeURIComponent(url.replace(/[?#].*$/s, ""));
    const climbs = path.split(/[/\\]/).includes("..") || path.includes("\0") || path.includes("\\");
    return path.startsWith("/") && !climbs ? path : null;
  } catch {
    return null;
  }
}

/** The file that answers a path within the directory, "folder" for one that lacks its slash, null for none. */
async function find(directory: string, path: string): Promise<string | "folder" | null> {
  const root = await realpath(directory).catch(() => null);
  if (root === null) return null;
  const wanted = path === "" || path.endsWith("/") ? [`${path}index.html`] : [path, `${path}.html`];
  for (const candidate of wanted) {
    const file = await realpath(join(root, candidate)).catch(() => null);
    if (file === null || !file.startsWith(root + sep)) continue;
    const kind = await stat(file);
    if (kind.isFile()) return file;
    if (kind.isDirectory() && candidate === path) return "folder";
  }
  return null;
}

function redirect(response: ServerResponse, location: string): void {
  // A path such as `//elsewhere.example` must not become another host.
  response.writeHead(301, { location: location.replace(/^\/+/, "/") }).end();
}

function refuse(response: ServerResponse, status: number): void {
  if (response.headersSent) response.destroy();
  else response.writeHead(status, { "content-type": "text/plain; charset=utf-8" }).end(`${status}\n`);
}
