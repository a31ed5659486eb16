/** Whether a path has an owner: the last line that matches decides, and a line without owners takes them away. */
export function ownedBy(codeOwners: string, path: string): boolean {
  let owned = false;
  for (const line of codeOwners.split("\n").slice(0, MOST_LINES)) {
    const [pattern, ...owners] = line
      .replace(/(?:^|\s)#.*$/, "")
      .trim()
      .split(/\s+/);
    if (pattern && matches(pattern, path)) owned = owners.length > 0;
  }
  return owned;
}

const MOST_LINES = 5000;

/** As in .gitignore: a slash within binds to the root, one at the end means a folder, `*` stays within a name. */
function matches(pattern: string, path: string): boolean {
  if (pattern.length > 300) return false;
  const bound = pattern.slice(0, -1).includes("/");
  const parts = pattern.replace(/^\//, "").replace(/\/$/, "/**").split("/");
  const places = path.split("/");
  const starts = bound ? [0] : places.map((_, index) => index);
  return starts.some((start) => follows(parts, places.slice(start)));
}

function follows(parts: readonly string[], places: readonly string[]): boolean {
  const [part, ...rest] = parts;
  // What names a folder names what is in it, except `docs/*`, which is one level.
  if (part === undefined) return true;
  if (part === "**")
    return rest.length === 0
      ? places.length > 0
      : places.some((_, index) => follows(rest, places.slice(index)));
  const [place, ...others] = places;
  if (place === undefined || !fits(part, place)) return false;
  return part === "*" && rest.length === 0 ? others.length === 0 : follows(rest, others);
}

/** One name of a path; stars one after another are one. */
function fits(part: string, name: string): boolean {
  const pattern = part
    .replaceAll(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll(/\*+/g, "[^/]*")
    .replaceAll("?", "[^/]");
  return new RegExp(`^${pattern}$`).test(name);
}
