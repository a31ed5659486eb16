import { type FSWatcher, watch } from "node:fs";
import type { ServerResponse } from "node:http";
import { basename, dirname, resolve } from "node:path";

const SCRIPT = "/__agentops/reload.js";
const STREAM = "/__agentops/reload";
/** A script of its own, because the pages' policy allows no inline one. */
const CLIENT = `new EventSource("${STREAM}").onmessage = () => location.reload();\n`;
const TAG = `<script src="${SCRIPT}"></script>`;
/** A build replaces the folder in several steps; pages reload once, after the last. */
const SETTLE_MS = 200;

export type LiveReload = {
  /** Answers the two addresses above; false for any other. */
  handle(path: string, response: ServerResponse): boolean;
  inject(page: Buffer): Buffer;
  close(): void;
};

/** Tells open pages to reload when the directory, or its place in the parent, changes. */
export function liveReload(directory: string): LiveReload {
  const listeners = new Set<ServerResponse>();
  const place = resolve(directory);
  let settling: NodeJS.Timeout | undefined;
  const changed = () => {
    clearTimeout(settling);
    settling = setTimeout(() => {
      for (const listener of listeners) listener.write("data: changed\n\n");
    }, SETTLE_MS);
  };
  // A build swaps a new folder in, so the parent is watched; watching the folder would follow the old one.
  const watcher: FSWatcher = watch(dirname(place), (_event, name) => {
    if (name === basename(place)) changed();
  });
  return {
    handle(path, response) {
      if (path === SCRIPT) {
        response.writeHead(200, { "content-type": "text/javascript; charset=utf-8" }).end(CLIENT);
        return true;
      }
      if (path !== STREAM) return false;
      response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
      response.write(": open\n\n");
      listeners.add(response);
      response.on("close", () => listeners.delete(response));
      return true;
    },
    inject: (page) => Buffer.from(page.toString("utf8").replace("</body>", `${TAG}</body>`)),
    close() {
      clearTimeout(settling);
      watcher.close();
      for (const listener of listeners) listener.end();
    },
  };
}
