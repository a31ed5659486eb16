import type { Rule } from "#core/failures/rule.ts";
import { ACTIONS } from "#core/failures/rules/actions.ts";
import { AGENT_ANSWERS } from "#core/failures/rules/agent-answers.ts";
import { AGENT_GUARD } from "#core/failures/rules/agent-guard.ts";
import { AGENT_LIMITS } from "#core/failures/rules/agent-limits.ts";
import { AGENT_TOOLS } from "#core/failures/rules/agent-tools.ts";
import { AGENTS } from "#core/failures/rules/agents.ts";
import { BEAM } from "#core/failures/rules/beam.ts";
import { BROWSERS } from "#core/failures/rules/browsers.ts";
import { CARGO } from "#core/failures/rules/cargo.ts";
import { CHECKOUT } from "#core/failures/rules/checkout.ts";
import { CLOUD } from "#core/failures/rules/cloud.ts";
import { COMPILED } from "#core/failures/rules/compiled.ts";
import { COMPOSER } from "#core/failures/rules/composer.ts";
import { DOCKER } from "#core/failures/rules/docker.ts";
import { DOCUMENTS } from "#core/failures/rules/documents.ts";
import { DOTNET } from "#core/failures/rules/dotnet.ts";
import { GIT } from "#core/failures/rules/git.ts";
import { GO } from "#core/failures/rules/go.ts";
import { GO_LINT } from "#core/failures/rules/go-lint.ts";
import { GO_TESTS } from "#core/failures/rules/go-tests.ts";
import { GRADLE } from "#core/failures/rules/gradle.ts";
import { HASKELL } from "#core/failures/rules/haskell.ts";
import { INFRASTRUCTURE } from "#core/failures/rules/infrastructure.ts";
import { JAVASCRIPT_BUILD } from "#core/failures/rules/javascript-build.ts";
import { JAVASCRIPT_LINT } from "#core/failures/rules/javascript-lint.ts";
import { JAVASCRIPT_TESTS } from "#core/failures/rules/javascript-tests.ts";
import { JVM } from "#core/failures/rules/jvm.ts";
import { LISPS } from "#core/failures/rules/lisps.ts";
import { MAKE } from "#core/failures/rules/make.ts";
import { MAVEN } from "#core/failures/rules/maven.ts";
import { NATIVE } from "#core/failures/rules/native.ts";
import { NETWORK } from "#core/failures/rules/network.ts";
import { NODE } from "#core/failures/rules/node.ts";
import { NPM } from "#core/failures/rules/npm.ts";
import { PACKAGES } from "#core/failures/rules/packages.ts";
import { PERL } from "#core/failures/rules/perl.ts";
import { PHP } from "#core/failures/rules/php.ts";
import { PNPM } from "#core/failures/rules/pnpm.ts";
import { PYTHON } from "#core/failures/rules/python.ts";
import { PYTHON_LINT } from "#core/failures/rules/python-lint.ts";
import { PYTHON_PACKAGES } from "#core/failures/rules/python-packages.ts";
import { PYTHON_TESTS } from "#core/failures/rules/python-tests.ts";
import { R } from "#core/failures/rules/r.ts";
import { RESOURCES } from "#core/failures/rules/resources.ts";
import { RUBY } from "#core/failures/rules/ruby.ts";
import { RUNNERS } from "#core/failures/rules/runners.ts";
import { RUST } from "#core/failures/rules/rust.ts";
import { SCALA } from "#core/failures/rules/scala.ts";
import { SCRIPTING } from "#core/failures/rules/scripting.ts";
import { SHELL } from "#core/failures/rules/shell.ts";
import { SITES } from "#core/failures/rules/sites.ts";
import { SWIFT } from "#core/failures/rules/swift.ts";
import { WORKFLOWS } from "#core/failures/rules/workflows.ts";

/**
 * Every known way to fail; earlier rows win between rules of equal strength. Agents and languages come first, then
 * what they run on: a compiler's own line says more than the network, the disk or the runner around it.
 */
export const RULES: readonly Rule[] = [
  ...AGENTS,
  ...AGENT_ANSWERS,
  ...AGENT_TOOLS,
  ...AGENT_GUARD,
  ...AGENT_LIMITS,
  ...NODE,
  ...NPM,
  ...PNPM,
  ...JAVASCRIPT_LINT,
  ...JAVASCRIPT_TESTS,
  ...BROWSERS,
  ...JAVASCRIPT_BUILD,
  ...DOCUMENTS,
  ...SITES,
  ...PYTHON,
  ...PYTHON_TESTS,
  ...PYTHON_PACKAGES,
  ...PYTHON_LINT,
  ...GO_TESTS,
  ...GO_LINT,
  ...GO,
  ...RUST,
  ...CARGO,
  ...RUBY,
  ...PHP,
  ...COMPOSER,
  ...PERL,
  ...R,
  ...BEAM,
  ...HASKELL,
  ...LISPS,
  ...SCRIPTING,
  ...COMPILED,
  ...SHELL,
  ...JVM,
  ...MAVEN,
  ...GRADLE,
  ...SCALA,
  ...DOTNET,
  ...SWIFT,
  ...NATIVE,
  ...MAKE,
  ...INFRASTRUCTURE,
  ...DOCKER,
  ...CLOUD,
  ...GIT,
  ...CHECKOUT,
  ...ACTIONS,
  ...WORKFLOWS,
  ...RUNNERS,
  ...NETWORK,
  ...PACKAGES,
  ...RESOURCES,
];
