import type { Rule } from "#core/failures/rule.ts";
import { ACTIONS } from "#core/failures/rules/actions.ts";
import { AGENT_ANSWERS } from "#core/failures/rules/agent-answers.ts";
import { AGENT_LIMITS } from "#core/failures/rules/agent-limits.ts";
import { AGENT_TOOLS } from "#core/failures/rules/agent-tools.ts";
import { AGENTS } from "#core/failures/rules/agents.ts";
import { CHECKOUT } from "#core/failures/rules/checkout.ts";
import { CLOUD } from "#core/failures/rules/cloud.ts";
import { DOCKER } from "#core/failures/rules/docker.ts";
import { DOTNET } from "#core/failures/rules/dotnet.ts";
import { GIT } from "#core/failures/rules/git.ts";
import { GRADLE } from "#core/failures/rules/gradle.ts";
import { INFRASTRUCTURE } from "#core/failures/rules/infrastructure.ts";
import { JVM } from "#core/failures/rules/jvm.ts";
import { MAKE } from "#core/failures/rules/make.ts";
import { MAVEN } from "#core/failures/rules/maven.ts";
import { NATIVE } from "#core/failures/rules/native.ts";
import { NETWORK } from "#core/failures/rules/network.ts";
import { PACKAGES } from "#core/failures/rules/packages.ts";
import { RESOURCES } from "#core/failures/rules/resources.ts";
import { RUNNERS } from "#core/failures/rules/runners.ts";
import { SCALA } from "#core/failures/rules/scala.ts";
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
  ...AGENT_LIMITS,
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
