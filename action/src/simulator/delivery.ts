import type { ServerResponse } from "node:http";
import type { Answer } from "#simulator/answer.ts";
import type { FaultKind } from "#simulator/faults.ts";

/** Puts the answer on the wire, or fails to in the way that the fault says. */
export function deliver(
  response: ServerResponse,
  method: string,
  answer: Answer,
  now: number,
  fault: FaultKind | null,
): void {
  if (fault === "reset") {
    response.socket?.resetAndDestroy();
    return;
  }
  const bytes = Buffer.from(answer.body);
  response.sendDate = false;
  response.writeHead(answer.status, {
    date: new Date(now).toUTCString(),
    server: "github.com",
    "x-github-media-type": "github.v3; format=json",
    ...answer.headers,
    ...(answer.status !== 204 && answer.status !== 304 && { "content-length": bytes.length }),
  });
  if (fault === "truncated") response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
  else if (fault === "stalled") response.write(bytes.subarray(0, bytes.length / 2));
  else response.end(method === "HEAD" ? undefined : bytes);
}
