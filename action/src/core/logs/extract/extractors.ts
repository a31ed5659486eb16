import { agentResults } from "#core/logs/extract/agents.ts";
import { coverage } from "#core/logs/extract/coverage.ts";
import type { Extractor } from "#core/logs/extract/extractor.ts";
import { metrics } from "#core/logs/extract/metrics.ts";
import { references } from "#core/logs/extract/references.ts";
import { resources } from "#core/logs/extract/resources.ts";
import { slowCommands } from "#core/logs/extract/slow-commands.ts";
import { testResults } from "#core/logs/extract/tests.ts";

/** Fresh ones for one log each: they remember what they saw. */
export function extractors(): Extractor[] {
  return [testResults(), coverage(), metrics(), references(), resources(), slowCommands(), agentResults()];
}
