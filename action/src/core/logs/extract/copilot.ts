import { type AgentReader, MOST_RESULTS, nothingSaid } from "#core/logs/extract/agent-reader.ts";
import type { AgentResult } from "#core/records/analysis.ts";

/** An AI credit is a cent. */
const CREDIT_USD = 0.01;
const UNITS: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, b: 1e9 };

const MODEL_ROW = /^\s{0,8}(\S{2,80})\s+([\d.]+[kmb]?) in(?:put)?, ([\d.]+[kmb]?) out(?:put)?\b/;
const TOKENS_ROW = /^Tokens\s+↑ ([\d.]+[kmb]?) • ↓ ([\d.]+[kmb]?)/;
const DURATION =
  /^(?:Total duration \(wall\):|Total session time:|Duration)\s+((?:[\d.]+\s?(?:ms|[dhms])\s?){1,4})/;
const CREDITS = /^AI Credits\s+([\d.]{1,12})/;
const FOOTER = /^(?:Total usage est:|Changes\s+\+\d+ -\d+)/;

/** The footer of `copilot -p`, in the words of its three years; numbers are rounded by Copilot. */
export function copilot(): AgentReader {
  const results: AgentResult[] = [];
  let open: AgentResult | null = null;

  function begin(): AgentResult {
    const fresh = nothingSaid("Copilot CLI");
    if (results.length < MOST_RESULTS) results.push(fresh);
    return fresh;
  }

  return {
    hints: [
      "total usage est:",
      "total duration (wall):",
      "total session time:",
      "changes   +",
      "duration  ",
      "tokens    ↑",
      "ai credits",
      "premium request",
    ],
    line(text) {
      if (FOOTER.test(text)) open = begin();
      if (open === null) return;
      const duration = DURATION.exec(text)?.[1];
      if (duration) open.duration_ms = milliseconds(duration);
      const row = MODEL_ROW.exec(text);
      if (row) {
        open.model ??= row[1] ?? null;
        open.tokens_total = (open.tokens_total ?? 0) + amount(row[2]) + amount(row[3]);
      }
      const tokens = TOKENS_ROW.exec(text);
      if (tokens) open.tokens_total = amount(tokens[1]) + amount(tokens[2]);
      const credits = CREDITS.exec(text)?.[1];
      if (credits) open.cost_usd = Number(credits) * CREDIT_USD;
    },
    held: () => results.length,
    results: () => results,
  };
}

function amount(text = "0"): number {
  return Math.round(Number.parseFloat(text) * (UNITS[text.slice(-1)] ?? 1));
}

const MS: Readonly<Record<string, number>> = { ms: 1, s: 1e3, m: 6e4, h: 36e5, d: 864e5 };

function milliseconds(text: string): number {
  let total = 0;
  for (const [, value, unit = "s"] of text.matchAll(/([\d.]+)\s?(ms|[dhms])/g))
    total += Number(value) * (MS[unit] ?? 0);
  return Math.round(total);
}
