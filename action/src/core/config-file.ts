import { isNode, isScalar, LineCounter, parseDocument, visit } from "yaml";
import * as z from "zod";
import { Config } from "#core/config.ts";
import { UserError } from "#core/errors.ts";
import { didYouMean } from "#core/nearest.ts";

const REMEDY = "Correct the file; every key and its default is described in the README under Configuration.";

/** The text of `.github/agentops.yml` as a Config. Throws a UserError that names file, line, key and reason. */
export function parseConfig(text: string, file: string): Config {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number) => `${file}:${lines.linePos(offset).line}`;
  const fault = document.errors[0];
  if (fault !== undefined)
    throw new UserError(`${lineAt(fault.pos[0])}: not valid YAML: ${fault.message}`, REMEDY);

  const parsed = Config.safeParse(values(document, file) ?? {}, { reportInput: true });
  if (parsed.success) return parsed.data;

  const where = (path: readonly PropertyKey[]) => {
    for (let length = path.length; length > 0; length--) {
      const offset = offsetOf(document, path.slice(0, length));
      if (offset !== null) return lineAt(offset);
    }
    return lineAt(0);
  };
  const complaints = parsed.error.issues.flatMap((issue) => {
    if (issue.code !== "unrecognized_keys")
      return [`${where(issue.path)}: ${keyPath(issue.path)}: ${reason(issue)}`];
    const known = knownKeys(issue.path);
    return issue.keys.map((key) => {
      const path = [...issue.path, key];
      return `${where(path)}: ${keyPath(path)}: unknown key${didYouMean(key, known)}`;
    });
  });
  throw new UserError(complaints.join("\n"), REMEDY);
}

function values(document: ReturnType<typeof parseDocument>, file: string): unknown {
  try {
    return document.toJS();
  } catch (error) {
    // Aliases that multiply without end are refused by the parser.
    throw new UserError(`${file}: not readable: ${String(error)}`, REMEDY, { cause: error });
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
function knownKeys(path: readonly PropertyKey[]): string[] {
  let schema: JsonSchema | undefined = z.toJSONSchema(Config, { io: "input" }) as JsonSchema;
  for (const key of path)
    schema = typeof key === "number" ? schema?.items : schema?.properties?.[String(key)];
  return schema?.propertyNames?.enum ?? Object.keys(schema?.properties ?? {});
}
