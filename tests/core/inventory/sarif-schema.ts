/** SARIF 2.1.0 as far as GitHub's code scanning reads it: what it requires, and the limits it sets. */

const text = { type: "string", minLength: 1, maxLength: 1024 };
const message = { type: "object", required: ["text"], properties: { text }, additionalProperties: false };
const level = { enum: ["note", "warning", "error"] };
const position = { type: "integer", minimum: 1 };

const rule = {
  type: "object",
  required: ["id", "shortDescription", "fullDescription", "help"],
  properties: {
    id: { type: "string", minLength: 1, maxLength: 255 },
    name: { type: "string", pattern: "^[A-Z][A-Za-z]+$", maxLength: 255 },
    shortDescription: message,
    fullDescription: message,
    help: {
      type: "object",
      required: ["text"],
      properties: { text, markdown: text },
      additionalProperties: false,
    },
    defaultConfiguration: { type: "object", properties: { level }, additionalProperties: false },
    properties: {
      type: "object",
      properties: {
        tags: { type: "array", items: { type: "string", minLength: 1 }, maxItems: 10 },
        precision: { enum: ["very-high", "high", "medium", "low"] },
        "problem.severity": { enum: ["error", "warning", "recommendation"] },
        "security-severity": { type: "string", pattern: "^(10\\.0|[0-9]\\.[0-9])$" },
      },
      additionalProperties: false,
    },
  },
  additionalProperties: false,
};

const location = {
  type: "object",
  required: ["physicalLocation"],
  properties: {
    physicalLocation: {
      type: "object",
      required: ["artifactLocation", "region"],
      properties: {
        artifactLocation: {
          type: "object",
          required: ["uri"],
          // Relative, and nothing that a URI may not hold.
          properties: {
            uri: { type: "string", pattern: "^[A-Za-z0-9._~!$&'()*+,;=@%-][A-Za-z0-9._~!$&'()*+,;=:@%/-]*$" },
            uriBaseId: { const: "%SRCROOT%" },
          },
          additionalProperties: false,
        },
        region: {
          type: "object",
          required: ["startLine", "startColumn", "endLine", "endColumn"],
          properties: { startLine: position, startColumn: position, endLine: position, endColumn: position },
          additionalProperties: false,
        },
      },
      additionalProperties: false,
    },
  },
  additionalProperties: false,
};

const result = {
  type: "object",
  required: ["message", "locations", "partialFingerprints"],
  properties: {
    ruleId: { type: "string", minLength: 1 },
    ruleIndex: { type: "integer", minimum: 0 },
    level,
    message,
    locations: { type: "array", items: location, minItems: 1, maxItems: 1000 },
    partialFingerprints: {
      type: "object",
      required: ["primaryLocationLineHash"],
      properties: { primaryLocationLineHash: { type: "string", pattern: "^[0-9a-f]{32}$" } },
      additionalProperties: false,
    },
  },
  additionalProperties: false,
};

const run = {
  type: "object",
  required: ["tool", "results"],
  properties: {
    automationDetails: {
      type: "object",
      required: ["id"],
      properties: { id: { type: "string", pattern: "/$" } },
    },
    columnKind: { enum: ["utf16CodeUnits", "unicodeCodePoints"] },
    tool: {
      type: "object",
      required: ["driver"],
      properties: {
        driver: {
          type: "object",
          required: ["name", "rules"],
          properties: {
            name: { type: "string", minLength: 1 },
            semanticVersion: { type: "string", pattern: "^\\d+\\.\\d+\\.\\d+$" },
            informationUri: { type: "string", pattern: "^https://" },
            rules: { type: "array", items: rule, maxItems: 25_000 },
          },
          additionalProperties: false,
        },
      },
      additionalProperties: false,
    },
    results: { type: "array", items: result, maxItems: 5000 },
    properties: { type: "object" },
  },
  additionalProperties: false,
};

export const SARIF_SCHEMA = {
  type: "object",
  required: ["$schema", "version", "runs"],
  properties: {
    $schema: { const: "https://json.schemastore.org/sarif-2.1.0.json" },
    version: { const: "2.1.0" },
    runs: { type: "array", items: run, minItems: 1, maxItems: 20 },
  },
  additionalProperties: false,
};
