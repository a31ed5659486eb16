import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { UserError } from "#core/errors.ts";
import { SCHEMA_VERSION } from "#core/records/version.ts";
import { directoryStore } from "#io/store.ts";
import { aJobRecord, aJournalEntry, aRepositoryRecord, aRunRecord, aState } from "../builders.ts";
import { temporaryFolder } from "./remote.ts";

const REPOSITORY = "octo-org/agent-fleet";
const DAY = "2026-11-20";
const V0 = join(import.meta.dirname, "../fixtures/data-v0");

function aStore(root = join(temporaryFolder(), "data")) {
  const folder = join(root, REPOSITORY);
  return { root, folder, store: directoryStore(root, REPOSITORY), day: join(folder, `runs/${DAY}.json`) };
}

async function refusal(work: Promise<unknown>): Promise<UserError> {
  const error = await work.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(UserError);
  return error as UserError;
}

/** Every file with its text. */
function contents(root: string): Record<string, string> {
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map((entry) => [
      join(entry.parentPath, entry.name).slice(root.length + 1),
      readFileSync(join(entry.parentPath, entry.name), "utf8"),
    ]),
  );
}

describe("the store", () => {
  it("is empty before the first sync, and reading makes no files", async () => {
    const { root, store } = aStore();
    expect(await store.readRepository()).toBeNull();
    expect(await store.readState()).toBeNull();
    expect(await store.days("runs")).toEqual([]);
    expect(await store.read("runs", DAY)).toEqual([]);
    expect(await store.days("journal")).toEqual([]);
    expect(await store.read("journal", "2026-11")).toEqual([]);
    expect(await store.sizes()).toEqual([]);
    expect(existsSync(root)).toBe(false);
  });

  it("gives back what was written", async () => {
    const { root, store } = aStore();
    await store.writeRepository(aRepositoryRecord());
    await store.writeState(aState());
    await store.merge("runs", DAY, [aRunRecord({ id: 2 }), aRunRecord({ id: 1 })]);
    await store.merge("journal", "2026-11", [aJournalEntry()]);
    const again = directoryStore(root, REPOSITORY);
    expect(await again.readRepository()).toEqual(aRepositoryRecord());
    expect(await again.readState()).toEqual(aState());
    expect(await again.read("runs", DAY)).toEqual([aRunRecord({ id: 1 }), aRunRecord({ id: 2 })]);
    expect(await again.read("journal", "2026-11")).toEqual([aJournalEntry()]);
    expect(await again.days("runs")).toEqual([DAY]);
    expect(await again.days("journal")).toEqual(["2026-11"]);
    for (const { path, bytes } of await again.sizes())
      expect(statSync(join(root, REPOSITORY, path)).size).toBe(bytes);
  });

  it("counts what a merge added and changed", async () => {
    const { store } = aStore();
    const running = aRunRecord({ id: 1, status: "in_progress", conclusion: null });
    expect(await store.merge("runs", DAY, [running])).toMatchObject({ added: 1, updated: 0, total: 1 });
    expect(await store.merge("runs", DAY, [aRunRecord({ id: 1 }), aRunRecord({ id: 2 })])).toMatchObject({
      added: 1,
      updated: 1,
      total: 2,
    });
    expect(await store.merge("runs", DAY, [running])).toMatchObject({
      added: 0,
      updated: 0,
      total: 2,
      changed: false,
    });
  });

  it("touches no file when nothing changed", async () => {
    const { root, folder, store } = aStore();
    const write = async () => {
      await store.writeRepository(aRepositoryRecord());
      await store.writeState(aState());
      await store.merge("runs", DAY, [aRunRecord()]);
      await store.merge("journal", "2026-11", [aJournalEntry()]);
    };
    await write();
    const before = contents(root);
    const paths = (await store.sizes()).map(({ path }) => join(folder, path));
    for (const path of paths) utimesSync(path, 1, 1);
    await write();
    expect(contents(root)).toEqual(before);
    for (const path of paths) expect(statSync(path).mtimeMs).toBe(1000);
  });

  it("takes merges into one day at the same time", async () => {
    const { store } = aStore();
    const merges = Array.from({ length: 20 }, (_, index) =>
      store.merge("runs", DAY, [aRunRecord({ id: index + 1 })]),
    );
    await Promise.all(merges);
    expect(await store.read("runs", DAY)).toHaveLength(20);
  });

  it("keeps a day of more than a thousand runs in several files", async () => {
    const { store } = aStore();
    const runs = (step: number) =>
      Array.from({ length: 2400 / step }, (_, index) => aRunRecord({ id: (index + 1) * step, jobs: [] }));
    await store.merge("runs", DAY, runs(2));
    expect(await store.merge("runs", DAY, runs(1))).toMatchObject({ added: 1200, total: 2400 });
    expect((await store.sizes()).map(({ path }) => path)).toEqual([
      `runs/${DAY}.2.json`,
      `runs/${DAY}.3.json`,
      `runs/${DAY}.json`,
    ]);
    expect(await store.days("runs")).toEqual([DAY]);
    expect((await store.read("runs", DAY)).map((run) => run.id)).toEqual(runs(1).map((run) => run.id));
  });

  it("leaves no file of a day behind that has become smaller", async () => {
    const { folder, store } = aStore();
    const heavy = (id: number) => aRunRecord({ id, jobs: [aJobRecord({ name: "x".repeat(9_000_000) })] });
    await store.merge("runs", DAY, [heavy(1), heavy(2), heavy(3), aRunRecord({ id: 4 })]);
    expect(readdirSync(join(folder, "runs")).sort()).toEqual([`${DAY}.2.json`, `${DAY}.json`]);
    const light = await store.rewrite("runs", DAY, (run) => ({ ...run, detail: "summary", jobs: null }));
    expect(light.map(({ id }) => id)).toEqual([1, 2, 3, 4]);
    expect(readdirSync(join(folder, "runs"))).toEqual([`${DAY}.json`]);
    expect((await store.read("runs", DAY)).map(({ id, detail }) => [id, detail])).toEqual(
      [1, 2, 3, 4].map((id) => [id, "summary"]),
    );
  });

  it("keeps the bytes of a file that an older version let grow, until something changes", async () => {
    const { folder, store, day } = aStore();
    const heavy = [1, 2, 3].map((id) =>
      aRunRecord({ id, jobs: [aJobRecord({ name: "x".repeat(9_000_000) })] }),
    );
    const lines = heavy.map((run) => `    ${JSON.stringify(run)}`).join(",\n");
    const text = `{\n  "schema_version": ${SCHEMA_VERSION},\n  "day": "${DAY}",\n  "runs": [\n${lines}\n  ]\n}\n`;
    mkdirSync(join(folder, "runs"), { recursive: true });
    writeFileSync(day, text);
    expect(await store.merge("runs", DAY, heavy)).toMatchObject({ changed: false, total: 3 });
    expect(readFileSync(day, "utf8")).toBe(text);
    await store.merge("runs", DAY, [aRunRecord({ id: 4 })]);
    expect(readdirSync(join(folder, "runs")).sort()).toEqual([`${DAY}.2.json`, `${DAY}.json`]);
    expect((await store.read("runs", DAY)).map(({ id }) => id)).toEqual([1, 2, 3, 4]);
  });

  it("reads data of version 0 and writes it back in the current version", async () => {
    const { root, store } = aStore();
    cpSync(V0, root, { recursive: true });
    const before = await store.read("runs", "2026-03-02");
    expect(before).toHaveLength(3);
    await store.merge("runs", "2026-03-02", [aRunRecord({ id: 9, created_at: "2026-03-02T10:00:00Z" })]);
    const text = readFileSync(join(root, REPOSITORY, "runs/2026-03-02.json"), "utf8");
    expect(JSON.parse(text)).toMatchObject({ schema_version: SCHEMA_VERSION, day: "2026-03-02" });
    expect(await store.read("runs", "2026-03-02")).toEqual(expect.arrayContaining(before));
  });

  it("explains itself in a README, and leaves somebody else's alone", async () => {
    const { root, store } = aStore();
    await store.writeState(aState());
    expect(readFileSync(join(root, "README.md"), "utf8")).toMatch(/^# AgentOps data/);
    const other = aStore();
    mkdirSync(other.root, { recursive: true });
    writeFileSync(join(other.root, "README.md"), "# Our data\n");
    await other.store.writeState(aState());
    expect(readFileSync(join(other.root, "README.md"), "utf8")).toBe("# Our data\n");
  });

  it("is not opened for what is no repository name", () => {
    for (const name of ["../etc", "a/..", "agent-fleet", "a/b/c"])
      expect(() => directoryStore("data", name)).toThrow(UserError);
  });

  it("takes what it can of a batch, and says what it refuses and why", async () => {
    const { store } = aStore();
    const stray = aRunRecord({ id: 2, created_at: "2026-11-19T10:00:00Z" });
    const wrong = { ...aRunRecord({ id: 3 }), duration_seconds: -1 };
    expect(await store.merge("runs", DAY, [stray, wrong, aRunRecord({ id: 1 })])).toMatchObject({
      added: 1,
      total: 1,
      refused: [
        { key: "2/1", reason: "belongs to 2026-11-19, not to 2026-11-20" },
        { key: "3/1", reason: expect.stringMatching(/^duration_seconds: /) },
      ],
    });
    expect((await store.read("runs", DAY)).map(({ id }) => id)).toEqual([1]);
    expect(store.unreadable().map(({ key, reason }) => [key, reason.slice(0, 11)])).toEqual([
      ["2/1", "not stored:"],
      ["3/1", "not stored:"],
    ]);
  });
});

describe("a file that is not what we wrote", () => {
  const damages: [string, (path: string) => void, string][] = [
    [
      "a merge conflict",
      (path) => writeFileSync(path, "<<<<<<< HEAD\n{}\n=======\n"),
      "merge conflict (line 1)",
    ],
    [
      "a half file",
      (path) => writeFileSync(path, `{\n  "schema_version": ${SCHEMA_VERSION},\n`),
      "is cut off",
    ],
    ["another tool's JSON", (path) => writeFileSync(path, '{"name":"left-pad"}'), "not a file of AgentOps"],
    [
      "bytes that are no text",
      (path) => writeFileSync(path, Buffer.from([0xff, 0xfe, 0x00])),
      "is not UTF-8 text",
    ],
    ["a folder", (path) => mkdirSync(path), "is a folder"],
    ["a symbolic link", (path) => symlinkSync("/etc/hostname", path), "is a symbolic link"],
    ["a link that leads nowhere", (path) => symlinkSync("nowhere", path), "is a symbolic link"],
  ];

  it.each(damages)(
    "(%s) stops reading and writing, is named, and stays as it is",
    async (_, damage, reason) => {
      const { root, folder, store, day } = aStore();
      mkdirSync(join(folder, "runs"), { recursive: true });
      damage(day);
      damage(join(folder, "state.json"));
      const before = contents(root);
      for (const work of [
        () => store.read("runs", DAY),
        () => store.merge("runs", DAY, [aRunRecord()]),
        () => store.readState(),
        () => store.writeState(aState()),
      ]) {
        const error = await refusal(work());
        expect(error.message).toContain(reason);
        expect(error.message).toMatch(/data\/octo-org\/agent-fleet\/(runs\/2026-11-20|state)\.json/);
        expect(error.remedy).not.toBe("");
      }
      expect(contents(root)).toEqual(before);
    },
  );

  it("does not keep us from other days", async () => {
    const { store, day, folder } = aStore();
    mkdirSync(join(folder, "runs"), { recursive: true });
    writeFileSync(day, "broken");
    await store.merge("runs", "2026-11-19", [aRunRecord({ created_at: "2026-11-19T10:00:00Z" })]);
    expect(await store.read("runs", "2026-11-19")).toHaveLength(1);
  });

  it("that is newer than this code keeps us from writing anything", async () => {
    const { root, folder, store } = aStore();
    mkdirSync(join(folder, "runs"), { recursive: true });
    writeFileSync(
      join(folder, "runs/2020-01-01.json"),
      `{\n  "schema_version": ${SCHEMA_VERSION + 1},\n  "days": []\n}\n`,
    );
    const before = contents(root);
    for (const work of [
      () => store.merge("runs", DAY, [aRunRecord()]),
      () => store.writeState(aState()),
      () => store.merge("journal", "2026-11", [aJournalEntry()]),
    ])
      expect((await refusal(work())).message).toContain(
        `runs/2020-01-01.json has schema_version ${SCHEMA_VERSION + 1}`,
      );
    expect(contents(root)).toEqual(before);
  });

  it("in place of a folder is not followed", async () => {
    const { folder, store } = aStore();
    const elsewhere = temporaryFolder();
    mkdirSync(folder, { recursive: true });
    symlinkSync(elsewhere, join(folder, "runs"));
    expect((await refusal(store.merge("runs", DAY, [aRunRecord()]))).message).toContain("is not a folder");
    expect(readdirSync(elsewhere)).toEqual([]);
  });
});

describe("a record that cannot be read", () => {
  it("hides no other, is named with its line, and stays in the file whatever else is written", async () => {
    const { store, day, folder } = aStore();
    await store.merge("runs", DAY, [aRunRecord({ id: 1 }), aRunRecord({ id: 2 }), aRunRecord({ id: 3 })]);
    const broken = readFileSync(day, "utf8").replace('"id":2,', '"id":2,"invented":[1.50],');
    const line = broken.split("\n")[5] ?? "";
    writeFileSync(day, broken);
    const again = directoryStore(join(folder, "../.."), REPOSITORY);
    expect((await again.read("runs", DAY)).map(({ id }) => id)).toEqual([1, 3]);
    const named = { path: `runs/${DAY}.json`, key: "2/1", reason: expect.stringContaining("invented") };
    expect(again.unreadable()).toEqual([{ ...named, line: 6 }]);
    expect(await again.merge("runs", DAY, [aRunRecord({ id: 1 })])).toMatchObject({ changed: false });
    expect(readFileSync(day, "utf8")).toBe(broken);
    await again.merge("runs", DAY, [aRunRecord({ id: 4 })]);
    expect(readFileSync(day, "utf8")).toContain(line.replace(/,$/, "\n"));
    expect((await again.read("runs", DAY)).map(({ id }) => id)).toEqual([1, 3, 4]);
    expect(again.unreadable()).toEqual([{ ...named, line: 8 }]);
    // Fetched again it is there, and the one that cannot be read still is, for a person to look at.
    await again.merge("runs", DAY, [aRunRecord({ id: 2 })]);
    expect((await again.read("runs", DAY)).map(({ id }) => id)).toEqual([1, 2, 3, 4]);
    expect(again.unreadable()).toHaveLength(1);
  });
});

describe("a writer that is killed", () => {
  const write = (root: string, count: number, moment: string, nth: number) =>
    spawnSync(
      process.execPath,
      [join(import.meta.dirname, "killed-writer.ts"), root, `${count}`, moment, `${nth}`],
      {
        encoding: "utf8",
      },
    );
  const leftovers = (folder: string) =>
    readdirSync(join(folder, "runs")).filter((name) => name.endsWith(".tmp"));

  it("leaves the old text whole and a temporary file, which the next writer ignores and removes", async () => {
    const { root, folder, store } = aStore();
    // Renames: 1 the README, 2 the first merge, 3 the second.
    expect(write(root, 4, "before", 3).signal).toBe("SIGKILL");
    expect(leftovers(folder)).toHaveLength(1);
    expect((await store.read("runs", DAY)).map((run) => run.id)).toEqual([2, 4]);
    expect(await store.days("runs")).toEqual([DAY]);
    expect((await store.sizes()).map(({ path }) => path)).toEqual([`runs/${DAY}.json`]);
    await store.merge("runs", DAY, [aRunRecord({ id: 1 })]);
    expect(leftovers(folder)).toEqual([]);
    expect((await store.read("runs", DAY)).map((run) => run.id)).toEqual([1, 2, 4]);
  });

  it("between the files of one day loses no record and doubles none", async () => {
    const undisturbed = aStore();
    expect(write(undisturbed.root, 2400, "never", 0).status).toBe(0);
    for (const [moment, nth] of [
      ["before", 4],
      ["after", 4],
      ["after", 5],
      ["before", 6],
    ] as const) {
      const { root, store } = aStore();
      // Renames: 1 the README, 2 and 3 the first merge (1,200 runs), 4 to 6 the second (2,400).
      expect(write(root, 2400, moment, nth).signal).toBe("SIGKILL");
      const ids = (await store.read("runs", DAY)).map((run) => run.id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.filter((id) => id % 2 === 0)).toHaveLength(1200);
      expect(write(root, 2400, "never", 0).status).toBe(0);
      expect(contents(root)).toEqual(contents(undisturbed.root));
    }
  }, 90_000);
});
