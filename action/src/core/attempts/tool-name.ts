/** `github / get_issue`. */
export function toolName({ name, server }: { name: string; server: string | null }): string {
  return server === null ? name : `${server} / ${name}`;
}
