import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import AdmZip from "adm-zip";
import * as z from "zod";
import { readFixture } from "./eval-fixtures.ts";

/** One labelled log. `spans` hold the lines that explain the failure, any of them counts. */
export type Case = {
  set: string;
  id: string;
  bytes: Uint8Array;
  /** The last green log of the same job, where the set has one. */
  green: Uint8Array | null;
  spans: [number, number][];
  decoys: number[];
  category: string | null;
  rule: string | null;
  step: string | null;
};

const Span = z.tuple([z.number(), z.number()]);
const Label = z.object({
  id: z.string(),
  zip: z.string().optional(),
  job: z.string().optional(),
  log: z.string().optional(),
  pass_log: z.string().optional(),
  line: z.number().optional(),
  spans: z.array(Span).optional(),
  error_spans: z.array(Span).optional(),
  annotator2_error_spans: z.array(Span).optional(),
  decoys: z.array(z.number()).optional(),
  category: z.string().optional(),
  step: z.string().nullish(),
});

/** Every set below the folder, or the folder itself when it is one: `labels.jsonl`, or our own marked fixtures. */
export function* readCases(folder: string): Generator<Case> {
  if (existsSync(join(folder, "labels.jsonl"))) yield* labelled(folder);
  else
    for (const entry of readdirSync(folder).sort()) {
      const path = join(folder, entry);
      if (statSync(path).isDirectory()) yield* readCases(path);
      else if (entry.endsWith(".log")) yield fixture(path);
    }
}

function* labelled(folder: string): Generator<Case> {
  const set = folder.split("/").at(-1) ?? folder;
  for (const line of readFileSync(join(folder, "labels.jsonl"), "utf8").split("\n")) {
    if (line.trim() === "") continue;
    const label = Label.parse(JSON.parse(line));
    const spans = label.spans ?? [...(label.error_spans ?? []), ...(label.annotator2_error_spans ?? [])];
    yield {
      set,
      id: label.id,
      bytes: label.zip
        ? entryOf(join(folder, label.zip), label.job ?? "")
        : plain(join(folder, label.log ?? "")),
      green: label.pass_log ? plain(join(folder, label.pass_log)) : null,
      spans: label.line === undefined ? spans : [[label.line, label.line]],
      decoys: label.decoys ?? [],
      category: label.category ?? null,
      rule: null,
      step: label.step ?? null,
    };
  }
}

function fixture(path: string): Case {
  const { log, expectation } = readFixture(readFileSync(path, "utf8"));
  const { line, block, category, rule, step } = expectation;
  return {
    set: "mine",
    id: path.split("/").slice(-2).join("/"),
    bytes: new TextEncoder().encode(log),
    green: null,
    spans: [block ?? [line, line]],
    decoys: [],
    category,
    rule,
    step,
  };
}

function plain(path: string): Uint8Array {
  const bytes = readFileSync(path);
  return path.endsWith(".gz") ? gunzipSync(bytes) : bytes;
}

function entryOf(zip: string, name: string): Uint8Array {
  const entry = new AdmZip(zip).getEntry(name);
  if (!entry) throw new Error(`${zip} holds no ${name}`);
  return entry.getData();
}
