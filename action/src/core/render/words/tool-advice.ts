import { toolPath } from "#core/addresses/paths.ts";
import { toolName } from "#core/attempts/tool-name.ts";
import { categoryWord } from "#core/failures/category-word.ts";
import { count, duration, percent, plural } from "#core/format.ts";
import type { AdviceBy, By } from "#core/render/words/advice.ts";

type OfOne = "tool-got-worse" | "failing-tool" | "slower-tool" | "repeated-calls";

const ofTool = ({ tool }: By<OfOne>) => ({ subject: toolName(tool), link: toolPath(tool.slug) });

export const TOOL_ADVICE: AdviceBy<OfOne | "unused-tools" | "identical-tasks"> = {
  "tool-got-worse": (one) => ({
    ...ofTool(one),
    advice: `Find out what changed for ${one.tool.name}: it fails more often than before.`,
    evidence: `${percent(one.success.after)} of ${plural(one.success.after_n, "call")} succeeded, ${percent(one.success.before)} of ${count(one.success.before_n)} in the 30 days before.`,
    basis: "Not estimated: what a failed call costs its agent is not told.",
  }),
  "failing-tool": (one) => ({
    ...ofTool(one),
    advice: `Mend ${one.tool.name}, or take it from the agents that can do without.`,
    evidence: `${count(one.failed)} of ${plural(one.n, "call")} failed${one.mostly === null ? "" : `, ${count(one.mostly.calls)} of them: ${categoryWord(one.mostly.category)}`}.`,
    basis: "The mean time of a call, for each that failed.",
  }),
  "slower-tool": (one) => ({
    ...ofTool(one),
    advice: `Find out what made ${one.tool.name} slower.`,
    evidence: `The median of ${plural(one.latency.after_n, "call")} is ${duration(one.latency.after)}; it was ${duration(one.latency.before)} of ${count(one.latency.before_n)} in the 30 days before.`,
    basis: "The typical difference, for each call.",
  }),
  "repeated-calls": (one) => ({
    ...ofTool(one),
    advice: `Let agents keep what ${one.tool.name} answered, or tell them so: they ask it the same again and again.`,
    evidence: `${count(one.repeated)} of ${plural(one.n, "call")} had the very input of an earlier call of the same execution.`,
    basis: "At most: the time of the repeated calls; some may have been meant, as after a change.",
  }),
  "unused-tools": ({ server, names, unused, offered, n }) => ({
    subject: server ?? "tools of the agents' own",
    advice:
      server === null
        ? "Leave tools out that no agent calls: each takes room in every prompt."
        : `Leave out tools of ${server} that no agent calls: each takes room in every prompt.`,
    evidence: `${names.join(", ")}${unused > names.length ? ` and ${unused - names.length} more` : ""}: offered in ${plural(offered, "execution")} of ${count(n)} that tell, never called.`,
    basis: "Not estimated: the size of a tool's description is not told.",
    link: "tools/30d/#unused",
  }),
  "identical-tasks": ({ shared, inputs, calls, n }) => ({
    subject: toolName(shared),
    advice: `Keep answers of ${toolName(shared)} between executions (actions/cache, or a file of the repository).`,
    evidence: `${plural(inputs, "input")} came up in three executions or more: ${count(calls)} of ${plural(n, "call")} had been made before.`,
    basis: "At most: what those calls took; answers that change in between cannot be kept.",
    link: "tools/30d/",
  }),
};
