/** A line of a text that holds several jobs' logs, taken apart. */
type JobLine = {
  job: string;
  /** The step it belongs to, as the text names it; null: it names none, or the line only ends one. */
  step: string | null;
  /** How the step ended, when the line says so. */
  ended: "failed" | "passed" | null;
  /** What the job printed; empty for the tool's own words. */
  text: string;
};

/** How a tool prints the logs of several jobs as one text; null for a line without its columns. */
export type JobColumns = (line: string) => JobLine | null;

/** `gh run view --log` and `--log-failed`: job, step, and the line with its time. */
const GH = /^\uFEFF?([^\t]{1,200})\t([^\t]{1,300})\t\uFEFF?(?=\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)/;
/** What gh puts where it cannot tell the step. */
const UNKNOWN_STEP = "UNKNOWN STEP";

export const ghColumns: JobColumns = (line) => {
  const columns = GH.exec(line);
  if (columns === null) return null;
  const [all, job = "", step = ""] = columns;
  return { job, step: step === UNKNOWN_STEP ? null : step, ended: null, text: line.slice(all.length) };
};

/** act: `[workflow/job]`, then `|` before what the step prints. */
const ACT = /^(?:\x1b\[[\d;]{0,12}m)?\[([^\]/]{1,100}\/[^\]]{1,100}?) *\](?:\x1b\[0m)? ?/;
const ACT_OWN = /^[^\]]{3,220}\](?:\x1b\[0m)? {1,4}(?:⭐|🚀|🐳|\| )/u;
const ACT_OUTPUT = /^ {1,4}\| ?/;
const ACT_STEP = /^\s*⭐\s*Run (?:(?:Main|Pre|Post) )?(.{1,300})$/u;
const ACT_END = /^\s*(✅|❌)\s+(?:Success|Failure) - /u;

const actColumns: JobColumns = (line) => {
  const prefix = ACT.exec(line);
  if (prefix === null) return null;
  const rest = line.slice(prefix[0].length);
  const output = ACT_OUTPUT.exec(rest);
  const said = { job: prefix[1] ?? "", step: null, ended: null, text: "" };
  if (output !== null) return { ...said, text: rest.slice(output[0].length) };
  const end = ACT_END.exec(rest)?.[1];
  if (end !== undefined) return { ...said, ended: end === "✅" ? "passed" : "failed" };
  return { ...said, step: ACT_STEP.exec(rest)?.[1]?.trim() ?? null };
};

/** The columns that most of a text's first lines have; null: it is one log. */
export function columnsOf(lines: readonly string[]): JobColumns | null {
  const filled = lines.filter((line) => line.trim() !== "");
  const share = (columns: JobColumns) =>
    filled.filter((line) => columns(line) !== null).length / filled.length;
  if (share(ghColumns) > 0.5) return ghColumns;
  // Others put names in brackets as well; only act marks its steps and what they print.
  const isAct = share(actColumns) > 0.5 && filled.some((line) => ACT_OWN.test(line));
  return isAct ? actColumns : null;
}
