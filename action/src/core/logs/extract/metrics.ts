import type { Extractor } from "#core/logs/extract/extractor.ts";

export const METRICS_LINE =
  /^agentops-metric((?:\s{1,4}[A-Za-z][\w.-]{0,63}=-?\d{1,15}(?:\.\d{1,15})?(?:[eE][+-]?\d{1,3})?)+)$/;
const PAIR = /([A-Za-z][\w.-]{0,63})=(\S+)/g;
const MOST = 100;

/**
 * Numbers that a script hands on: a line of its own, `agentops-metric name=value`, several pairs allowed:
 *
 *     echo "agentops-metric docs_changed=12 judge.score=0.87"
 *
 * Names are letters, digits, `_`, `.`, `-`, at most 64; values are decimal numbers. Of a name printed twice the
 * last counts. A line that carries anything else counts as text.
 */
export function metrics(): Extractor {
  const found = new Map<string, number>();
  return {
    hints: ["agentops-metric"],
    line(text) {
      const pairs = METRICS_LINE.exec(text)?.[1];
      if (pairs === undefined) return;
      for (const [, name = "", value] of pairs.matchAll(PAIR)) {
        const number = Number(value);
        if (Number.isFinite(number) && (found.has(name) || found.size < MOST)) found.set(name, number);
      }
    },
    held: () => found.size,
    finish(into) {
      into.metrics = Object.fromEntries(found);
    },
  };
}
