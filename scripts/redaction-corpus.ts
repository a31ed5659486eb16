/**
 * What redaction takes out of real logs, which hold no secrets that were not masked: every mark is false or an
 * address. `node scripts/redaction-corpus.ts <folder>` reads text, .gz and .zip and prints lines, marks by kind and
 * marks in 10,000 lines; `--show` prints the lines. The goal is one in 10,000 at most.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import AdmZip from "adm-zip";
import { redact } from "#core/redact/redact.ts";

const [folder, option] = process.argv.slice(2);
if (folder === undefined) throw new Error("say which folder holds the logs");

let lines = 0;
let changed = 0;
const counts = new Map<string, number>();
for (const { file, text } of filesIn(folder).flatMap(textsOf)) {
  const clean = redact(text);
  for (const [kind, count] of Object.entries(clean.counts)) counts.set(kind, (counts.get(kind) ?? 0) + count);
  const [before, after] = [text.split("\n"), clean.text.split("\n")];
  lines += before.length;
  after.forEach((line, index) => {
    if (line === before[index]) return;
    changed += 1;
    if (option === "--show")
      console.log(`${file}:${index + 1}\n- ${before[index]?.slice(0, 400)}\n+ ${line.slice(0, 400)}`);
  });
}
const kinds = [...counts].sort((a, b) => b[1] - a[1]).map(([kind, count]) => `${kind} ${count}`);
console.log(
  `${lines} lines; ${changed} changed, ${((changed * 10_000) / lines).toFixed(2)} in 10,000; ${kinds.join(", ")}`,
);

function filesIn(path: string): string[] {
  return statSync(path).isDirectory()
    ? readdirSync(path)
        .sort()
        .flatMap((name) => filesIn(join(path, name)))
    : [path];
}

function textsOf(file: string): { file: string; text: string }[] {
  const bytes = readFileSync(file);
  if (file.endsWith(".gz")) return [{ file, text: gunzipSync(bytes).toString("utf8") }];
  if (!file.endsWith(".zip")) return [{ file, text: bytes.toString("utf8") }];
  const entries = new AdmZip(bytes).getEntries().filter(({ isDirectory }) => !isDirectory);
  return entries.map((entry) => ({
    file: `${file}/${entry.entryName}`,
    text: entry.getData().toString("utf8"),
  }));
}
