import { expect, it } from "vitest";
import { agentDriftSentence } from "#core/render/words/agent-drift.ts";

it.each([
  [[], "The stretch before is not fully known: nothing to compare with."],
  [[{ measure: "cost", verdict: "too few" }], "Too few executions to tell whether anything changed."],
  [
    [
      { measure: "cost", verdict: "too few" },
      { measure: "success", verdict: "no change beyond chance" },
    ],
    "Nothing changed beyond chance against the stretch before.",
  ],
  [
    [
      { measure: "success", verdict: "worse" },
      { measure: "tool_failures", verdict: "worse" },
      { measure: "duration", verdict: "better" },
    ],
    "Worse than in the stretch before: success rate, failed tool calls; better: median duration.",
  ],
  [[{ measure: "duration", verdict: "better" }], "Better than in the stretch before: median duration."],
] as const)("says of an agent whether it changed: %j", (drift, sentence) => {
  expect(agentDriftSentence(drift)).toBe(sentence);
});
