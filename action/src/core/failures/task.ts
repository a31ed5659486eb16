import type { Category } from "#core/records/category.ts";

/** What a step was doing when it failed, told from its commands and its action. */
export type Task =
  | "install"
  | "build"
  | "test"
  | "lint"
  | "types"
  | "deploy"
  | "publish"
  | "login"
  | "migrate";

/** Ordered: of two rows that one command matches, the earlier says more about it. */
export const TASKS: readonly { task: Task; pattern: RegExp }[] = [
  {
    task: "lint",
    pattern:
      /\b(?:eslint|prettier|stylelint|biome|oxlint|standard|xo|ruff|flake8|pylint|black|isort|bandit|codespell|golangci-lint|gofmt|goimports|staticcheck|clippy|fmt|rubocop|standardrb|erb-?lint|brakeman|ktlint|detekt|checkstyle|spotless|spotbugs|pmd|swiftlint|swiftformat|shellcheck|shfmt|hadolint|actionlint|yamllint|markdownlint|vale|lychee|buf (?:lint|breaking|format)|credo|phpcs|php-cs-fixer|pint|pre-commit|commitlint|tflint|tfsec|checkov|ansible-lint|sqlfluff|clang-format|clang-tidy|cpplint|cppcheck|scalafmt|scalafix|ormolu|hlint|luacheck|selene|slither|solhint|[a-z]*lint(?:ers?|ing)?|format(?:ting)?(?:[: -]check)?|dart analyze|flutter analyze|knip|depcheck|cspell|typos|super-linter|megalinter|codeql|oasdiff|redocly|conftest|reuse|psscriptanalyzer|invoke-scriptanalyzer|dependency-review|semantic-pull-request|gitleaks|trufflehog|snyk|trivy|grype|semgrep|osv-scanner|zizmor|cargo deny|audit|verilator --lint-only|stubtest)\b/i,
  },
  {
    task: "types",
    pattern:
      /\b(?:tsc|vue-tsc|mypy|pyright|basedpyright|pytype|flow check|phpstan|psalm|srb|sorbet|steep|dialyzer|type-?check\w*|types|deno check|astro check|svelte-check)\b/i,
  },
  {
    task: "migrate",
    pattern:
      /\b(?:dotnet ef|alembic|flyway|liquibase|migrat\w+|db:(?:migrate|setup|schema:load)|prisma (?:db|migrate)|dbt|sqlx|goose|knex)\b/i,
  },
  {
    task: "test",
    pattern:
      /\b(?:pytest|py\.test|jest|vitest|mocha|ava|karma|jasmine|cypress|playwright|wdio|testcafe|rspec|minitest|phpunit|pest|tests?|e2e|(?<!\.)specs?|nextest|tox|nox|busted|prove|ctest|eunit|ct|gtest|bats|behave|cucumber|robot|unittest|coverage|junit|nosetests|runtest|infection|stryker|mutmut|pitest|chromatic|percy|backstop|k6|newman|artillery|locust|gatling|detox|maestro|smoke|integration|verify|hypothesis|fuzz|junit|testthat|xcodebuild test|emulator-runner)\b/i,
  },
  {
    task: "publish",
    pattern:
      /\b(?:publish\w*|twine|semantic-release|goreleaser|release|gem push|docker push|nuget push|changesets?|upload-to-\w+|notarytool|stapler|codesign|signtool|pypi-publish|gh-action-pypi\S*|fastlane|pod trunk|upload-artifact)\b/i,
  },
  {
    task: "login",
    pattern:
      /\b(?:login|log in|configure-aws-credentials|auth|setup-gcloud|match|sign-?in|activat\w+|licen[sc]e)\b/i,
  },
  {
    task: "deploy",
    pattern:
      /\b(?:deploy\w*|docker[ -]compose|terraform|tofu|terragrunt|pulumi|kubectl|kustomize|helm\w*|cdk|sam|serverless|sls|ansible\S*|molecule|packer|gcloud|aws|az|vercel|netlify|wrangler|fly(?:ctl)?|heroku|cloudformation|argocd|skaffold|rsync|scp|ssh)\b/i,
  },
  {
    task: "install",
    pattern:
      /\b(?:(?:npm|pnpm|yarn|bun) (?:ci|i|install|add)|(?:pip3?|pipx|uv|poetry|pdm|pipenv|conda|mamba|bundle|composer|cargo|gem|brew|apt|apt-get|apk|yum|dnf|choco|winget|pod|mix|sdkmanager|opam|cabal|stack|luarocks|cpanm?|go) (?:-\S{1,20} ){0,3}(?:install|sync|update|add|get|deps\.get|fetch|restore|mod (?:download|tidy))|dotnet restore|setup-\w+|install|restore|dependenc(?:y|ies))\b/i,
  },
  {
    task: "build",
    pattern:
      /\b(?:build\w*|cibuildwheel|auditwheel|delocate|pyinstaller|nuitka|maturin|compil\w*|make|cmake|ninja|meson|webpack|vite|rollup|esbuild|parcel|javac|gcc|g\+\+|clang|msbuild|xcodebuild|assemble\w*|package|bundle|docker(?![ -]compose)|buildx|bake|hugo|jekyll|mkdocs|sphinx|docusaurus|latexmk|pdflatex|tectonic|zig|nix|bazel|gradle\w*|mvnw?|sbt|dune|gleam|crystal|nim|nimble|ghc|stack|rebar3|pio|arduino-cli|godot|unity\S*|export|generate|codegen|synth|cargo|go|dotnet|swift|flutter|mix|solc|forge|hardhat|truffle|tsup)\b/i,
  },
];

const PRIOR: Readonly<Record<Task, Category>> = {
  install: "dependency_unavailable",
  build: "build_failure",
  test: "test_failure",
  lint: "lint_failure",
  types: "type_error",
  deploy: "configuration",
  publish: "configuration",
  login: "auth_failed",
  migrate: "script_error",
};

/** `owner/action@ref`: what stands below are its inputs. */
const ACTION = /^(?:\.{1,2}\/|[\w.-]{1,100}\/)[\w./-]{1,200}(?:@\S{1,200})?$/;
/** An input, and one of those that hold what the action is to run. */
const INPUT = /^\s{1,8}[\w-]{1,60}: ?/;
const RUNS =
  /^\s{1,8}(?:run|runs?-?commands?|commands?|cmd|script|args|arguments|tasks?|goals?|build|entrypoint): /i;

/** What a step was told to do: of an action's inputs those that it runs. */
function commandsOf(script: string): string[] {
  const lines = script.split("\n");
  const isAction = ACTION.test(lines[0]?.trim() ?? "") || lines[1] === "with:";
  const said = isAction ? lines.filter((line) => !INPUT.test(line) || RUNS.test(line)) : lines;
  return said.flatMap((line) => line.split(/&&|;/));
}

/** Comments, what is only printed, and conditions: names of tools in them are no commands. */
const SAID = /^\s*(?:#|echo\b|printf\b|(?:el)?if \[).*/;

/** What a tool made lies there. */
const FOLDER = /\b(?:build|dist|release|target|out|coverage)\/\S{0,300}/g;

/** Of a script's commands the last that is known counts: what failed before it would have ended the script. */
export function taskOf(script: string, name: string | null): Task | null {
  const commands = [...commandsOf(script), name ?? ""].map((line) =>
    line
      .replace(SAID, "")
      .replace(FOLDER, " ")
      .replace(/\s--(?!tests?(?![\w-]))[\w-]{1,60}/g, " "),
  );
  const known = commands.flatMap((line) => TASKS.find(({ pattern }) => pattern.test(line))?.task ?? []);
  return (name !== null && script.trim() === name.trim() ? known[0] : known.at(-2)) ?? known.at(-1) ?? null;
}

/** What failures of such a step mostly are. */
export function priorOf(task: Task): Category {
  return PRIOR[task];
}

/** Whether such a step may run tests; builds often do. */
export function mayTest(task: Task | null): boolean {
  return task === null || task === "test" || task === "build";
}
