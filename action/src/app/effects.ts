import type { SiteDocument } from "#core/documents/site.ts";
import type { StoredAnalysis } from "#core/records/analysis.ts";
import type { StoredEvent } from "#core/records/event.ts";
import type { Execution } from "#core/records/execution.ts";
import type { EndpointRequests, JournalEntry } from "#core/records/journal.ts";
import type { Pull } from "#core/records/pull.ts";
import type { Repository } from "#core/records/repository.ts";
import type { Run } from "#core/records/run.ts";
import type { State, Window } from "#core/records/state.ts";
import type { Day, Month, Utc } from "#core/time.ts";

/** The ports: what use-cases need of the world. `io/` implements them; tests may too. */

export type Clock = {
  now(): Utc;
  /** Resolves after so many seconds; tests need not wait. */
  sleep(seconds: number): Promise<void>;
};

/** A page of a list as GitHub sent it, to be parsed; `next` is the address of the following page. */
export type Page = {
  items: unknown[];
  next: string | null;
};

/** What the requests of this sync have cost so far. */
export type Usage = {
  /** By endpoint, sorted. */
  requests: EndpointRequests[];
  /** Sent so far, repetitions included. */
  total: number;
  /** Sent and not yet answered. */
  inFlight: number;
  rateLimit: JournalEntry["rate_limit"];
  waitedSeconds: number;
  /** Whether GitHub has answered at all, be it with a refusal. */
  reached: boolean;
};

/**
 * GitHub's REST API for one repository. Answers come as sent, 100 a page; whoever asks parses them.
 *
 * Every method rejects with `RequestFailed` (#core/sync/request-failed.ts) after its repetitions. Lists take the
 * `next` of the page before, null for the first.
 */
export type GitHub = GitHubLogs & {
  /** Asked before every request and repetition; a text refuses it and says why. */
  guard(refusal: (usage: Usage) => string | null): void;
  usage(): Usage;
  repository(): Promise<unknown>;
  workflows(next: string | null): Promise<Page>;
  /** Newest first. At most 1,000 are served for a window; without one there is no cap. */
  runs(created: Window | null, next: string | null): Promise<Page>;
  /** The run at its latest attempt. */
  run(id: number): Promise<unknown>;
  attempt(id: number, attempt: number): Promise<unknown>;
  attemptJobs(id: number, attempt: number, next: string | null): Promise<Page>;
  /** Of the whole repository, newest first. */
  artifacts(next: string | null): Promise<Page>;
  runArtifacts(id: number, next: string | null): Promise<Page>;
  pullsOf(sha: string): Promise<Page>;
  /** What a job's check run says besides its log: needs `checks: read`. The id is the job's. */
  annotations(jobId: number, next: string | null): Promise<Page>;
  /** One GraphQL query; the body as sent, where refusals stand among `errors`. */
  graphql(query: string, variables: object): Promise<unknown>;
};

/** One log, to be read once. */
export type LogSource = {
  /** A label, never a path. */
  name: string;
  /** Hands the content out in pieces, which stay as they are afterwards; `problem` says why it is not all of it. */
  read(push: (bytes: Uint8Array) => void): Promise<{ bytes: number; problem: string | null }>;
};

/** Several logs in one file; `refused`: nothing of it can be read. */
export type LogArchive =
  | { status: "open"; entries: LogSource[]; skipped: { name: string; reason: string }[] }
  | { status: "refused"; reason: string; detail: string };

/** Rejections are those of `GitHub`: status 404 for logs that are not there yet, 410 for expired ones. */
export type GitHubLogs = {
  attemptLogs(id: number, attempt: number): Promise<LogArchive>;
  jobLog(id: number): Promise<LogSource>;
  /** An artifact's zip, entries of any kind. */
  artifact(id: number): Promise<LogArchive>;
};

/** Conversations on issues and pull requests. What creates something is never repeated. */
export type GitHubIssues = {
  /** Ascending by id. */
  comments(issue: number, next: string | null): Promise<Page>;
  createComment(issue: number, body: string): Promise<unknown>;
  /** Open and closed, newest first; pull requests are among them. */
  issues(label: string, next: string | null): Promise<Page>;
  createIssue(issue: { title: string; body: string; labels: string[] }): Promise<unknown>;
  /** Whom the token writes as, asked once; null where GitHub does not say. */
  viewer(): Promise<string | null>;
  updateComment(id: number, body: string): Promise<unknown>;
};

/** The records of one repository, `data/<owner>/<repo>/`. Every write is atomic, and none when nothing changed. */
export type Store = {
  readRepository(): Promise<Repository | null>;
  writeRepository(repository: Repository): Promise<void>;
  readState(): Promise<State | null>;
  writeState(state: State): Promise<void>;
  /** Days that have runs, ascending. */
  runDays(): Promise<Day[]>;
  /** The day's runs, sorted by key, from all its files. */
  readRuns(day: Day): Promise<Run[]>;
  /** Adds new attempts and replaces known ones by newer observations of the same. */
  mergeRuns(day: Day, runs: readonly Run[]): Promise<{ added: number; updated: number; total: number }>;
  /** Leaves of the day's attempts their rows only, and tells which lost their jobs by that. */
  dropJobs(day: Day): Promise<Run[]>;
  /** Days that have analyses, ascending. */
  analysisDays(): Promise<Day[]>;
  /** The day's readings of logs, sorted by key. */
  readAnalyses(day: Day): Promise<StoredAnalysis[]>;
  /** Adds new readings and replaces known ones by better readings of the same attempt. */
  mergeAnalyses(day: Day, analyses: readonly StoredAnalysis[]): Promise<{ changed: boolean }>;
  /** Days that have executions, ascending. */
  executionDays(): Promise<Day[]>;
  /** What agents did in the runs of the day, sorted by key. */
  readExecutions(day: Day): Promise<Execution[]>;
  /** Adds new executions and replaces known ones by better tellings of the same. */
  mergeExecutions(day: Day, executions: readonly Execution[]): Promise<{ changed: boolean }>;
  /** Days that have events, ascending. */
  eventDays(): Promise<Day[]>;
  /** The events first recorded on the day, by time. */
  readEvents(day: Day): Promise<StoredEvent[]>;
  /** Adds events that are new; known ones stay as they are. */
  appendEvents(day: Day, events: readonly StoredEvent[]): Promise<{ changed: boolean }>;
  /** Months in which pull requests that agents touched were opened, ascending. */
  pullMonths(): Promise<Month[]>;
  /** By number. */
  readPulls(month: Month): Promise<Pull[]>;
  /** Adds pull requests and replaces known ones by later observations. */
  mergePulls(month: Month, pulls: readonly Pull[]): Promise<{ changed: boolean }>;
  journalMonths(): Promise<Month[]>;
  readJournal(month: Month): Promise<JournalEntry[]>;
  appendJournal(entry: JournalEntry): Promise<void>;
  /** Bytes of every stored file, for Data health. */
  sizes(): Promise<{ path: string; bytes: number }[]>;
};

/** Keeps what a sync has done where the death of its process, or the end of its machine, cannot reach it. */
export type Safekeeping = {
  /** Publishes what the store holds now. `merged`: others had published too, and the store holds theirs as well. */
  checkpoint(): Promise<{ merged: boolean }>;
  /** What the last sync noted and did not take back; null: nothing. */
  readNote(): Promise<string | null>;
  /** Null takes the note back. */
  writeNote(text: string | null): Promise<void>;
};

/** Where people see what we do: a terminal or a job's log. Texts from outside are made safe by the implementation. */
export type Report = {
  debug(message: string): void;
  info(message: string): void;
  warn(message: string): void;
  /** Folds what `work` logs under one line in Actions; a heading on a terminal. */
  group<T>(title: string, work: () => Promise<T>): Promise<T>;
  /** A moving line on a terminal, an occasional line elsewhere. */
  progress(label: string, done: number, total: number | null): void;
};

/** The compiled pages (`site/`): documents in, HTML out. */
export type Renderer = {
  /** Changes when pages, styles or scripts do. */
  id: string;
  /** The page files it has, without their ending. */
  pages: readonly string[];
  /** Rejects when the page throws or answers anything but 200. */
  render(page: string, path: string, locals: { site: SiteDocument; document: unknown }): Promise<string>;
  /** What browsers load besides pages: scripts, styles, images. */
  assets(): AsyncIterable<SiteFile>;
};

/** A file of the site; `path` is below its root, with forward slashes. */
export type SiteFile = { path: string; content: string | Uint8Array };

/** Where the site goes. */
export type SiteWriter = {
  /** Replaces the whole site at once; when `files` throws, the old one stays. */
  replace(files: AsyncIterable<SiteFile>): Promise<{ files: number; bytes: number }>;
};

/** One answer of the API, whatever its status: for checks, where a refusal is an answer too. */
export type Answer = {
  /** 0: no answer came. */
  status: number;
  headers: Headers;
  /** Parsed JSON; null when the body is none. */
  body: unknown;
};

/** Asks the API for a path, such as `/rate_limit`. */
export type Probe = (path: string) => Promise<Answer>;
