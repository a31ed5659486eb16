import { groupBy } from "#core/attempts/grouped.ts";
import { finding, NO_ESTIMATE, perTool, type Rule } from "#core/documents/recommendations/rules.ts";
import { ENOUGH } from "#core/statistics/enough.ts";

const MOST_NAMED = 5;

export const TOOL_RULES: readonly Rule[] = [
  perTool("tool-got-worse", "tools", ({ drift }) => {
    if (drift === null || drift.success.verdict !== "worse") return null;
    return { success: drift.success, n: drift.success.after_n, ...NO_ESTIMATE };
  }),
  perTool("failing-tool", "tools", ({ current: { success, total_seconds, calls, errors } }) => {
    const failed = success.n - success.part;
    if (success.n < ENOUGH.toolAdvice || failed / success.n < 0.1) return null;
    const [first] = errors;
    const category = first?.category ?? "unknown";
    return {
      failed,
      mostly: first === undefined || category === "unknown" ? null : { category, calls: first.calls },
      n: success.n,
      saving_nano_usd: null,
      saving_seconds: total_seconds === null ? null : (total_seconds / calls) * failed,
    };
  }),
  perTool("slower-tool", "tools", ({ drift }) => {
    if (drift === null || drift.latency.verdict !== "worse") return null;
    const { latency } = drift;
    const { before, after, difference, after_n: n } = latency;
    if (!before || after === null || difference === null || difference < before * 0.25) return null;
    return { latency, n, saving_nano_usd: null, saving_seconds: difference * n };
  }),
  perTool("repeated-calls", "tools", ({ reads, current: { repeated, repeated_seconds } }) => {
    if (!reads || repeated.n < ENOUGH.toolAdvice || (repeated.value ?? 0) < 0.2) return null;
    return {
      repeated: repeated.part,
      n: repeated.n,
      saving_nano_usd: null,
      saving_seconds: repeated_seconds,
    };
  }),
  finding("unused-tools", "tools", ({ tools: { unused, offering } }) => {
    const often = unused.filter(({ loaded }) => loaded >= ENOUGH.toolAdvice);
    return [...groupBy(often, ({ server }) => server)].map(([server, tools]) => ({
      server,
      names: tools.map(({ name }) => name).slice(0, MOST_NAMED),
      unused: tools.length,
      offered: Math.max(...tools.map(({ loaded }) => loaded)),
      n: offering,
      ...NO_ESTIMATE,
    }));
  }),
  finding("identical-tasks", "caching", ({ shared }) =>
    shared
      .filter(({ calls, of }) => calls >= ENOUGH.toolAdvice && calls / of >= 0.3)
      .map(({ tool, inputs, calls, seconds, nano_usd, of }) => ({
        ...{ shared: tool, inputs, calls, n: of },
        ...{ saving_nano_usd: nano_usd, saving_seconds: seconds },
      })),
  ),
];
