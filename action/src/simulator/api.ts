import type { IncomingHttpHeaders } from "node:http";
import { authenticate, type Caller, refuse } from "#simulator/access.ts";
import { type Answer, DOCS, defect, json, notFound, problem } from "#simulator/answer.ts";
import { revalidate } from "#simulator/etag.ts";
import { answerGraphql } from "#simulator/graphql.ts";
import type { SimulatedRepository } from "#simulator/model.ts";
import { acceptedPermissions, type Permissions } from "#simulator/permissions.ts";
import type { createPrimaryLimit } from "#simulator/primary-limit.ts";
import { type Destination, findDestination } from "#simulator/router.ts";
import type { createSecondaryLimit } from "#simulator/secondary-limit.ts";
import { type createStorage, STORAGE } from "#simulator/storage.ts";

export type Incoming = { method: string; target: string; headers: IncomingHttpHeaders; body: string };
export type Served = { answer: Answer; route: string | null; remaining: number | null };

/** What the API serves, to whom, and within which limits. */
export type World = {
  repositories: SimulatedRepository[];
  token: string;
  /** Whom the token writes as. */
  login: string;
  permissions: Permissions | null;
  installedOn: readonly string[] | null;
  now: () => number;
  primary: ReturnType<typeof createPrimaryLimit>;
  /** GraphQL's. */
  points: ReturnType<typeof createPrimaryLimit>;
  secondary: ReturnType<typeof createSecondaryLimit>;
  storage: ReturnType<typeof createStorage>;
  /** Bases of the API's and the storage's addresses; known once the server listens. */
  urls: { api: string; storage: string };
};

const VERSIONS = ["2022-11-28", "2026-03-10"];
const NO_AGENT =
  "Request forbidden by administrative rules. Please make sure your request has a User-Agent header (https://docs.github.com/en/rest/overview/resources-in-the-rest-api#user-agent-required). Check https://developer.github.com for other possible causes.\n";

/** From request to answer. `instead` answers in the place of whatever was asked for; a defect of ours becomes a 500. */
export function serve(world: World, incoming: Incoming, instead: Answer | null): Served {
  try {
    return incoming.target.startsWith(STORAGE)
      ? { answer: instead ?? fromStorage(world, incoming), route: "storage", remaining: null }
      : new ApiRequest(world, incoming).served(instead);
  } catch (thrown) {
    return { answer: defect(thrown), route: null, remaining: null };
  }
}

const fromStorage = (world: World, { target, headers }: Incoming): Answer =>
  world.storage.answer(target, headers.authorization);

/** A request of the API, on its way through one gate after the other, in GitHub's order. */
class ApiRequest {
  readonly #world: World;
  readonly #incoming: Incoming;
  readonly #version: string;
  readonly #method: string;
  readonly #path: string;
  readonly #query: string;
  readonly #found: Destination | null;
  readonly #route: string | null;

  constructor(world: World, incoming: Incoming) {
    this.#world = world;
    this.#incoming = incoming;
    this.#version = String(incoming.headers["x-github-api-version"] ?? VERSIONS[0]);
    this.#method = incoming.method === "HEAD" ? "GET" : incoming.method;
    [this.#path = "", this.#query = ""] = incoming.target.split("?");
    this.#found = findDestination(world.repositories, this.#method, this.#path);
    this.#route = this.#is("GET", "/rate_limit") ? this.#path : (this.#found?.route.path ?? null);
  }

  served(instead: Answer | null): Served {
    const { headers } = this.#incoming;
    if (!headers["user-agent"])
      return this.#bare({ status: 403, headers: { "content-type": "text/html" }, body: NO_AGENT });
    if (!VERSIONS.includes(this.#version)) return this.#bare(unsupported(this.#version));
    const caller = authenticate(headers.authorization, this.#world.token);
    if (caller === null) return this.#bare(problem(401, "Bad credentials"));
    if (instead !== null) return this.#limited(caller, instead);
    const refusal = this.#world.secondary.refuse(this.#method, this.#route ?? this.#path);
    return refusal ? this.#limited(caller, refusal) : this.#within(caller);
  }

  /** What the hour's limit counts, and what it does not. */
  #within(caller: Caller): Served {
    const { primary } = this.#world;
    if (this.#is("GET", "/rate_limit")) return this.#limited(caller, primary.overview(caller, this.#version));
    if (this.#is("POST", "/graphql") && caller === "token") return this.#graphql(caller);
    const exhausted = primary.refuse(caller);
    if (exhausted) return this.#limited(caller, exhausted);
    const visited = this.#visit(caller);
    const answer = this.#method === "GET" ? revalidate(visited, this.#incoming.headers) : visited;
    if (answer.status !== 304) primary.count(caller);
    return this.#limited(caller, answer);
  }

  #visit(caller: Caller): Answer {
    const [world, found] = [this.#world, this.#found];
    if (found === null) return moved(world, this.#path, this.#query) ?? notFound();
    const { repository, parameters, tail } = found;
    const { id, full_name } = repository.repository;
    const installed = world.installedOn?.includes(full_name) ?? true;
    const denied = refuse(caller, installed, world.permissions, repository.repository, found.route);
    const body = jsonObject(this.#incoming.body);
    const answer =
      denied ??
      (body === null
        ? problem(400, "Problems parsing JSON")
        : found.route.answer({
            repository,
            parameters,
            query: new URLSearchParams(this.#query),
            body,
            accept: String(this.#incoming.headers.accept ?? ""),
            address: `${world.urls.api}/repositories/${id}${tail}`,
            now: world.now(),
            login: world.login,
            sign: (name, make) => world.urls.storage + world.storage.sign(name, make),
          }));
    if (caller === "token")
      answer.headers["x-accepted-github-permissions"] = acceptedPermissions(found.route.needs);
    return answer;
  }

  /** Its hour's points are counted apart, so its headers tell of another limit. */
  #graphql(caller: Caller): Served {
    const { points, primary } = this.#world;
    points.count(caller);
    const answer = answerGraphql(this.#world, jsonObject(this.#incoming.body) ?? {});
    const headers = { ...answer.headers, ...points.headers(caller) };
    return { answer: { ...answer, headers }, route: this.#path, remaining: primary.remaining(caller) };
  }

  #limited(caller: Caller, answer: Answer): Served {
    const { primary } = this.#world;
    const standing = { "x-github-api-version-selected": this.#version, ...primary.headers(caller) };
    const all = { ...answer, headers: { ...answer.headers, ...standing } };
    return { answer: all, route: this.#route, remaining: primary.remaining(caller) };
  }

  #bare(answer: Answer): Served {
    return { answer, route: this.#route, remaining: null };
  }

  #is(method: string, path: string): boolean {
    return this.#method === method && this.#path === path;
  }
}

/** A renamed or transferred repository is at its number's address. */
function moved({ repositories, urls }: World, path: string, query: string): Answer | null {
  const [, name = "", tail = ""] = /^\/repos\/([^/]+\/[^/]+)((?:\/.*)?)$/.exec(path) ?? [];
  const repository = repositories.find(({ formerNames = [] }) => formerNames.includes(name));
  if (repository === undefined) return null;
  const url = `${urls.api}/repositories/${repository.repository.id}${tail}${query ? `?${query}` : ""}`;
  return json({ message: "Moved Permanently", url, documentation_url: DOCS }, 301, { location: url });
}

function unsupported(version: string): Answer {
  return problem(
    400,
    `Bad Request: The version you specified in the "X-GitHub-API-Version" request header, "${version}", is not a supported version. The following versions are currently supported: ${VERSIONS.map((known) => `"${known}"`).join(", ")}.`,
  );
}

/** Null when it is neither empty nor a JSON object. */
function jsonObject(text: string): Record<string, unknown> | null {
  if (text === "") return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}
