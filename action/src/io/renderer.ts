import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, relative, sep } from "node:path";
import type { Renderer, SiteFile } from "#app/effects.ts";
import { UserError } from "#core/errors.ts";

/** What `site/src/renderer.ts` exports. */
type Compiled = Pick<Renderer, "pages" | "render">;

/**
 * Loads the compiled site.
 *
 * @param directory holds `renderer.cjs` and `client/`, as `scripts/build-site.ts` writes them
 */
export function loadRenderer(directory: string): Renderer {
  const file = join(directory, "renderer.cjs");
  let text: Buffer;
  try {
    text = readFileSync(file);
  } catch (cause) {
    throw new UserError(
      `the compiled site is missing: ${file}`,
      "Run `npm run build` in a clone of AgentOps; releases carry it.",
      { cause },
    );
  }
  // `require`, because the bundle is CommonJS and so are the entries' bundles that load it.
  const compiled: Compiled = createRequire(file)(file);
  return {
    id: createHash("sha256").update(text).digest("hex").slice(0, 7),
    pages: compiled.pages,
    render: compiled.render,
    assets: () => filesOf(join(directory, "client")),
  };
}

async function* filesOf(root: string): AsyncIterable<SiteFile> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const file of files.sort())
    yield { path: relative(root, file).split(sep).join("/"), content: await readFile(file) };
}
