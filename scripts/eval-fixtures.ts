/** What a log of ours must yield, as its own header and marks say it. */
export type Expectation = {
  category: string | null;
  rule: string | null;
  step: string | null;
  /** The line that must come first, counted in the log without the header. */
  line: number;
  /** From the first to the last line marked `#=BLOCK=#`; null without such marks. */
  block: [number, number] | null;
};

const HEADER = /^#= ?(\w+): ?(.*)$/;
const HERE = / ?#=HERE=#/;
const BLOCK = / ?#=BLOCK=#/;

/** Takes header and marks out of a fixture: the analyzer sees what a runner would have printed. */
export function readFixture(text: string): { log: string; expectation: Expectation } {
  const lines = text.split("\n");
  const first = lines.findIndex((line) => !HEADER.test(line));
  const header = new Map(
    lines.slice(0, first).map((line) => (HEADER.exec(line) ?? []).slice(1) as [string, string]),
  );
  const body = lines.slice(first);
  const marked = (mark: RegExp) => body.flatMap((line, index) => (mark.test(line) ? [index + 1] : []));
  const [line] = marked(HERE);
  if (line === undefined) throw new Error("no line is marked #=HERE=#");
  const block = marked(BLOCK);
  return {
    log: body.map((one) => one.replace(HERE, "").replace(BLOCK, "")).join("\n"),
    expectation: {
      category: header.get("category")?.trim() ?? null,
      rule: header.get("rule")?.trim() ?? null,
      step: header.get("step")?.trim() ?? null,
      line,
      block: block.length > 0 ? [Math.min(line, ...block), Math.max(line, ...block)] : null,
    },
  };
}
