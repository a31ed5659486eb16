import type { Report } from "#app/effects.ts";
import { inertJson } from "#core/render/inert-json.ts";
import { printable, printableLine } from "#core/render/printable.ts";

export const LOG_LEVELS = ["debug", "info", "warn", "error"] as const;
type LogLevel = (typeof LOG_LEVELS)[number];

/** Where lines go: a job's log, a person's terminal (`live` when it can redraw a line), or a machine. */
export type ReportOptions = {
  level: LogLevel;
  kind: "actions" | "terminal" | "json";
  /** Whether a line can be drawn over, as on a TTY. */
  live: boolean;
  write(text: string): void;
  /** For the `time` of JSON lines. */
  now(): string;
  /** What every JSON line carries, to be found by. */
  ids?: Readonly<Record<string, string | number>>;
};

/** @property error what ends the command, for the entries alone */
export type EntryReport = Report & { error(message: string): void };

export function createReport(options: ReportOptions): EntryReport {
  const shown = (level: LogLevel) => LOG_LEVELS.indexOf(level) >= LOG_LEVELS.indexOf(options.level);
  const voice = { actions: actionsVoice, terminal: terminalVoice, json: jsonVoice }[options.kind](options);
  const log = (level: LogLevel, message: string) => {
    if (shown(level)) voice.line(level, message);
  };
  return {
    debug: (message) => log("debug", message),
    info: (message) => log("info", message),
    warn: (message) => log("warn", message),
    error: (message) => log("error", message),
    async group(title, work) {
      if (!shown("info")) return work();
      voice.open(title);
      try {
        return await work();
      } finally {
        voice.close();
      }
    },
    progress(label, done, total) {
      if (shown("info")) voice.progress(label, done, total);
    },
  };
}

/** How a kind of output says things. */
type Voice = {
  line(level: LogLevel, message: string): void;
  open(title: string): void;
  close(): void;
  progress(label: string, done: number, total: number | null): void;
};

/** A job's log: groups fold, warnings become annotations. The runner's own commands are the only `::` we print. */
function actionsVoice({ write }: ReportOptions): Voice {
  const command = (name: string, data: string) => write(`::${name}::${escapeData(printable(data))}\n`);
  return {
    line(level, message) {
      if (level === "debug") command("debug", message);
      else if (level === "warn") command("warning", message);
      else write(`${printable(message)}\n`);
    },
    open: (title) => command("group", title),
    close: () => write("::endgroup::\n"),
    progress: milestones((text) => write(`${text}\n`)),
  };
}

/** A terminal: indented under headings, one line redrawn while something is going on. */
function terminalVoice({ write, live }: ReportOptions): Voice {
  let depth = 0;
  let drawn = false;
  const print = (text: string) => {
    if (drawn) write("\r\u001b[2K");
    drawn = false;
    const indent = "  ".repeat(depth);
    write(`${indent}${printable(text).replaceAll("\n", `\n${indent}`)}\n`);
  };
  const redraw = (label: string, done: number, total: number | null) => {
    write(`\r\u001b[2K${"  ".repeat(depth)}${progressText(label, done, total)}`);
    drawn = true;
    if (done === total) {
      write("\n");
      drawn = false;
    }
  };
  return {
    line: (level, message) => print(level === "info" ? message : `${level}: ${message}`),
    open(title) {
      print(title);
      depth += 1;
    },
    close() {
      depth -= 1;
    },
    progress: live ? redraw : milestones(print),
  };
}

/** One JSON object a line: `time`, `level`, `message`, the ids, and `group` inside one. */
function jsonVoice({ write, now, ids = {} }: ReportOptions): Voice {
  const groups: string[] = [];
  const emit = (level: LogLevel, message: string, more: object = {}) => {
    const group = groups.length === 0 ? {} : { group: groups.join(" / ") };
    write(`${inertJson({ time: now(), level, message: printable(message), ...ids, ...group, ...more })}\n`);
  };
  return {
    line: emit,
    open(title) {
      groups.push(printableLine(title));
    },
    close() {
      groups.pop();
    },
    progress: milestones((text, more) => emit("info", text, more)),
  };
}

/** Where no line can be redrawn, one in ten steps (or hundred requests) is said. */
function milestones(say: (text: string, more: { done: number; total: number | null }) => void) {
  return (label: string, done: number, total: number | null) => {
    const step = total === null ? 100 : Math.max(1, Math.ceil(total / 10));
    if (done > 0 && (done === total || done % step === 0))
      say(progressText(label, done, total), { done, total });
  };
}

function progressText(label: string, done: number, total: number | null): string {
  return `${printableLine(label)} ${done}${total === null ? "" : ` of ${total}`}`;
}

/** As the runner reads a command's data back. */
function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\n", "%0A");
}
