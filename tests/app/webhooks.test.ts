import { createHmac } from "node:crypto";
import { createServer, type IncomingHttpHeaders } from "node:http";
import { describe, expect, it, onTestFinished } from "vitest";
import { tellWebhooks } from "#app/announce/webhooks.ts";
import { newestEpisodes, storeAlerts } from "#app/judge-alerts.ts";
import { Config } from "#core/config.ts";
import { repositoryLinks } from "#core/links.ts";
import type { Transition } from "#core/records/alert.ts";
import { addSeconds } from "#core/time.ts";
import { listenOnFreePort } from "#io/port.ts";
import { sendWebhook } from "#io/webhook.ts";
import { emptyRepository } from "#simulator/builders.ts";
import { aCondition, anAlert } from "../builders.ts";
import { aWorld, REPOSITORY, type World } from "./sync-world.ts";

const SECRET = `whsec_${Buffer.from("a key of twenty-four bytes").toString("base64")}`;

type Received = { headers: IncomingHttpHeaders; body: string };

/** A receiver that answers as it is told, then with 200; null is a connection that is cut. */
async function aReceiver(answers: (number | null)[] = []): Promise<{ url: string; received: Received[] }> {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const piece of request) body += piece;
    received.push({ headers: request.headers, body });
    const status = answers.length > 0 ? answers.shift() : 200;
    if (status === null) return void request.socket.destroy();
    response
      .writeHead(status ?? 200, status === 302 ? { location: "https://elsewhere.example/" } : {})
      .end("ok");
  });
  onTestFinished(() => void server.close().closeAllConnections());
  return { url: `http://127.0.0.1:${await listenOnFreePort(server, 0)}/hook`, received };
}

const at = (kind: Transition["kind"], hour: number, over: Partial<Transition> = {}): Transition => ({
  ...{
    kind,
    at: addSeconds("2026-11-20T00:00:00Z", hour * 3600),
    severity: "warning",
    value: 0.5,
    mark: null,
    quiet: false,
  },
  ...over,
});

async function aWorldWith(transitions: Transition[]): Promise<World> {
  const world = await aWorld(emptyRepository());
  await storeAlerts(world.store, [anAlert({ state: "firing", transitions })]);
  return world;
}

async function happens(world: World, transition: Transition): Promise<void> {
  const [alert] = await newestEpisodes(world.store);
  if (alert === undefined) throw new Error("there is no alert");
  const transitions = [...alert.transitions, transition];
  const state = transition.kind === "resolve" ? "resolved" : "firing";
  await storeAlerts(world.store, [{ ...alert, state, transitions, revision: alert.revision + 1 }]);
}

function channel(kind: string, over = {}) {
  const [webhook] = Config.parse({ alerts: { webhooks: [{ name: "ops", kind, ...over }] } }).alerts.webhooks;
  if (webhook === undefined) throw new Error("no webhook");
  return webhook;
}

async function tell(world: World, url: string, of = channel("standard")): Promise<boolean> {
  const { store, clock, report } = world.effects();
  const address = { url, key: "a-routing-key", secret: SECRET };
  return tellWebhooks(
    {
      ...{ store, clock, report },
      sender:
        () =>
        ({ kind }, message) =>
          sendWebhook(kind, message, address, clock.now(), { local: true }),
    },
    {
      channels: [of],
      repository: REPOSITORY,
      links: { repository: repositoryLinks("https://github.com", REPOSITORY), site: null },
    },
  );
}

const ids = (received: readonly Received[]) => received.map(({ headers }) => headers["webhook-id"]);
const bodies = (received: readonly Received[]) => received.map(({ body }) => JSON.parse(body));

describe("a webhook", () => {
  it("is told each change once, signed as Standard Webhooks say", async () => {
    const { url, received } = await aReceiver();
    const world = await aWorldWith([at("fire", 1)]);
    expect(await tell(world, url)).toBe(true);
    expect(await tell(world, url)).toBe(false);
    await happens(world, at("resolve", 5));
    await tell(world, url);
    expect(bodies(received).map(({ type }) => type)).toEqual([
      "agentops.alert.fired",
      "agentops.alert.resolved",
    ]);
    const [{ headers, body } = { headers: {}, body: "" }] = received;
    const signed = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`;
    const key = Buffer.from(SECRET.slice("whsec_".length), "base64");
    const digest = createHmac("sha256", key).update(signed).digest("base64");
    expect(headers["webhook-signature"]).toBe(`v1,${digest}`);
  });

  it.each([[500], [429], [503], [null]])(
    "that answers %s is asked once more, then by the next sync, with the same id",
    async (answer) => {
      const { url, received } = await aReceiver([answer, answer]);
      const world = await aWorldWith([at("fire", 1)]);
      await tell(world, url);
      expect(received).toHaveLength(2);
      expect(world.warnings).toEqual([expect.stringContaining("tried again at the next syncs")]);
      await tell(world, url);
      expect(new Set(ids(received)).size).toBe(1);
      expect(received).toHaveLength(3);
      expect(await tell(world, url)).toBe(false);
    },
  );

  it.each([[410], [400], [302]])("that answers %s is given up, and the reason is kept", async (answer) => {
    const { url, received } = await aReceiver([answer]);
    const world = await aWorldWith([at("fire", 1)]);
    await tell(world, url);
    await happens(world, at("escalate", 2, { severity: "critical" }));
    await tell(world, url);
    expect(received).toHaveLength(1);
    const [alert] = await newestEpisodes(world.store);
    expect(alert?.deliveries).toMatchObject([{ channel: "ops", dead: `it answered ${answer}` }]);
  });

  it("that is down for a day is given up then, and no sooner", async () => {
    const { url, received } = await aReceiver(Array(20).fill(503));
    const world = await aWorldWith([at("fire", 1)]);
    const start = world.clock.now();
    for (const hours of [0, 10, 20, 23]) {
      world.clock.set(addSeconds(start, hours * 3600));
      await tell(world, url);
    }
    expect((await newestEpisodes(world.store))[0]?.deliveries[0]?.dead).toBeNull();
    world.clock.set(addSeconds(start, 25 * 3600));
    await tell(world, url);
    expect((await newestEpisodes(world.store))[0]?.deliveries[0]?.dead).toBe("it answered 503");
    expect(received).toHaveLength(10);
  });

  it("is not told of what was over before it could be told", async () => {
    const { url, received } = await aReceiver([503, 503]);
    const world = await aWorldWith([at("fire", 1)]);
    await tell(world, url);
    await happens(world, at("resolve", 3));
    await tell(world, url);
    expect(received).toHaveLength(2);
  });

  it("is told neither of what is too slight for it nor of what flaps", async () => {
    const { url, received } = await aReceiver();
    const world = await aWorldWith([
      at("fire", 1, { severity: "notice" }),
      at("resolve", 2, { quiet: true }),
    ]);
    await tell(world, url);
    await tell(world, url, channel("standard", { severity: "critical" }));
    await tell(world, url, channel("standard", { severity: "notice", rules: ["budget"] }));
    expect(received).toEqual([]);
  });

  it("hears the language of its kind, in which a stranger's words call nobody", async () => {
    const hostile = aCondition({ subject: { kind: "work", id: "1", name: "<!channel> @everyone & *bold*" } });
    const world = await aWorld(emptyRepository());
    await storeAlerts(world.store, [
      anAlert({ state: "firing", condition: hostile, transitions: [at("fire", 1)] }),
    ]);
    const { url, received } = await aReceiver();
    for (const kind of ["slack", "teams", "discord", "pagerduty", "cloudevents"] as const)
      await tell(world, url, { ...channel(kind), name: kind });
    const [slack, teams, discord, pagerduty, cloudevents] = bodies(received);
    expect(JSON.stringify(slack)).not.toContain("<!channel>");
    expect(slack.text).toContain("&lt;!channel&gt;");
    expect(teams.attachments[0].content.type).toBe("AdaptiveCard");
    expect(discord.allowed_mentions).toEqual({ parse: [] });
    expect(pagerduty).toMatchObject({ routing_key: "a-routing-key", event_action: "trigger" });
    expect(cloudevents).toMatchObject({ specversion: "1.0", type: "agentops.alert.fired" });
  });

  it("is asked over https at a public address alone", async () => {
    const [alert] = [anAlert({ transitions: [at("fire", 1)] })];
    const refused = async (url: string) => {
      const message = { id: "msg_1", title: alert.key } as Parameters<typeof sendWebhook>[1];
      return sendWebhook("standard", message, { url, key: "", secret: null }, "2026-11-20T00:00:00Z");
    };
    for (const url of [
      "http://hooks.example/",
      "https://127.0.0.1/",
      "https://[::1]/",
      "https://10.1.2.3/",
      "https://169.254.169.254/latest",
      "https://localhost/",
      "nothing",
    ])
      expect(await refused(url)).toMatchObject({ kind: "refused", final: true });
  });
});
