import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv, type ValidateFunction } from "ajv";
import addFormats from "ajv-formats";

/** The part of GitHub's published API description that we have; it lives beside the project and may be absent. */
const FILE = join(import.meta.dirname, "../../../shared/facts/openapi/github-rest-subset.json");
export const described = existsSync(FILE);

type Schema = { [key: string]: unknown };

/** What a payload says against the named schema, one line an error; empty when it is valid. */
export function violations(schema: string, payload: unknown): string[] {
  const validate = validator(schema);
  if (validate(payload)) return [];
  return (validate.errors ?? []).map((error) => `${schema}${error.instancePath} ${error.message}`);
}

/** The same for the body of a response, by the description's own template; empty when it does not describe that. */
export function responseViolations(method: string, path: string, status: number, body: unknown): string[] {
  const pointer = `/paths/${path.replaceAll("/", "~1")}/${method}/responses/${status}/content/application~1json/schema`;
  const known = resolve(JSON.parse(readFileSync(FILE, "utf8")), pointer);
  if (known === undefined) return [];
  const validate = validatorAt(pointer);
  if (validate(body)) return [];
  return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}

const compiled = new Map<string, ValidateFunction>();
let ajv: Ajv | null = null;

const validator = (schema: string) => validatorAt(`/components/schemas/${schema}`);

function validatorAt(pointer: string): ValidateFunction {
  ajv ??= load();
  const fragment = pointer.split("/").map(encodeURIComponent).join("/");
  const known = compiled.get(pointer) ?? ajv.compile({ $ref: `github#${fragment}` });
  compiled.set(pointer, known);
  return known;
}

/** What a JSON pointer leads to in the document. */
function resolve(document: unknown, pointer: string): unknown {
  return pointer
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/"))
    .reduce((node, part) => (node as Schema | undefined)?.[part], document);
}

function load(): Ajv {
  const document = JSON.parse(readFileSync(FILE, "utf8")) as Schema;
  const loaded = new Ajv({ strict: false, allErrors: true });
  addFormats.default(loaded);
  loaded.addFormat("uri", { validate: (text: string) => URL.canParse(text.replaceAll(/\{[^}]*\}/g, "")) });
  loaded.addSchema(nullable(document) as Schema, "github");
  return loaded;
}

/** OpenAPI 3.0 says `nullable: true` where JSON Schema says `type: [..., "null"]`. */
function nullable(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(nullable);
  if (typeof node !== "object" || node === null) return node;
  const { nullable: open, ...rest } = node as Schema;
  const schema = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, nullable(value)]));
  return open === true ? { anyOf: [schema, { type: "null" }] } : schema;
}
