import type { IncomingHttpHeaders } from "node:http";
import { authenticate, type Caller, refuse } from "#simulator/access.ts";
import { type Answer, DOCS, defect, json, notFound, problem } from "#simulator/answer.ts";
import { revalidate } from "#simulator/etag.ts";
import { answerGraphql } from "#simulator/graphql.ts";
import type { SimulatedRepository } from "#simulator/model.ts";
import { acceptedPermissions, type Permissions } from "#simulator/permissions.ts";
import type { createPrimaryLimit } from "#simulator/primary-limit.ts";
import { findDestination } from "#simulator/router.ts";
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
      : fromApi(world, incoming, instead);
  } catch (thrown) {
    return { answer: defect(thrown), route: null, remaining: null };
  }
}

const fromStorage = (world: World, { target, headers }: Incoming): Answer =>
  world.storage.answer(target, headers.authorization);

/** Gate after gate, in GitHub's order. */
function fromApi(world: World, incoming: Incoming, instead: Answer | null): Served {
  const { headers } = incoming;
  const version = String(headers["x-github-api-version"] ?? VERSIONS[0]);
  const caller = authenticate(headers.authorization, world.token);
  const [path = "", query = ""] = incoming.target.split("?");
  const method = incoming.method === "HEAD" ? "GET" : incoming.method;
  const found = findDestination(world.repositories, method, path);
  const route = path === "/rate_limit" && method === "GET" ? path : (found?.route.path ?? null);

  if (!headers["user-agent"])
    return bare({ status: 403, headers: { "content-type": "text/html" }, body: NO_AGENT });
  if (!VERSIONS.includes(version)) return bare(unsupported(version));
  if (caller === null) return bare(problem(401, "Bad credentials"));
  const who: Caller = caller;
  if (instead !== null) return limited(instead);
  const refusal = world.secondary.refuse(method, route ?? path);
  if (refusal) return limited(refusal);
  if (path === "/rate_limit" && method === "GET") return limited(world.primary.overview(who, version));
  if (path === "/graphql" && method === "POST" && who === "token") return graphql(who);
  const exhausted = world.primary.refuse(who);
  if (exhausted) return limited(exhausted);
  const answer = method === "GET" ? revalidate(visit(), headers) : visit();
  if (answer.status !== 304) world.primary.count(who);
  return limited(answer);

  function visit(): Answer {
    if (found === null) return moved(world, path, query) ?? notFound();
    const { repository, parameters, tail } = found;
    const { id, full_name } = repository.repository;
    const installed = world.installedOn?.includes(full_name) ?? true;
    const denied = refuse(who, installed, world.permissions, repository.repository, found.route);
    const body = jsonObject(incoming.body);
    const answer =
      denied ??
      (body === null
        ? problem(400, "Problems parsing JSON")
        : found.route.answer({
            repository,
            parameters,
            query: new URLSearchParams(query),
            body,
            accept: String(headers.accept ?? ""),
            address: `${world.urls.api}/repositories/${id}${tail}`,
            now: world.now(),
            login: world.login,
            sign: (name, make) => world.urls.storage + world.storage.sign(name, make),
          }));
    if (who === "token")
      answer.headers["x-accepted-github-permissions"] = acceptedPermissions(found.route.needs);
    return answer;
  }

  /** Its hour's points are counted apart, so its headers tell of another limit. */
  function graphql(asking: Caller): Served {
    world.points.count(asking);
    const answer = answerGraphql(world, jsonObject(incoming.body) ?? {});
    const headers = { ...answer.headers, ...world.points.headers(asking) };
    return { answer: { ...answer, headers }, route: path, remaining: world.primary.remaining(asking) };
  }

  function limited(answer: Answer): Served {
    const standing = { "x-github-api-version-selected": version, ...world.primary.headers(who) };
    const all = { ...answer, headers: { ...answer.headers, ...standing } };
    return { answer: all, route, remaining: world.primary.remaining(who) };
  }

  function bare(answer: Answer): Served {
    return { answer, route, remaining: null };
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
