import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { describe, expect, it } from "vitest";

const SITE = join(import.meta.dirname, "../../site/src");
const LAYERS = ["base", "components", "layout", "pages"];

const files = readdirSync(SITE, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name))
  .map((file) => ({ path: relative(SITE, file).split(sep).join("/"), text: readFileSync(file, "utf8") }));
const components = files.filter(({ path }) => path.endsWith(".astro"));
const sheets = files.filter(({ path }) => path.startsWith("styles/"));
/** Style sheets, and the styles that components keep to themselves. */
const styles = [
  ...sheets,
  ...components.map(({ path, text }) => ({
    path,
    text: [...text.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(([, style]) => style).join("\n"),
  })),
].map(({ path, text }) => ({ path, text: text.replaceAll(/\/\*[\s\S]*?\*\/|url\("[^"]*"\)/g, "") }));

/** The classes whose look is said: `.card {`, `a.tile:hover {`, but not `.trend .card {`, which says what differs there. */
function defined(text: string): Set<string> {
  const selectors = [...text.matchAll(/([^{};]+)\{/g)].flatMap(([, list = ""]) => list.split(","));
  return new Set(
    selectors.flatMap((selector) => /^\s*[a-z]*\.([\w-]+)(?::[^\s>+~]*)?\s*$/.exec(selector)?.[1] ?? []),
  );
}

describe("styles", () => {
  it("say in one place what a class looks like", () => {
    const places = new Map<string, string[]>();
    for (const { path, text } of styles)
      for (const name of defined(text)) places.set(name, [...(places.get(name) ?? []), path]);
    expect([...places].filter(([, paths]) => paths.length > 1)).toEqual([]);
  });

  it("lie in layers, whose order is said once", () => {
    const said = sheets.filter(({ text }) => text.includes(`@layer ${LAYERS.join(", ")};`));
    expect(said.map(({ path }) => path)).toEqual(["styles/layers.css"]);
    // Pages load sheets in an order of the build's: each has to know the layers by itself.
    const ofPages = sheets.filter(({ text }) => text.includes("@layer pages {"));
    expect(ofPages.filter(({ text }) => !text.startsWith('@import "./layers.css";'))).toEqual([]);
    const outside = styles.filter(({ path, text }) => {
      if (!path.startsWith("styles/")) return false;
      const rest = text.replace(/^\s*@layer (\w+) \{$[\s\S]*^\}$/m, (block, layer) =>
        LAYERS.includes(layer) ? "" : block,
      );
      // Lists of sheets, and what cannot lie in a layer.
      return /\{/.test(rest.replaceAll(/@media[^{]*\{\s*@view-transition[^}]*\}\s*\}/g, ""));
    });
    expect(outside.map(({ path }) => path)).toEqual([]);
  });

  it("belong to a component where the markup is one's: cards and tables are made in one file each", () => {
    const cards = components.filter(({ text }) => /class(?::list)?=[^>]*["\s]card["\s]/.test(text));
    expect(cards.map(({ path }) => path)).toEqual(["components/Card.astro"]);
    const tables = files.filter(({ text }) => text.includes("<table"));
    // The rows of Runs are virtual: scripts make and reuse them.
    expect(tables.map(({ path }) => path).sort()).toEqual(["markup/table.ts", "pages/runs/index.astro"]);
  });
});
