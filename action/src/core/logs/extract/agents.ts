import { MOST_RESULTS } from "#core/logs/extract/agent-reader.ts";
import { claude } from "#core/logs/extract/claude.ts";
import { codex } from "#core/logs/extract/codex.ts";
import { copilot } from "#core/logs/extract/copilot.ts";
import type { Extractor } from "#core/logs/extract/extractor.ts";
import { gemini } from "#core/logs/extract/gemini.ts";

/** The agents' own words on cost, turns, time and tokens, as they stand in ordinary job logs. */
export function agentResults(): Extractor {
  const readers = [claude(), codex(), copilot(), gemini()];
  return {
    hints: readers.flatMap(({ hints }) => hints),
    line(text) {
      for (const reader of readers) reader.line(text);
    },
    wantsNext: () => readers.some((reader) => reader.wantsNext?.() ?? false),
    held: () => readers.reduce((sum, reader) => sum + reader.held(), 0),
    finish(into) {
      into.agents = readers.flatMap((reader) => reader.results()).slice(0, MOST_RESULTS);
    },
  };
}
