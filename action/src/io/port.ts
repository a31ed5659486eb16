import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { UserError } from "#core/errors.ts";

/** How many ports are tried upwards of the wanted one. */
const TRIES = 50;

/** Listens on loopback at the wanted port, or the next free one above it; 0 lets the system choose. */
export async function listenOnFreePort(server: Server, wanted: number): Promise<number> {
  for (let port = wanted; port < wanted + TRIES && port <= 65_535; port++) {
    if (await listen(server, port)) return (server.address() as AddressInfo).port;
  }
  throw new UserError(
    `ports ${wanted} to ${wanted + TRIES - 1} are all taken`,
    "Choose another with --port.",
  );
}

function listen(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException) => {
      server.off("listening", onListening);
      if (error.code === "EADDRINUSE" || error.code === "EACCES") resolve(false);
      else reject(error);
    };
    const onListening = () => {
      server.off("error", onError);
      resolve(true);
    };
    server.once("error", onError).once("listening", onListening).listen(port, "127.0.0.1");
  });
}
