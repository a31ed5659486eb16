import { aUser } from "#simulator/accounts.ts";
import { type Answer, json, notFound } from "#simulator/answer.ts";
import type { ApiRequest } from "#simulator/request.ts";

export function getRepository(request: ApiRequest): Answer {
  return json(request.repository.repository);
}

export function getPages(request: ApiRequest): Answer {
  const { pages } = request.repository;
  return pages === null ? notFound() : json(pages);
}

/** The older scale of `permission` knows neither `maintain` nor `triage`. */
const PERMISSIONS: Record<string, string> = { maintain: "write", triage: "read" };

/** Everybody may read what is public. */
export function getPermission(request: ApiRequest): Answer {
  const { repository, collaborators } = request.repository;
  const login = request.parameters.username ?? "";
  const role = collaborators.get(login) ?? (repository.private ? "none" : "read");
  const rank = ["read", "triage", "write", "maintain", "admin"].indexOf(role);
  const permissions = {
    pull: rank >= 0,
    triage: rank >= 1,
    push: rank >= 2,
    maintain: rank >= 3,
    admin: rank >= 4,
  };
  return json({
    permission: PERMISSIONS[role] ?? role,
    role_name: role,
    user: { ...aUser(login), permissions, role_name: role },
  });
}
