import type { Rule } from "#core/failures/rule.ts";

/** Go: compiler, modules and toolchain. */
export const GO: readonly Rule[] = [
  {
    id: "go/compile-error",
    category: "build_failure",
    title: "Go: the code does not compile, or vet objects",
    advice: "Fix the first error; later ones often follow from it.",
    hints: [".go:"],
    pattern:
      /^(?:#\d+ [\d.]+ )?(?:vet: )?[^\s:]{1,300}\.go:\d+:\d+: (?!warning|Warning|info|\w+: \[)(?<message>.+)/,
    strength: 0.92,
    prefer: "first",
    block: null,
  },
  {
    id: "go/modules",
    category: "dependency_unavailable",
    title: "Go: a module cannot be had",
    advice: "Check the path, the version and the proxy; run go mod tidy.",
    hints: [
      "go: module ",
      "no required module provides",
      "cannot find module providing",
      "unknown revision",
      "cannot find package",
      "go: downloading",
      "terminal prompts disabled",
      "is not in goroot",
      "is not in std",
    ],
    pattern:
      /^(?:go: |\S{1,200}\.go:\d+:\d+: |.{0,80}: )?(?<message>no required module provides package .+|cannot find module providing package .+|cannot find package .+|module \S{1,200}: (?:reading|not a known|git) .+|\S{1,200}: (?:invalid version: |unknown revision ).+|package \S{1,200} is not in (?:GOROOT|std).*)/,
    strength: 0.93,
    prefer: "first",
    block: null,
  },
  {
    id: "go/mod-mismatch",
    category: "configuration",
    title: "Go: go.mod or go.sum is not up to date",
    advice: "Run go mod tidy and commit go.mod and go.sum.",
    hints: [
      "missing go.sum entry",
      "updates to go.mod needed",
      "errors parsing go.mod",
      "go mod tidy",
      "inconsistent vendoring",
    ],
    pattern:
      /^(?:go: |\S{1,300}: )?(?:\S{1,200}: )?(?<message>missing go\.sum entry .+|updates to go\.mod needed.*|errors parsing .{0,200}go\.mod:?|inconsistent vendoring in .+)/,
    strength: 0.95,
    prefer: "first",
    block: null,
  },
  {
    id: "go/version",
    category: "configuration",
    title: "Go: the toolchain is too old or missing",
    advice: "Set up the version that go.mod names.",
    hints: [
      "requires go >=",
      "requires go1",
      "toolchain not available",
      "is lower than the targeted",
      "invalid go version",
    ],
    pattern:
      /^(?<message>.{0,300}(?:requires go ?>?=? ?1\.\d+.*|toolchain not available|is lower than the targeted Go version.*|invalid go version '.+))/,
    strength: 0.95,
    prefer: "first",
    block: null,
  },
  {
    id: "go/checksum",
    category: "policy_blocked",
    title: "Go: a module's checksum differs",
    advice: "Find out whether the tag was moved before trusting it.",
    hints: ["checksum mismatch"],
    pattern: /^(?:go: )?(?<message>(?:verifying )?\S{1,200}: checksum mismatch)/,
    strength: 0.95,
    prefer: "first",
    block: null,
  },
  {
    id: "go/constraints",
    category: "build_failure",
    title: "Go: no file fits, or imports form a ring",
    advice: "Check build tags and the packages' imports.",
    hints: ["build constraints exclude all", "import cycle not allowed", "no non-test go files"],
    pattern:
      /^(?<message>.{0,300}(?:build constraints exclude all Go files|import cycle not allowed|no non-test Go files).*)/,
    strength: 0.9,
    prefer: "first",
    block: null,
  },
];
