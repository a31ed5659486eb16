/** One line of a log as people read it: without byte order mark, timestamp, colours and overwritten progress. */
export type LogLine = {
  /** Counts from 1; a line ends at `\n`, a lone `\r` ends none. */
  number: number;
  /** At most 2,000 characters, without the runner's tag. */
  text: string;
  /** `error` of `##[error]…`, `command` of `[command]…`; null for ordinary lines. */
  tag: string | null;
  /** Epoch milliseconds of the line's own timestamp. */
  time: number | null;
  /** Printed in red: tools and reporters colour what failed. */
  red: boolean;
  /** An echo of the step's own script, which GitHub prints in bold cyan. */
  echo: boolean;
  /** Some characters were colours: a hint may have been hidden between them. */
  coloured: boolean;
};

const LONGEST = 2000;
/** Colours cost characters too; beyond this nobody reads on. */
const LONGEST_RAW = 12_000;

/** How tools spell the escape character of a colour that they do not pass on. */
const SPELLED_ESCAPE = /(?:\^\[|␛|\\x1[bB]|\\033|\\u001[bB]|\\e)(?=\[[\d;]{0,20}[mK])/g;
/** The runner's, Jenkins' timestamper's and GitLab's clocks. */
const TIMESTAMP =
  /^\[?(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:[.,](\d{1,9}))?(?:Z|\+00:00)(?:\] ?| \d\d[OE]\+? ?| )/;
const ESCAPES =
  /\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]_P^][^\x07\x1b]{0,2000}(?:\x07|\x1b\\)?|[()][0-9A-B]|[ -~])|[\x00-\x08\x0b\x0c\x0e-\x1a\x7f]/g;
const RED = /\x1b\[(?:\d{1,2};){0,3}(?:31|91|41|101|38;5;(?:1|9|160|196|203))(?:;\d{1,2}){0,3}m/;
const ECHO = "\x1b[36;1m";
/** Travis' macOS terminals print some line ends as the letters `nl`. */
const PRINTED_NEWLINES = /^(?:nl)+(?=$|[^a-z])/;
const TAG =
  /^(?:##\[([a-z][a-z-]{0,20})[^\]]{0,2000}\]|\[(command)\]|::(error|warning|notice|debug|group)(?: [^:]{0,500})?::)/;

export function readLine(raw: string, number: number): LogLine {
  let text = raw.length > LONGEST_RAW ? raw.slice(0, LONGEST_RAW) : raw;
  if (text.charCodeAt(0) === 0xfeff) text = text.slice(1);
  if (text.includes("[")) text = text.replace(SPELLED_ESCAPE, "\x1b");
  const stamp = TIMESTAMP.exec(text);
  let time: number | null = null;
  if (stamp) {
    text = text.slice(stamp[0].length);
    const parsed = Date.parse(`${stamp[1]}T${stamp[2]}.${(stamp[3] ?? "0").slice(0, 3)}Z`);
    time = Number.isNaN(parsed) ? null : parsed;
  }
  if (text.includes("\r")) text = lastOverwrite(text);
  let red = false;
  let echo = false;
  const coloured = text.includes("\x1b");
  if (coloured) {
    red = RED.test(text);
    echo = text.startsWith(ECHO);
    text = text.replace(ESCAPES, "");
  }
  text = text.replace(PRINTED_NEWLINES, "");
  let tag: string | null = null;
  const tagged = TAG.exec(text);
  if (tagged) {
    tag = tagged[1] ?? tagged[2] ?? tagged[3] ?? null;
    text = text.slice(tagged[0].length);
  }
  return { number, text: text.slice(0, LONGEST).trimEnd(), tag, time, red, echo, coloured };
}

/** What a terminal would still show of a line that was overwritten: its last part that is not blank. */
function lastOverwrite(text: string): string {
  let end = text.length;
  while (end > 0) {
    const start = text.lastIndexOf("\r", end - 1);
    const part = text.slice(start + 1, end);
    if (part.replace(ESCAPES, "").trim() !== "") return part;
    end = start;
  }
  return "";
}
