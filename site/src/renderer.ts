import { createApp } from "astro/app/entrypoint";

/** What `action/src/io/renderer.ts` loads: pages in, HTML out. */
const app = createApp({ streaming: false });

// Astro would answer 500 and keep the reason for itself.
app.renderError = async (_request, { error, status }) => {
  throw error ?? new Error(`the page answered ${status}`);
};

/** Page files without their ending, as routes name them: `index`, `workflows/[slug]`. */
const routes = new Map(
  app.manifest.routes.map(({ routeData }) => [
    routeData.component.replace(/^src\/pages\/|\.astro$/g, ""),
    routeData,
  ]),
);

export const pages: readonly string[] = [...routes.keys()];

/**
 * @param page a page file of `site/src/pages`, without its ending
 * @param path the page's address below the site's root, e.g. `workflows/ci/`
 */
export async function render(page: string, path: string, locals: App.Locals): Promise<string> {
  const routeData = routes.get(page);
  if (routeData === undefined) throw new Error(`the site has no page ${page}`);
  const response = await app.render(new Request(`http://site/__BASE__/${path}`), { routeData, locals });
  // A page is asked for by name: 404.astro's own status is right.
  if (response.status !== 200 && page !== "404") throw new Error(`the page answered ${response.status}`);
  return response.text();
}
