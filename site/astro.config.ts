import type { AstroIntegration } from "astro";
import { defineConfig, passthroughImageService } from "astro/config";

/**
 * The site is compiled once, at release, into a renderer that the user's Action loads and hands documents to
 * (`scripts/build-site.ts`). Pages therefore read `Astro.locals`, never files, and the base is a placeholder
 * that `core/render/relative.ts` turns into relative addresses, so that one output works under any path.
 */
const renderer: AstroIntegration = {
  name: "agentops-renderer",
  hooks: {
    "astro:config:done": ({ setAdapter }) =>
      setAdapter({
        name: "agentops-renderer",
        entrypointResolution: "auto",
        serverEntrypoint: new URL("./src/renderer.ts", import.meta.url),
        supportedAstroFeatures: { serverOutput: "stable", staticOutput: "stable" },
      }),
  },
};

export default defineConfig({
  output: "server",
  adapter: renderer,
  base: "/__BASE__",
  trailingSlash: "always",
  // Nothing inline: the Content Security Policy is one constant without hashes.
  build: { format: "directory", inlineStylesheets: "never" },
  image: { service: passthroughImageService() },
  devToolbar: { enabled: false },
  vite: {
    ssr: { noExternal: true },
    build: {
      assetsInlineLimit: 0,
      // Schemas stand beside the functions that browsers share with the core; no page checks one.
      rolldownOptions: { treeshake: { manualPureFunctions: ["z"] } },
    },
    // Hashes in chunk names follow the folder of the build, which must not show.
    environments: {
      ssr: { build: { rolldownOptions: { output: { chunkFileNames: "chunks/[name].mjs" } } } },
    },
  },
});
