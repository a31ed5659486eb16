import type { SimulatedRepository } from "#simulator/model.ts";
import { ROUTES, type Route } from "#simulator/routes.ts";

/** Where a request goes. `tail` is the path below the repository, as it was written. */
export type Destination = {
  repository: SimulatedRepository;
  tail: string;
  route: Route;
  parameters: Record<string, string>;
};

const PATTERNS = ROUTES.map((route) => ({
  route,
  pattern: new RegExp(
    `^${route.path.replaceAll(/\{(\w+)(\*?)\}/g, (_, name, rest) => `(?<${name}>${rest ? ".+" : "[^/]+"})`)}$`,
  ),
}));

/** `/repos/{owner}/{repo}/…` and the `/repositories/{id}/…` of `Link` headers. Null: GitHub knows no such path. */
export function findDestination(
  repositories: readonly SimulatedRepository[],
  method: string,
  path: string,
): Destination | null {
  const [, owner, name, id, tail = ""] =
    /^\/(?:repos\/([^/]+)\/([^/]+)|repositories\/(\d+))((?:\/.*)?)$/.exec(path) ?? [];
  const fullName = `${owner}/${name}`.toLowerCase();
  const repository = repositories.find(({ repository: { full_name, id: known } }) =>
    id === undefined ? full_name.toLowerCase() === fullName : String(known) === id,
  );
  if (repository === undefined) return null;
  for (const { route, pattern } of PATTERNS) {
    if (route.method !== method) continue;
    const match = pattern.exec(tail);
    if (match) return { repository, tail, route, parameters: decoded(match.groups ?? {}) };
  }
  return null;
}

function decoded(groups: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(groups).map(([name, text]) => [name, decode(text)]));
}

/** A stray `%` stands for itself. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
