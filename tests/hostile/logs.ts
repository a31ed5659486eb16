import { addRun, type HostileItem } from "./item.ts";
import { HOSTILE_WORDS } from "./words.ts";

const character = String.fromCodePoint;
const STAMP = "2026-11-20T11:00:00.0000001Z ";

/** Logs of a failed job: what the runner writes down is whatever the job printed. */
export function hostileLogs(): HostileItem[] {
  const texts: Record<string, () => string> = {
    ...repeated(300_000),
    ...distinct(100_000),
    "20 MB without a line end": () => "x".repeat(20_000_000),
    "a line of 5 MB among others": () => lines(["begin", "y".repeat(5_000_000), "##[error]end"]),
    "NUL bytes": () => character(0).repeat(2_000_000),
    "a million carriage returns": () => "\r".repeat(1_000_000),
    "a million line ends": () => "\n".repeat(1_000_000),
    "colours that never end": () => `${character(27)}[31m`.repeat(500_000),
    "an open hyperlink": () => lines([`${character(27)}]8;;https://evil.example`, "##[error]x"]),
    "groups that never close": () => lines(Array.from({ length: 50_000 }, () => "##[group]open")),
    "groups that only close": () => lines(Array.from({ length: 50_000 }, () => "##[endgroup]")),
    "costs of a million dollars": () =>
      lines(
        Array.from({ length: 2_000 }, () => '{"type":"result","subtype":"success","total_cost_usd":999999}'),
      ),
    "JSON nested 100,000 deep": () => lines([`{"type":"result","x":${"[".repeat(100_000)}`, "##[error]x"]),
    "times out of order": () =>
      ["9999-12-31T23:59:59.0Z b", "0001-01-01T00:00:00.0Z a", "##[error]x"].join("\n"),
    "no text": () => "",
  };
  for (const [what, word] of Object.entries(HOSTILE_WORDS)) {
    texts[`${what}, as an error`] = () => lines([`##[error]${word}`, `Error: ${word}`, `FAILED ${word}`]);
  }
  return Object.entries(texts).map(([what, text]) => ({
    name: `log: ${what}`,
    put: (truth, id, now) => void addRun(truth, id, now, { log: text() }),
  }));
}

const lines = (texts: readonly string[]) => texts.map((text) => `${STAMP}${text}\n`).join("");

function repeated(times: number): Record<string, () => string> {
  const kinds = {
    "the runner's error": "##[error]x",
    "the runner's warning": "##[warning]x",
    "an error without a mark": "Error: x",
    "a failed test": "FAILED tests/test_a.py::test_b - AssertionError: x",
    "a frame of a stack": '  File "/a/b.py", line 3, in c',
    "a secret": `token=${"ghp"}_${"A1b2C3d4E5f6".repeat(3)}`,
    "a turn of an agent":
      '{"type":"assistant","message":{"id":"m","usage":{"input_tokens":1,"output_tokens":1}}}',
  };
  return Object.fromEntries(
    Object.entries(kinds).map(([what, line]) => [
      `${what} ${times.toLocaleString("en")} times`,
      () => `${STAMP}${line}\n`.repeat(times),
    ]),
  );
}

function distinct(count: number): Record<string, () => string> {
  const kinds: Record<string, (at: number) => string> = {
    "different errors": (at) => `##[error]error ${at.toString(36)} of ${at}`,
    "different failed tests": (at) => `FAILED tests/test_${at}.py::test_${at} - AssertionError: ${at}`,
    "different addresses": (at) => `https://github.com/octo-org/agent-fleet/pull/${at}`,
    "different groups": (at) => `##[group]step ${at}`,
    "different sessions": (at) =>
      `{"type":"result","session_id":"s${at}","total_cost_usd":0.01,"num_turns":1}`,
  };
  return Object.fromEntries(
    Object.entries(kinds).map(([what, line]) => [
      `${count.toLocaleString("en")} ${what}`,
      () => lines(Array.from({ length: count }, (_, at) => line(at))),
    ]),
  );
}
