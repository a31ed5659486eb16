import type { Server } from "node:http";
import type { Socket } from "node:net";

/**
 * Holds a server to so many connections by closing, for each that is one too many, the one that has been idle for
 * the longest: whoever keeps connections open without using them shuts out nobody else. Only where every one of
 * them is being answered, the new one is refused.
 */
export function boundConnections(server: Server, most: number): void {
  /** By when they were last used: a map keeps the order in which its keys came. */
  const idle = new Map<Socket, null>();
  let open = 0;
  server.on("connection", (socket: Socket) => {
    open += 1;
    idle.set(socket, null);
    socket.once("close", () => {
      open -= 1;
      idle.delete(socket);
    });
    if (open <= most) return;
    const [oldest = socket] = idle.keys();
    idle.delete(oldest);
    oldest.destroy();
  });
  server.on("request", ({ socket }, response) => {
    idle.delete(socket);
    response.once("close", () => {
      if (!socket.destroyed) idle.set(socket, null);
    });
  });
}
