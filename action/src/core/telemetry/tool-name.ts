/** `mcp__github__get_issue` is the tool `get_issue` of the server `github`; other names have no server. */
export function splitToolName(name: string): { name: string; server: string | null } {
  const found = /^mcp__(.+?)__(.+)$/s.exec(name);
  return { name: found?.[2] ?? name, server: found?.[1] ?? null };
}
