import type { Rule } from "#core/failures/rule.ts";
import { CLOUD } from "#core/failures/rules/cloud.ts";
import { DOCKER } from "#core/failures/rules/docker.ts";
import { DOTNET } from "#core/failures/rules/dotnet.ts";
import { GRADLE } from "#core/failures/rules/gradle.ts";
import { INFRASTRUCTURE } from "#core/failures/rules/infrastructure.ts";
import { JVM } from "#core/failures/rules/jvm.ts";
import { MAKE } from "#core/failures/rules/make.ts";
import { MAVEN } from "#core/failures/rules/maven.ts";
import { NATIVE } from "#core/failures/rules/native.ts";
import { SCALA } from "#core/failures/rules/scala.ts";
import { SWIFT } from "#core/failures/rules/swift.ts";

/**
 * Every known way to fail; earlier rows win between rules of equal strength. Languages come first, then what they
 * run on: a compiler's own line says more than the network, the disk or the runner around it.
 */
export const RULES: readonly Rule[] = [
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
];
