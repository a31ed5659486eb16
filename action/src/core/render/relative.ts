/** What the site is compiled under, instead of a real base. Raw quotes cannot come from escaped data. */
const PLACEHOLDER = '="/__BASE__/';

/**
 * Makes the addresses of a page relative to it, so that the same site works under any base, domain, artifact
 * or local server.
 *
 * @param path the page's own address below the site's root: `""`, `workflows/ci/`
 */
export function relativeAddresses(html: string, path: string): string {
  const depth = path.split("/").length - 1;
  return basedAddresses(html, depth === 0 ? "./" : "../".repeat(depth));
}

/** For `404.html`, which is served at any depth: addresses below a known base such as `/repository/`. */
export function basedAddresses(html: string, base: string): string {
  return html.replaceAll(PLACEHOLDER, `="${base}`);
}
