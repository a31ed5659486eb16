/** An address below the site's root, e.g. `workflows/ci/`; made relative to the page when it is rendered. */
export function href(path: string): string {
  return `${import.meta.env.BASE_URL}${path}`;
}

/** The Runs page with filters, by the grammar of its query string. Empty values are left out. */
export function runsHref(filters: Record<string, string | number | null | undefined>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filters))
    if (value !== null && value !== undefined && value !== "") query.set(name, String(value));
  const text = query.toString();
  return href(text === "" ? "runs/" : `runs/?${text}`);
}
