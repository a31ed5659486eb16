import type { InputName } from "../inputs.ts";
import type { Context, Outcome } from "./context.ts";
import type { Extra, Extras } from "./extras.ts";

/** Inputs that say which records are meant. */
const RECORDS: readonly InputName[] = ["repository", "token", "config", "data-dir", "commit", "data-branch"];
const LOGGING: readonly InputName[] = ["log-level", "log-format"];

export type Command = {
  summary: string;
  inputs: readonly InputName[];
  extras: readonly Extra[];
  /** Whether words follow it; `with flags`: what its flags are called is for the command to say. */
  words?: "with flags" | "after --" | "names" | "a verb";
  /** Whether it only reads records: then a folder of them suffices. */
  isReader?: true;
  /** Whether its exit code 1 says that something was found: what keeps it from looking is 2 then. */
  isInspection?: true;
  /** Whether it makes sense in a job: it ends by itself and shows nothing on a screen. */
  inActions: boolean;
  run(context: Context, extras: Extras): Promise<Outcome>;
};

/** Every command, each loaded only when asked for. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  sync: {
    summary: "fetch new runs, jobs and steps, store them, and render the dashboard",
    inputs: [
      ...RECORDS,
      "dashboard-dir",
      "site-url",
      "workflows",
      "max-runs-per-workflow",
      "lookback-days",
      "enable-jobs-fetch",
      "analyze-failures",
      "full-detail-runs",
      "summary-runs",
      "max-api-requests",
      "max-minutes",
      ...LOGGING,
    ],
    extras: [],
    inActions: true,
    run: async (context) => (await import("./sync.ts")).sync(context),
  },
  analyze: {
    summary: "read the logs of a failed run, or of a file, and say what explains the failure",
    inputs: [...RECORDS, "run-id", "issue-number", "comment", "compare", "file", ...LOGGING],
    extras: ["json"],
    inActions: true,
    run: async (context, extras) => (await import("./analyze.ts")).analyze(context, extras),
  },
  guard: {
    summary: "before an agent runs: whether budgets and circuits let it, with the reason and what to do",
    inputs: [
      ...RECORDS,
      "agent",
      "model",
      "on-block",
      "on-unknown",
      "environment",
      "break-glass",
      ...LOGGING,
    ],
    extras: [],
    isReader: true,
    inActions: true,
    run: async (context) => (await import("./guard.ts")).guard(context),
  },
  dashboard: {
    summary: "render the stored records as a static site",
    inputs: [...RECORDS, "dashboard-dir", "site-url", ...LOGGING],
    extras: ["from"],
    isReader: true,
    inActions: true,
    run: async (context, extras) => (await import("./dashboard.ts")).dashboard(context, extras),
  },
  serve: {
    summary: "serve a rendered dashboard on this machine, reloading when it is rendered again",
    inputs: ["dashboard-dir", ...LOGGING],
    extras: ["port", "base"],
    inActions: false,
    run: async (context, extras) => (await import("./serve.ts")).serve(context, extras),
  },
  summary: {
    summary: "show the stored records as an overview in the terminal",
    inputs: [...RECORDS, ...LOGGING],
    extras: ["from", "watch"],
    isReader: true,
    inActions: true,
    run: async (context, extras) => (await import("./summary.ts")).summary(context, extras),
  },
  export: {
    summary:
      "write the stored records' figures as files, without the pages: JSON documents or CSV tables; export focus: a month's charges as FOCUS 1.2",
    inputs: [...RECORDS, ...LOGGING],
    extras: ["from", "format", "output", "month", "check"],
    words: "names",
    isReader: true,
    inActions: false,
    run: async (context, extras) => (await import("./export.ts")).exportRecords(context, extras),
  },
  reconcile: {
    summary:
      "compare a bill with the ledger: reconcile FILE, a usage report of GitHub's or a provider's costs as CSV; exit code 1 where they differ",
    inputs: [...RECORDS, ...LOGGING],
    extras: ["json"],
    words: "names",
    isReader: true,
    isInspection: true,
    inActions: false,
    run: async (context, extras) => (await import("./reconcile.ts")).reconcileFile(context, extras),
  },
  inventory: {
    summary: "list the workflows of a checkout that run agents, and what is wrong with how they do",
    inputs: ["config", ...LOGGING],
    extras: ["directory", "report-format", "report-output", "strict", "visibility", "required-checks"],
    isInspection: true,
    inActions: true,
    run: async (context, extras) => (await import("./inventory.ts")).inventory(context, extras),
  },
  alerts: {
    summary: "show which alerts fire, or with --replay 90d what would have fired",
    inputs: [...RECORDS, ...LOGGING],
    extras: ["replay"],
    inActions: true,
    run: async (context, extras) => (await import("./alerts.ts")).alerts(context, extras),
  },
  policy: {
    summary:
      "check: what the policies say; test: run the cases beside them; simulate: which past runs they would have stopped",
    inputs: [...RECORDS, ...LOGGING],
    extras: ["directory", "cases", "since", "strict", "report-format"],
    words: "a verb",
    isReader: true,
    isInspection: true,
    inActions: false,
    run: async (context, extras) => (await import("./policy.ts")).policy(context, extras),
  },
  doctor: {
    summary: "check token, permissions, Pages, schedule and configuration, and say the fix",
    inputs: [...RECORDS, "otlp-endpoint", "otlp-headers", ...LOGGING],
    extras: ["otlp"],
    inActions: true,
    run: async (context, extras) => (await import("./doctor.ts")).doctor(context, extras),
  },
  forget: {
    summary:
      "remove a run (forget <run_id>, or --run) or a person (--person) from every record, for good; shows what goes, and asks",
    inputs: [...RECORDS, ...LOGGING],
    extras: ["run", "person", "reason", "history", "dry-run", "yes"],
    words: "names",
    inActions: false,
    run: async (context, extras) => (await import("./forget.ts")).forgetRecords(context, extras),
  },
  audit: {
    summary: "check privacy, retention and access with their evidence, and show what an audit asks for",
    inputs: [...RECORDS, ...LOGGING],
    extras: ["json", "strict"],
    isReader: true,
    isInspection: true,
    inActions: true,
    run: async (context, extras) => (await import("./audit.ts")).audit(context, extras),
  },
  verify: {
    summary:
      "walk the history of the data branch, and name every commit that took or changed a line of events, or is gone",
    inputs: [...RECORDS, ...LOGGING],
    extras: ["commit-since", "json"],
    isInspection: true,
    inActions: true,
    run: async (context, extras) => (await import("./verify.ts")).verify(context, extras),
  },
  emit: {
    summary:
      "append a telemetry event: emit <type> --field value …, emit metric <name> <value>, emit score <name> <value>",
    inputs: [],
    extras: [],
    words: "with flags",
    inActions: false,
    run: async (context, extras) => (await import("./emit.ts")).emit(context, extras),
  },
  collect: {
    summary: "receive OpenTelemetry and events of agents on this machine, and keep them in files",
    inputs: [...LOGGING],
    extras: ["directory"],
    inActions: false,
    run: async (context, extras) => (await import("./collect.ts")).collect(context, extras),
  },
  bench: {
    summary:
      "measure what telemetry costs: bench -- <command> runs it without and with collection in turns; and a call of the event library",
    inputs: [...LOGGING],
    extras: ["pairs", "iterations"],
    words: "after --",
    inActions: false,
    run: async (context, extras) => (await import("./bench.ts")).bench(context, extras),
  },
  demo: {
    summary: "the whole product on simulated GitHub, or on a real --repository without committing anything",
    inputs: [
      "repository",
      "token",
      "workflows",
      "max-runs-per-workflow",
      "lookback-days",
      "analyze-failures",
      "max-api-requests",
      "max-minutes",
      ...LOGGING,
    ],
    extras: ["port", "base", "serve", "directory"],
    inActions: false,
    run: async (context, extras) => (await import("./demo.ts")).demo(context, extras),
  },
};
