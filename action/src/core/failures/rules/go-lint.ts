import type { Rule } from "#core/failures/rule.ts";

/** Go: linters and formatters. */
export const GO_LINT: readonly Rule[] = [
  {
    id: "golangci/violation",
    category: "lint_failure",
    title: "golangci-lint: a rule is violated",
    advice: "Fix the named line.",
    hints: [".go:"],
    pattern:
      /^(?:\w{1,12}: )?[^\s:]{1,300}\.go:\d+(?::\d+)?:? (?<message>.{3,600} \([a-zA-Z][\w-]{1,40}(?:, [\w-]{1,40}){0,4}\))$/,
    strength: 0.95,
    prefer: "first",
    block: null,
  },
  {
    id: "go/vet",
    category: "lint_failure",
    title: "go vet: a suspicious construct",
    advice: "Fix the named line.",
    hints: [
      "formatting directive",
      "format %",
      "unkeyed fields",
      "struct field tag",
      "unreachable code",
      "self-assignment of",
      "possible misuse of",
      "result of ",
      "copies lock",
      "passes lock",
      "should have signature",
      "lostcancel",
    ],
    pattern:
      /^(?:vet: )?[^\s:]{1,300}\.go:\d+:\d+: (?<message>.{1,200}(?:format %|formatting directive|composite literal uses unkeyed fields|copies lock|passes lock by value|should have signature|call not used|possible misuse of|compatible with reflect\.StructTag).*|unreachable code|self-assignment of .+|struct field tag .+|the cancel function .+)/,
    strength: 0.94,
    prefer: "first",
    block: null,
  },
  {
    id: "golangci/configuration",
    category: "configuration",
    title: "golangci-lint: the configuration or version does not fit",
    advice: "Migrate the configuration or pin the version.",
    hints: ["can't load config", "unsupported version of the configuration", "the go language version"],
    pattern:
      /(?<message>can't load config: .+|Error: (?:you are using a configuration file|unsupported version of the configuration).*)/,
    strength: 0.92,
    prefer: "first",
    block: null,
  },
  {
    id: "gofmt/violation",
    category: "lint_failure",
    title: "gofmt: files are not formatted",
    advice: "Run gofmt -w and commit the result.",
    hints: ["diff -u ", "diff "],
    pattern: /^diff (?:-u )?(?<message>\S{1,300}\.go\.orig \S+)/,
    strength: 0.85,
    prefer: "first",
    block: null,
  },
];
