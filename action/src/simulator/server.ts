import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { serve, type World } from "#simulator/api.ts";
import { deliver } from "#simulator/delivery.ts";
import { BOT } from "#simulator/endpoints/issues.ts";
import { createFaults, type Faults, replacement } from "#simulator/faults.ts";
import type { SimulatedRepository } from "#simulator/model.ts";
import type { Permissions } from "#simulator/permissions.ts";
import { createPrimaryLimit } from "#simulator/primary-limit.ts";
import { createSecondaryLimit } from "#simulator/secondary-limit.ts";
import { createStorage } from "#simulator/storage.ts";
import type { Exchange } from "#simulator/transcript.ts";

export type SimulatorOptions = {
  repositories: SimulatedRepository[];
  /** What `Authorization` must carry; made up when absent. */
  token?: string;
  /** Whom the token writes as: by default a job's, else a person or an app. */
  login?: string;
  /**
   * The `permissions:` block of a workflow: what is not listed is denied, as in Actions. Default: all write.
   * Enforced for public repositories too, where GitHub lets everybody read: a workflow must suit private ones.
   */
  permissions?: Permissions;
  /** Full names of the repositories that the token was made for; default: all of them. */
  installedOn?: string[];
  /** `perHour` null switches the primary limit and its headers off. Default: 1,000 and the secondary limits. */
  limits?: { perHour: number | null; secondary: boolean };
  /** Epoch milliseconds; drives limits, ages of logs and signed addresses. */
  now?: () => number;
  /** Added to every answer. */
  latencyMs?: number;
  /** 0 (default): any free one. */
  port?: number;
};

export type Simulator = {
  /** Base of the API, without a slash at the end: what `GITHUB_API_URL` would be. */
  url: string;
  token: string;
  /** Every request, in the order of the answers. */
  transcript: Exchange[];
  faults: Faults;
  /** The truth being served; change it and the answers change. */
  repositories: SimulatedRepository[];
  close(): Promise<void>;
};

/** Longer than clients keep idle connections, so that the server never closes one that is being used again. */
const KEEP_ALIVE = 65_000;

/** GitHub's REST API over real HTTP on 127.0.0.1, serving what `repositories` hold. */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const { repositories, token = "ghs_simulated", now = Date.now, latencyMs = 0 } = options;
  const limits = options.limits ?? { perHour: 1_000, secondary: true };
  const transcript: Exchange[] = [];
  const faults = createFaults();
  const world: World = {
    repositories,
    token,
    login: options.login ?? BOT.login,
    permissions: options.permissions ?? null,
    installedOn: options.installedOn ?? null,
    now,
    primary: createPrimaryLimit(limits.perHour, now),
    points: createPrimaryLimit(limits.perHour, now, "graphql"),
    secondary: createSecondaryLimit(limits.secondary, now),
    storage: createStorage(now),
    urls: { api: "", storage: "" },
  };

  const server = createServer({ keepAliveTimeout: KEEP_ALIVE }, (request, response) => {
    world.secondary.enter();
    response.on("close", world.secondary.leave);
    void handle(request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(options.port ?? 0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  // The storage has another origin, so that clients must drop the token when they follow a redirect.
  world.urls = { api: `http://127.0.0.1:${port}`, storage: `http://localhost:${port}` };

  return {
    url: world.urls.api,
    token,
    transcript,
    faults: { add: faults.add, clear: faults.clear },
    repositories,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = "GET", url: target = "/", headers } = request;
    const body = await text(request);
    if (body === null) return;
    const fault = faults.strike(`${method} ${target}`);
    const incoming = { method, target, headers, body };
    const { answer, route, remaining } = serve(world, incoming, fault && replacement(fault));
    const status = fault?.kind === "reset" ? 0 : answer.status;
    transcript.push({ method, path: target, status, route, remaining });
    const slowness = fault?.kind === "slow" ? (fault.seconds ?? 1) * 1000 : 0;
    if (latencyMs + slowness > 0) await wait(latencyMs + slowness, undefined, { ref: false });
    deliver(response, method, answer, now(), fault?.kind ?? null);
  }
}

/** Null when the client went away. */
async function text(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of request) chunks.push(chunk);
  } catch {
    return null;
  }
  return Buffer.concat(chunks).toString("utf8");
}
