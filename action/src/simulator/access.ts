import { type Answer, notFound, problem } from "#simulator/answer.ts";
import type { RepositoryPayload } from "#simulator/model.ts";
import { accepts, type Permissions } from "#simulator/permissions.ts";
import type { Route } from "#simulator/routes.ts";

/** Whose limits a request uses up. */
export type Caller = "token" | "anonymous";

/** Who asks: `token TOKEN`, `Bearer TOKEN`, Basic with the token as password, or nobody. Null: a wrong token. */
export function authenticate(authorization: string | undefined, token: string): Caller | null {
  if (authorization === undefined) return "anonymous";
  const [scheme = "", credentials = ""] = authorization.split(/ +/);
  const given = /^basic$/i.test(scheme)
    ? Buffer.from(credentials, "base64").toString().split(":").at(-1)
    : /^(token|bearer)$/i.test(scheme) && credentials;
  return given === token ? "token" : null;
}

/** Why the caller may not use the route, or null. `installed`: the token was made for this repository. */
export function refuse(
  caller: Caller,
  installed: boolean,
  permissions: Permissions | null,
  repository: RepositoryPayload,
  route: Route,
): Answer | null {
  const own = caller === "token" && installed;
  if (repository.private && !own) return notFound();
  const writes = route.method !== "GET";
  if (caller === "anonymous" && writes) return problem(401, "Requires authentication");
  if (caller === "anonymous" && route.signIn) return problem(403, "Must have admin rights to Repository.");
  if (own ? accepts(permissions, route.needs) : !writes) return null;
  return problem(403, "Resource not accessible by integration");
}
