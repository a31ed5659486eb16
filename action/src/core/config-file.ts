import { isNode, isScalar, LineCounter, parseDocument, visit } from "yaml";
import * as z from "zod";
import { Config } from "#core/config.ts";
import { UserError } from "#core/errors.ts";
import { didYouMean } from "#core/nearest.ts";

const REMEDY = "Correct the file; every key and its default is described in the README under Configuration.";

/** The text of `.github/agentops.yml` as a Config. Throws a UserError that names file, line, key and reason. */
export function parseConfig(text: string, file: string): Config {
  return parseWritten(Config, text, file, REMEDY).data;
}

/** What a person wrote, and the line of the file on which a part of it stands, by its path. */
export type Written<Data> = { data: Data; lineOf: (path: readonly PropertyKey[]) => number };

/** A YAML or JSON text by its schema. Throws a UserError that names file, line, key and reason of all that is wrong. */
export function parseWritten<Schema extends z.ZodType>(
  schema: Schema,
  text: string,
  file: string,
  remedy: string,
): Written<z.infer<Schema>> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number) => lines.linePos(offset).line;
  const fault = document.errors[0];
  if (fault !== undefined)
    throw new UserError(`${file}:${lineAt(fault.pos[0])}: not valid YAML: ${fault.message}`, remedy);
  const lineOf = (path: readonly PropertyKey[]) => {
    for (let length = path.length; length > 0; length--) {
      const offset = offsetOf(document, path.slice(0, length));
      if (offset !== null) return lineAt(offset);
    }
    return lineAt(0);
  };
  const parsed = schema.safeParse(values(document, file, remedy) ?? {}, { reportInput: true });
  if (parsed.success) return { data: parsed.data, lineOf };
  const complaints = parsed.error.issues.flatMap((issue) => complaintsOf(issue, schema));
  const said = complaints.map(({ path, text }) => `${file}:${lineOf(path)}: ${keyPath(path)}: ${text}`);
  throw new UserError(said.join("\n"), remedy);
}

function complaintsOf(issue: z.core.$ZodIssue, schema: z.ZodType): { path: PropertyKey[]; text: string }[] {
  if (issue.code !== "unrecognized_keys") return [{ path: issue.path, text: reason(issue) }];
  const known = knownKeys(schema, issue.path);
  return issue.keys.map((key) => ({
    path: [...issue.path, key],
    text: `unknown key${didYouMean(key, known)}`,
  }));
}

function values(document: ReturnType<typeof parseDocument>, file: string, remedy: string): unknown {
  try {
    return document.toJS();
  } catch (error) {
    // Aliases that multiply without end are refused by the parser.
    throw new UserError(`${file}: not readable: ${String(error)}`, remedy, { cause: error });
  }
}

/** Where the key stands in the text. */
function offsetOf(document: ReturnType<typeof parseDocument>, path: readonly PropertyKey[]): number | null {
  const last = path.at(-1);
  const parent = document.getIn(path.slice(0, -1), true);
  let offset: number | null = null;
  if (isNode(parent) || path.length === 1)
    visit(isNode(parent) ? parent : document, {
      Pair: (_, pair) => {
        if (!isScalar(pair.key) || pair.key.value !== last) return visit.SKIP;
        offset = pair.key.range?.[0] ?? null;
        return visit.BREAK;
      },
    });
  if (offset !== null) return offset;
  const node = document.getIn(path, true);
  return isNode(node) ? (node.range?.[0] ?? null) : null;
}

function reason(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_value") {
    const allowed = issue.values.map(String);
    const given = String(issue.input ?? "");
    return `must be one of ${allowed.join(", ")}${didYouMean(given, allowed)}`;
  }
  return issue.message.replace(/^Invalid input: /, "");
}

function keyPath(path: readonly PropertyKey[]): string {
  if (path.length === 0) return "the file";
  return path
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
    .join("")
    .replace(/^\./, "");
}

type JsonSchema = {
  properties?: Record<string, JsonSchema>;
  propertyNames?: { enum?: string[] };
  items?: JsonSchema;
};

/** The keys that the schema knows at a path, for suggestions. */
function knownKeys(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let at: JsonSchema | undefined = z.toJSONSchema(schema, { io: "input" }) as JsonSchema;
  for (const key of path) at = typeof key === "number" ? at?.items : at?.properties?.[String(key)];
  return at?.propertyNames?.enum ?? Object.keys(at?.properties ?? {});
}
