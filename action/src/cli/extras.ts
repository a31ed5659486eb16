import * as z from "zod";
import { parseTexts, text, whole } from "../option-texts.ts";

/** Flags of the terminal that are no inputs of the Action: one table, one parse. Those of two values take none. */
export const EXTRAS = {
  port: whole(0, 65_535).default(4400).describe("port to try first; a taken one gives way to the next"),
  base: text.default("/").describe("path the site lives under, as on Pages: /agent-fleet/"),
  serve: z.boolean().default(true).describe("end when the dashboard is built"),
  directory: text
    .nullable()
    .default(null)
    .describe("where it goes (default: a temporary folder; of collect: agentops-telemetry)"),
  format: z
    .enum(["json", "csv"], { error: "must be json or csv" })
    .default("json")
    .describe("json documents or csv tables"),
  output: text.default("agentops-export").describe("where the files go"),
  json: z.boolean().default(false).describe("print the Analysis record alone, as JSON"),
  otlp: z
    .boolean()
    .default(false)
    .describe("try only the OTLP endpoint (default: OTEL_EXPORTER_OTLP_ENDPOINT and _HEADERS)"),
  pairs: whole(1, 1000).default(10).describe("pairs of runs of the command, without and with collection"),
  iterations: whole(100, 10_000_000).default(20_000).describe("calls that are measured"),
} as const;

export type Extra = keyof typeof EXTRAS;
const Extras = z.object(EXTRAS);
export type Extras = z.infer<typeof Extras> & {
  /** Everything after the command; flags too where the command says what they mean. */
  words: readonly string[];
};

export function parseExtras(
  given: Readonly<Record<string, string | boolean | undefined>>,
  words: readonly string[] = [],
): Extras {
  return { ...parseTexts(Extras, given, (name) => `--${name}`), words };
}
