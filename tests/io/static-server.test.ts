import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from "node:fs/promises";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type StaticServerOptions, startStaticServer } from "#io/static-server.ts";

let folder: string;
const closing: (() => Promise<unknown>)[] = [];

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), "site-")), "_site");
  await mkdir(join(folder, "runs"), { recursive: true });
  await writeFile(join(folder, "index.html"), `<html><body>home${" ".repeat(2000)}</body></html>`);
  await writeFile(join(folder, "runs/index.html"), "runs");
  await writeFile(join(folder, "about.html"), "about");
  await writeFile(join(folder, "404.html"), "lost");
  await writeFile(join(folder, "..", "secret.txt"), "secret");
});

afterEach(async () => {
  for (const close of closing.splice(0)) await close();
  await rm(join(folder, ".."), { recursive: true, force: true });
});

async function serving(options: Partial<StaticServerOptions> = {}) {
  const server = await startStaticServer({ directory: folder, ...options });
  closing.push(server.close);
  return server;
}

/** `fetch` tidies paths up before sending them; this does not. */
function raw(
  port: number,
  path: string,
  method = "GET",
  headers: Record<string, string> = {},
): Promise<{ status: number; location?: string; text: string }> {
  return new Promise((resolve, reject) => {
    request({ host: "127.0.0.1", port, path, method, headers }, (response) => {
      let text = "";
      response.on("data", (chunk) => {
        text += chunk;
      });
      response.on("end", () => {
        const { location } = response.headers;
        resolve({ status: response.statusCode ?? 0, text, ...(location === undefined ? {} : { location }) });
      });
    })
      .on("error", reject)
      .end();
  });
}

describe("the static server", () => {
  it("answers as Pages does: folders, pages without ending, and its own 404", async () => {
    const { port } = await serving();
    expect(await raw(port, "/runs")).toMatchObject({ status: 301, location: "/runs/" });
    expect((await raw(port, "/runs/")).text).toBe("runs");
    expect((await raw(port, "/about")).text).toBe("about");
    expect((await raw(port, "/about?x=1#y")).text).toBe("about");
    expect(await raw(port, "/nowhere/at/all")).toEqual({ status: 404, text: "lost" });
  });

  it("compresses and lets browsers keep what they have for ten minutes", async () => {
    const { url } = await serving();
    const response = await fetch(url, { headers: { "accept-encoding": "gzip" } });
    expect(response.headers.get("content-encoding")).toBe("gzip");
    expect(response.headers.get("cache-control")).toBe("max-age=600");
    expect(Number(response.headers.get("content-length"))).toBeLessThan(200);
    expect(await response.text()).toContain("home");
  });

  it.each([
    "/../secret.txt",
    "/runs/../../secret.txt",
    "/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
    "/..%5csecret.txt",
    "/%00",
    "/%",
  ])("refuses %s", async (path) => {
    const { port } = await serving();
    const { status, text } = await raw(port, path);
    expect(status).toBe(400);
    expect(text).not.toContain("secret");
  });

  it("does not follow a link out of the folder, nor send a reader elsewhere", async () => {
    await symlink(join(folder, "..", "secret.txt"), join(folder, "link.txt"));
    const { port } = await serving();
    expect((await raw(port, "/link.txt")).status).toBe(404);
    await mkdir(join(folder, "evil.example"));
    expect((await raw(port, "//evil.example")).location ?? "/").toMatch(/^\/(?!\/)/);
    expect((await raw(port, "/", "POST")).status).toBe(405);
  });

  it.each([
    ["under a name that a page lets resolve to this machine", { host: "rebound.evil.example" }],
    ["by a page of another site", { origin: "https://evil.example" }],
    ["from within another site", { "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors" }],
    [
      "in a frame of another site",
      { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "iframe" },
    ],
    ["from another port of this machine", { "sec-fetch-site": "same-site", "sec-fetch-mode": "cors" }],
  ])("does not answer what is asked %s", async (_, headers) => {
    const { port } = await serving({ reload: true });
    for (const path of ["/", "/runs/", "/__agentops/reload.js"]) {
      const { status, text } = await raw(port, path, "GET", headers);
      expect(status).toBe(403);
      expect(text).not.toMatch(/home|runs|EventSource/);
    }
  });

  it("answers its own pages, and whoever follows a link to it", async () => {
    const { port } = await serving();
    const own = { host: `localhost:${port}`, origin: `http://localhost:${port}` };
    expect((await raw(port, "/", "GET", { ...own, "sec-fetch-site": "same-origin" })).status).toBe(200);
    const followed = { "sec-fetch-mode": "navigate", "sec-fetch-dest": "document" };
    expect((await raw(port, "/", "GET", { "sec-fetch-site": "cross-site", ...followed })).status).toBe(200);
    expect((await raw(port, "/", "GET", { "sec-fetch-site": "none" })).status).toBe(200);
  });

  it("puts a site below a path, as a project's Pages are", async () => {
    const { port, url } = await serving({ base: "agent-fleet" });
    expect(url).toMatch(/\/agent-fleet\/$/);
    expect((await raw(port, "/agent-fleet/runs/")).text).toBe("runs");
    expect(await raw(port, "/agent-fleet")).toMatchObject({ status: 301, location: "/agent-fleet/" });
    expect((await raw(port, "/runs/")).status).toBe(404);
  });

  it("takes the next port when the wanted one is taken", async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => taken.once("listening", resolve));
    closing.push(() => new Promise((resolve) => taken.close(resolve)));
    const wanted = (taken.address() as AddressInfo).port;
    expect((await serving({ port: wanted })).port).toBeGreaterThan(wanted);
  });

  it("tells open pages to reload when a new site is swapped in", async () => {
    const { url } = await serving({ reload: true });
    const page = await (await fetch(url)).text();
    const script = /src="([^"]+)"/.exec(page)?.[1] ?? "";
    expect(await (await fetch(new URL(script, url))).text()).toContain("EventSource");
    const stream = await fetch(new URL("/__agentops/reload", url));
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader?.read())?.value).toContain("open");
    await rename(folder, `${folder}-old`);
    await mkdir(folder);
    expect((await reader?.read())?.value).toContain("changed");
    await reader?.cancel();
  });
});
