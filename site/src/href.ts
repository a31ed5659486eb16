/** An address below the site's root, e.g. `workflows/ci/`; made relative to the page when it is rendered. */
export function href(path: string): string {
  return `${import.meta.env.BASE_URL}${path}`;
}

/** Where a link leads that may also be a place on the page, `#part`, or a whole address elsewhere. */
export function addressOf(link: string): string {
  return /^(#|https?:)/.test(link) ? link : href(link);
}
