import { NO_ESTIMATE, perTool, type Rule } from "#core/documents/recommendations/rules.ts";
import { entry } from "#core/entry.ts";
import { categoryWord } from "#core/failures/category-word.ts";
import { count, duration, percent, plural } from "#core/format.ts";
import { ENOUGH } from "#core/statistics/enough.ts";

export const TOOL_RULES: readonly Rule[] = [
  perTool("tool-got-worse", "tools", ({ drift, ...tool }) => {
    if (drift === null || drift.success.verdict !== "worse") return null;
    const { before, after, before_n, after_n } = drift.success;
    return {
      advice: `Find out what changed for ${tool.name}: it fails more often than before.`,
      evidence: `${percent(after)} of ${plural(after_n, "call")} succeeded, ${percent(before)} of ${count(before_n)} in the 30 days before.`,
      n: after_n,
      ...NO_ESTIMATE,
      basis: "Not estimated: what a failed call costs its agent is not told.",
    };
  }),
  perTool("failing-tool", "tools", ({ name, current }) => {
    const { success, total_seconds, calls } = current;
    const failed = success.n - success.part;
    if (success.n < ENOUGH.toolAdvice || failed / success.n < 0.1) return null;
    const [first] = current.errors;
    const mostly =
      first === undefined || first.category === null || first.category === "unknown"
        ? ""
        : `, ${count(first.calls)} of them: ${categoryWord(first.category)}`;
    return {
      advice: `Mend ${name}, or take it from the agents that can do without.`,
      evidence: `${count(failed)} of ${plural(success.n, "call")} failed${mostly}.`,
      n: success.n,
      saving_nano_usd: null,
      saving_seconds: total_seconds === null ? null : (total_seconds / calls) * failed,
      basis: "The mean time of a call, for each that failed.",
    };
  }),
  perTool("slower-tool", "tools", ({ drift, name }) => {
    if (drift === null || drift.latency.verdict !== "worse") return null;
    const { before, after, difference, after_n, before_n } = drift.latency;
    if (!before || after === null || difference === null || difference < before * 0.25) return null;
    return {
      advice: `Find out what made ${name} slower.`,
      evidence: `The median of ${plural(after_n, "call")} is ${duration(after)}; it was ${duration(before)} of ${count(before_n)} in the 30 days before.`,
      n: after_n,
      saving_nano_usd: null,
      saving_seconds: difference * after_n,
      basis: "The typical difference, for each call.",
    };
  }),
  perTool("repeated-calls", "tools", ({ name, reads, current }) => {
    const { repeated, repeated_seconds } = current;
    if (!reads || repeated.n < ENOUGH.toolAdvice || (repeated.value ?? 0) < 0.2) return null;
    return {
      advice: `Let agents keep what ${name} answered, or tell them so: they ask it the same again and again.`,
      evidence: `${count(repeated.part)} of ${plural(repeated.n, "call")} had the very input of an earlier call of the same execution.`,
      n: repeated.n,
      saving_nano_usd: null,
      saving_seconds: repeated_seconds,
      basis: "At most: the time of the repeated calls; some may have been meant, as after a change.",
    };
  }),
  {
    rule: "unused-tools",
    area: "tools",
    find({ tools: { unused, offering } }) {
      const often = unused.filter(({ loaded }) => loaded >= ENOUGH.toolAdvice);
      const servers = new Map<string | null, typeof often>();
      for (const tool of often) entry(servers, tool.server, () => []).push(tool);
      return [...servers].map(([server, tools]) => ({
        subject: server ?? "tools of the agents' own",
        advice:
          server === null
            ? "Leave tools out that no agent calls: each takes room in every prompt."
            : `Leave out tools of ${server} that no agent calls: each takes room in every prompt.`,
        evidence: `${tools
          .map(({ name }) => name)
          .slice(0, 5)
          .join(
            ", ",
          )}${tools.length > 5 ? ` and ${tools.length - 5} more` : ""}: offered in ${plural(Math.max(...tools.map(({ loaded }) => loaded)), "execution")} of ${count(offering)} that tell, never called.`,
        n: offering,
        ...NO_ESTIMATE,
        basis: "Not estimated: the size of a tool's description is not told.",
        link: "tools/30d/#unused",
      }));
    },
  },
  {
    rule: "identical-tasks",
    area: "caching",
    find: ({ shared }) =>
      shared
        .filter(({ calls, of }) => calls >= ENOUGH.toolAdvice && calls / of >= 0.3)
        .map(({ tool, inputs, calls, seconds, nano_usd, of }) => ({
          subject: tool,
          advice: `Keep answers of ${tool} between executions (actions/cache, or a file of the repository).`,
          evidence: `${plural(inputs, "input")} came up in three executions or more: ${count(calls)} of ${plural(of, "call")} had been made before.`,
          n: of,
          saving_nano_usd: nano_usd,
          saving_seconds: seconds,
          basis: "At most: what those calls took; answers that change in between cannot be kept.",
          link: "tools/30d/",
        })),
  },
];
