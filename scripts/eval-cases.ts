import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import AdmZip from "adm-zip";
import * as z from "zod";
import { readLine } from "#core/logs/line.ts";
import { readFixture } from "./eval-fixtures.ts";

/** One labelled log. `spans` hold the lines that explain the failure, any of them counts; none: nothing explains it. */
export type Case = {
  set: string;
  id: string;
  bytes: Uint8Array;
  /** The last green log of the same job, where the set has one. */
  green: Uint8Array | null;
  spans: [number, number][];
  decoys: number[];
  /** Any of these is right; null: the label says none. */
  categories: readonly string[] | null;
  rule: string | null;
  step: string | null;
};

/** What public sets call a kind of failure, as ours. */
const OF_CLASS: Readonly<Record<string, readonly string[]>> = {
  build: ["build_failure", "type_error"],
  config: ["configuration"],
  test: ["test_failure"],
  dependency: ["dependency_unavailable"],
  auth: ["auth_failed", "permission_denied"],
  runtime: ["script_error"],
  lint: ["lint_failure", "type_error"],
  crash: ["script_error", "out_of_memory"],
  network: ["network"],
  rate_limit: ["rate_limit", "quota_exceeded"],
  cancelled: ["cancelled"],
};

/** The set of logs that a rule was written for. */
export const OF_RULES = "of rules";

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
  cls: z.string().optional(),
  step: z.string().nullish(),
});
/** What a folder's `expected.json` says of each of its logs. */
export const Answers = z.record(
  z.string(),
  z.object({
    /** Words that the primary finding's line holds, any of them; null: nothing may claim a cause. */
    line: z.union([z.string(), z.array(z.string())]).nullable(),
    /** Any of these kinds is right. */
    category: z.array(z.string()),
    /** Words of lines that no finding may name. */
    never: z.array(z.string()).default([]),
  }),
);

/** Every set below the folder, or the folder itself when it is one: `labels.jsonl`, `expected.json`, or marked logs. */
export function* readCases(folder: string): Generator<Case> {
  if (existsSync(join(folder, "labels.jsonl"))) yield* labelled(folder);
  else if (existsSync(join(folder, "expected.json"))) yield* answered(folder);
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
      categories: label.category ? [label.category] : (OF_CLASS[label.cls ?? ""] ?? null),
      rule: null,
      step: label.step ?? null,
    };
  }
}

function* answered(folder: string): Generator<Case> {
  const answers = Answers.parse(JSON.parse(readFileSync(join(folder, "expected.json"), "utf8")));
  for (const [file, { line, category }] of Object.entries(answers)) {
    const bytes = readFileSync(join(folder, file));
    const words = [line ?? []].flat();
    const spans = bytes
      .toString("utf8")
      .split("\n")
      .flatMap((raw, index): [number, number][] => {
        const { text } = readLine(raw, index + 1);
        return words.some((some) => text.includes(some)) ? [[index + 1, index + 1]] : [];
      });
    const none = { green: null, decoys: [], rule: null, step: null };
    yield { ...none, set: folder.split("/").at(-1) ?? folder, id: file, bytes, spans, categories: category };
  }
}

function fixture(path: string): Case {
  const { log, expectation } = readFixture(readFileSync(path, "utf8"));
  const { line, block, category, rule, step } = expectation;
  return {
    set: OF_RULES,
    id: path.split("/").slice(-2).join("/"),
    bytes: new TextEncoder().encode(log),
    green: null,
    spans: [block ?? [line, line]],
    decoys: [],
    categories: category === null ? null : [category],
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
