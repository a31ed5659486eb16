import { type RepositoryAddresses, repositoryAddresses, userAddresses } from "#simulator/addresses.ts";
import type { MinimalRepositoryPayload, UserPayload } from "#simulator/model.ts";

type Owned = RepositoryAddresses &
  Pick<
    MinimalRepositoryPayload,
    "id" | "node_id" | "name" | "full_name" | "private" | "owner" | "description" | "fork"
  >;

/** Bots are known by their login: `name[bot]`, and Copilot. The id is made from the login. */
export function aUser(login: string, overrides: Partial<UserPayload> = {}): UserPayload {
  const id = idOf(login);
  return {
    login,
    id,
    node_id: nodeId("U", id),
    avatar_url: `https://avatars.githubusercontent.com/u/${id}?v=4`,
    gravatar_id: "",
    ...userAddresses(login),
    type: login.endsWith("[bot]") || login === "Copilot" ? "Bot" : "User",
    user_view_type: "public",
    site_admin: false,
    ...overrides,
  };
}

/** A repository as runs, heads and the repository's own address show it. */
export function aMinimalRepository(fullName = "octo-org/agent-fleet"): Owned & { has_downloads: boolean } {
  const [owner = "", name = ""] = fullName.split("/");
  const id = idOf(fullName);
  return {
    id,
    node_id: nodeId("R", id),
    name,
    full_name: fullName,
    private: false,
    owner: aUser(owner),
    description: null,
    fork: false,
    ...repositoryAddresses(fullName),
    has_downloads: true,
  };
}

export function nodeId(kind: string, id: number): string {
  return `${kind}_kwDO${id.toString(36)}`;
}

/** A stable id for a name (FNV-1a). */
function idOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < name.length; index += 1)
    hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193) >>> 0;
  return 1_000_000 + (hash % 900_000_000);
}
