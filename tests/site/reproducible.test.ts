import { execFileSync } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { compiledSite } from "./compiled.ts";

const ROOT = join(import.meta.dirname, "../..");

async function contents(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const pairs = files
    .sort()
    .map(async (file) => [relative(folder, file), await readFile(file, "base64")] as const);
  return Object.fromEntries(await Promise.all(pairs));
}

describe("the compiled site", () => {
  it.skipIf(process.platform === "win32")(
    "has the same bytes wherever it is built, and no trace of where",
    async () => {
      const here = await contents(await compiledSite());
      // Inside our own cache, so that packages can be hard-linked instead of copied.
      const elsewhere = await mkdtemp(join(ROOT, ".cache/elsewhere-"));
      const clone = join(elsewhere, "some/where else");
      try {
        await mkdir(clone, { recursive: true });
        for (const part of ["site", "scripts", "action/src", "package.json", "tsconfig.json"])
          await cp(join(ROOT, part), join(clone, part), { recursive: true });
        const copy = process.platform === "darwin" ? ["-Rc"] : ["-al"];
        execFileSync("cp", [...copy, join(ROOT, "node_modules"), join(clone, "node_modules")]);
        const build = [join(clone, "scripts/build-site.ts"), join(elsewhere, "out")];
        execFileSync(process.execPath, build, {
          cwd: clone,
          env: { ...process.env, SECRET: "x", E: "leak" },
        });
        const there = await contents(join(elsewhere, "out"));
        expect(Object.keys(there)).toEqual(Object.keys(here));
        expect(Object.keys(here).filter((file) => here[file] !== there[file])).toEqual([]);
        const renderer = Buffer.from(here["renderer.cjs"] ?? "", "base64").toString();
        expect(renderer.includes(ROOT)).toBe(false);
        expect(renderer.includes(".cache/")).toBe(false);
      } finally {
        await rm(elsewhere, { recursive: true, force: true });
      }
    },
    180_000,
  );
});
