import { mkdir, mkdtemp, readdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { SiteFile } from "#app/effects.ts";
import { directoryWriter } from "#io/site-writer.ts";

const aFolder = () => mkdtemp(join(tmpdir(), "agentops-writer-"));

async function* files(...list: SiteFile[]): AsyncIterable<SiteFile> {
  yield* list;
}

async function markAsOurs(folder: string): Promise<void> {
  await mkdir(join(folder, "api/v1"), { recursive: true });
  await writeFile(join(folder, "api/v1/meta.json"), '{"data":{"generator":"agentops"}}');
}

describe("the site writer", () => {
  it("writes files and folders and says how much", async () => {
    const folder = join(await aFolder(), "deep/_site");
    const written = await directoryWriter(folder).replace(
      files(
        { path: "index.html", content: "grüße" },
        { path: "a/b/c.bin", content: new Uint8Array([1, 2, 3]) },
      ),
    );
    expect(written).toEqual({ files: 2, bytes: 10 });
    expect(await readFile(join(folder, "index.html"), "utf8")).toBe("grüße");
    expect([...(await readFile(join(folder, "a/b/c.bin")))]).toEqual([1, 2, 3]);
  });

  it("leaves nothing of the old site and nothing beside the new one", async () => {
    const parent = await aFolder();
    const folder = join(parent, "_site");
    await mkdir(join(folder, "runs/1"), { recursive: true });
    await writeFile(join(folder, "runs/1/index.html"), "old");
    await markAsOurs(folder);
    await directoryWriter(folder).replace(files({ path: "index.html", content: "new" }));
    expect(await readdir(folder)).toEqual(["index.html"]);
    expect(await readdir(parent)).toEqual(["_site"]);
  });

  it("keeps the old site when the new one cannot be finished", async () => {
    const parent = await aFolder();
    const folder = join(parent, "_site");
    await mkdir(folder);
    await writeFile(join(folder, "index.html"), "old");
    await markAsOurs(folder);
    async function* broken(): AsyncIterable<SiteFile> {
      yield { path: "index.html", content: "new" };
      throw new Error("no more");
    }
    await expect(directoryWriter(folder).replace(broken())).rejects.toThrow("no more");
    expect(await readFile(join(folder, "index.html"), "utf8")).toBe("old");
    expect(await readdir(parent)).toEqual(["_site"]);
  });
});
