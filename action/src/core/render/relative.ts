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
  return html.replaceAll(PLACEHOLDER, `="${depth === 0 ? "./" : "../".repeat(depth)}`);
}

/**
 * For `404.html`, which is served at any depth: addresses below the first of `bases`, such as `/repository/`.
 * Where the site will live is not always known, so styles and scripts are asked for below each of them; the
 * script that loads knows its own address and mends the links (`runs/site-base.ts`).
 */
export function basedAddresses(html: string, bases: readonly [string, ...string[]]): string {
  return html
    .replaceAll(ASSET, (element) =>
      bases.map((base) => element.replaceAll(PLACEHOLDER, `="${base}`)).join(""),
    )
    .replaceAll(PLACEHOLDER, `="${bases[0]}`);
}

const ASSET = /<link rel="stylesheet"[^>]*>|<script[^>]* src="[^>]*><\/script>/g;
