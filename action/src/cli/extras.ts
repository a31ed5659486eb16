import * as z from "zod";
import { lines, parseTexts, text, whole } from "../option-texts.ts";

const REPORT_FORMATS = ["terminal", "json", "sarif", "annotations"] as const;

/** Flags of the terminal that are no inputs of the Action: one table, one parse. Those of two values take none. */
export const EXTRAS = {
  from: text
    .nullable()
    .default(null)
    .describe("read what agentops collect wrote into this folder, instead of records; no GitHub is asked"),
  watch: z.boolean().default(false).describe("show it again whenever files change, until Ctrl-C"),
  port: whole(0, 65_535).default(4400).describe("port to try first; a taken one gives way to the next"),
  base: text.default("/").describe("path the site lives under, as on Pages: /agent-fleet/"),
  serve: z.boolean().default(true).describe("end when the dashboard is built"),
  directory: text
    .nullable()
    .default(null)
    .describe(
      "where it goes (default: a temporary folder; of collect: agentops-telemetry); of inventory: the checkout that is read (default: the current folder)",
    ),
  format: z
    .enum(["json", "csv"], { error: "must be json or csv" })
    .default("json")
    .describe("json documents or csv tables"),
  output: text.default("agentops-export").describe("where the files go"),
  month: text
    .regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, "must be a month such as 2026-11")
    .nullable()
    .default(null)
    .describe("of export focus: the month of UTC (default: every one)"),
  check: text
    .nullable()
    .default(null)
    .describe("of export focus: a file to check by the rules of FOCUS 1.2 instead of writing one"),
  "report-format": z
    .enum(REPORT_FORMATS, { error: `must be ${REPORT_FORMATS.join(", ")}` })
    .default("terminal")
    .describe("for people, for programs, for code scanning, or as annotations of a job"),
  "report-output": text.nullable().default(null).describe("the file it is written to (default: the screen)"),
  replay: text
    .nullable()
    .default(null)
    .describe("what would have fired in so many past days, by today's rules: 90d; nothing is stored or told"),
  cases: text
    .nullable()
    .default(null)
    .describe("the file of cases (default: beside the configuration, .github/agentops.test.yml)"),
  since: text.default("30d").describe("how many past days are looked at"),
  strict: z.boolean().default(false).describe("warnings count as errors too"),
  visibility: z
    .enum(["public", "private"], { error: "must be public or private" })
    .nullable()
    .default(null)
    .describe("of the repository, which decides some rules (default: not known)"),
  "required-checks": lines
    .default([])
    .describe("checks that a branch requires, one a line (default: not known)"),
  run: text
    .regex(/^[1-9]\d{0,14}$/, "must be a run's number, as in its address")
    .nullable()
    .default(null)
    .describe("the run that is removed, all its attempts"),
  person: text
    .regex(/^@?[A-Za-z\d](?:[A-Za-z\d-]{0,38})(?:\[bot\])?$/, "must be a login, as GitHub writes it")
    .nullable()
    .default(null)
    .describe("the login that is removed; what they did keeps its figures"),
  reason: text.default("on request").describe("why, in a few words: stored beside what says that it is gone"),
  history: z
    .boolean()
    .default(false)
    .describe("also replace the history of the data branch, where older commits hold what goes"),
  "dry-run": z.boolean().default(false).describe("show what would go, and change nothing"),
  "commit-since": text
    .regex(/^[0-9a-f]{7,64}$/, "must be the id of a commit")
    .nullable()
    .default(null)
    .describe("a commit of the data branch that you remember: its history must still hold it"),
  yes: z.boolean().default(false).describe("do not ask"),
  json: z
    .boolean()
    .default(false)
    .describe("print the result alone, as JSON; of analyze: the Analysis record"),
  otlp: z
    .boolean()
    .default(false)
    .describe("try only the OTLP endpoint (default: OTEL_EXPORTER_OTLP_ENDPOINT and _HEADERS)"),
  pairs: whole(1, 1000).default(10).describe("pairs of runs of the command, without and with collection"),
  iterations: whole(100, 10_000_000).default(20_000).describe("calls that are measured"),
} as const;

export type Extra = keyof typeof EXTRAS;

/** What a flag is called where two commands mean different things by one word. */
export function flagOf(extra: Extra): string {
  return extra.replace(/^(?:report|commit)-/, "");
}

const Extras = z.object(EXTRAS);
export type Extras = z.infer<typeof Extras> & {
  /** Everything after the command; flags too where the command says what they mean. */
  words: readonly string[];
};

export function parseExtras(
  given: Readonly<Record<string, string | boolean | undefined>>,
  words: readonly string[] = [],
): Extras {
  return { ...parseTexts(Extras, given, (name) => `--${flagOf(name as Extra)}`), words };
}
