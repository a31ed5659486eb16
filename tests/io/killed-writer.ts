/**
 * A program that adds a day of runs to a store and is killed (SIGKILL) at the n-th rename, before or after it:
 * `node killed-writer.ts ROOT COUNT before|after N`. Run as a child process.
 */
import fs from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import { aRunRecord } from "../builders.ts";

const [root = "", count = "0", moment, nth = "1"] = process.argv.slice(2);
const rename = fs.rename;
let renames = 0;

fs.rename = async (from, to) => {
  renames += 1;
  if (moment === "before" && renames === Number(nth)) process.kill(process.pid, "SIGKILL");
  await rename(from, to);
  if (moment === "after" && renames === Number(nth)) process.kill(process.pid, "SIGKILL");
};
syncBuiltinESMExports();

const { directoryStore } = await import("#io/store.ts");
const store = directoryStore(root, "octo-org/agent-fleet");
// Even numbers first, then all: the second write moves half of the records to the second file.
const runs = (step: number) =>
  Array.from({ length: Number(count) / step }, (_, index) =>
    aRunRecord({ id: (index + 1) * step, jobs: [] }),
  );
await store.merge("runs", "2026-11-20", runs(2));
await store.merge("runs", "2026-11-20", runs(1));
