/** An address below the site's root, e.g. `workflows/ci/`; made relative to the page when it is rendered. */
export function href(path: string): string {
  return `${import.meta.env.BASE_URL}${path}`;
}
