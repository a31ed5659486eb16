import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import type { SiteFile } from "#app/effects.ts";
import { UserError } from "#core/errors.ts";
import { directoryWriter } from "#io/site-writer.ts";

const OLD_MARK = JSON.stringify({ schema: "schema/meta.json", data: { generator: "agentops" } });

let workspace: string;

beforeEach(async () => {
  workspace = await mkdtemp(join(tmpdir(), "agentops-owner-"));
  await put("src/main.ts", "mine");
});

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(workspace, path)), { recursive: true });
  await writeFile(join(workspace, path), text);
}

async function* site(...more: SiteFile[]): AsyncIterable<SiteFile> {
  yield { path: "index.html", content: "new" };
  yield { path: "api/v1/meta.json", content: OLD_MARK };
  yield* more;
}

const write = (folder: string) => directoryWriter(join(workspace, folder), { workspace }).replace(site());

async function everything(): Promise<string[]> {
  const entries = await readdir(workspace, { recursive: true, withFileTypes: true });
  return entries.map((entry) => join(entry.parentPath, entry.name)).sort();
}

describe("a folder that is replaced as a whole", () => {
  it.each([
    ["a folder of sources", "src", "is not replaced: it holds"],
    ["the workspace", ".", "it is the workspace"],
    ["the workspace by a detour", "src/..", "it is the workspace"],
    ["the folder above", "..", "it is the workspace, or holds it"],
    ["a file", "src/main.ts", "it is a file"],
    ["the root", "../../../../../../../../..", "the root of the file system"],
    ["another tool's site", "docs", "it holds"],
    ["a checkout, though it holds a site of ours", "pages", "it is a checkout of a repository (.git)"],
    ["a link to a folder of ours", "link", "it is a symbolic link"],
    ["a way that a link leads out of the workspace", "out/_site", "leads out of the workspace"],
  ])("is never %s", async (_, folder, why) => {
    const outside = await mkdtemp(join(tmpdir(), "agentops-outside-"));
    await put("docs/api/v1/meta.json", '{"generator":"hugo"}');
    await put("pages/api/v1/meta.json", OLD_MARK);
    await put("pages/.git/HEAD", "ref: refs/heads/gh-pages");
    await put("ours/api/v1/meta.json", OLD_MARK);
    await symlink(join(workspace, "ours"), join(workspace, "link"));
    await symlink(outside, join(workspace, "out"));
    const before = await everything();
    const refused = await write(folder).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(UserError);
    expect(String(refused)).toContain("dashboard-dir");
    expect(String(refused)).toContain(why);
    expect(await everything()).toEqual(before);
    expect(await readdir(outside)).toEqual([]);
  });

  it.each([
    ["new", "deep/_site", null],
    ["empty", "empty", null],
    ["a site of this version", "_site", OLD_MARK],
    ["a site of the first version", "_site", '{"generator":"agentops","runs":1}'],
  ])("may be %s", async (_, folder, mark) => {
    await mkdir(join(workspace, "empty"));
    if (mark !== null) {
      await put(`${folder}/api/v1/meta.json`, mark);
      await put(`${folder}/old.html`, "old");
    }
    await write(folder);
    expect((await readdir(join(workspace, folder))).sort()).toEqual(["api", "index.html"]);
    await write(folder);
    expect(await readFile(join(workspace, "src/main.ts"), "utf8")).toBe("mine");
    expect((await stat(join(workspace, folder))).mode & 0o777).toBe(0o777 & ~process.umask());
  });

  it("is left alone when somebody puts something there while the site is made", async () => {
    const target = join(workspace, "_site");
    async function* slow(): AsyncIterable<SiteFile> {
      yield* site();
      await put("_site/mine.txt", "mine");
    }
    await expect(directoryWriter(target, { workspace }).replace(slow())).rejects.toThrow("mine.txt");
    expect(await readdir(target)).toEqual(["mine.txt"]);
    expect((await readdir(workspace)).sort()).toEqual(["_site", "src"]);
  });

  it("comes back after a build that was killed between its two steps, and nothing stays beside it", async () => {
    const gone = 2 ** 22 + 1; // above the highest process id of a system as it comes
    await put(`._site.${gone}-0a1b2c-old/api/v1/meta.json`, OLD_MARK);
    await put(`._site.${gone}-0a1b2c/index.html`, "half");
    await put("._site.mine/notes.txt", "mine");
    async function* broken(): AsyncIterable<SiteFile> {
      yield { path: "index.html", content: "new" };
      throw new Error("no more");
    }
    const writer = directoryWriter(join(workspace, "_site"), { workspace });
    await expect(writer.replace(broken())).rejects.toThrow("no more");
    expect((await readdir(workspace)).sort()).toEqual(["._site.mine", "_site", "src"]);
    expect(await readFile(join(workspace, "_site/api/v1/meta.json"), "utf8")).toBe(OLD_MARK);
  });

  it("says what it cannot look into", async () => {
    if (process.getuid?.() === 0) return; // root may look everywhere
    const locked = join(workspace, "locked");
    await mkdir(locked);
    await chmod(locked, 0);
    onTestFinished(async () => {
      await chmod(locked, 0o700);
      await rm(locked, { recursive: true });
    });
    await expect(write("locked")).rejects.toThrow();
  });
});
