import type { Inspection } from "#core/audit/inspector.ts";
import type { Navigation } from "#core/documents/row/row.ts";
import type { SiteDocument } from "#core/documents/site/site.ts";
import type { GuardTable } from "#core/guard/guard-table.ts";
import type { Refusal } from "#core/records/admission.ts";
import type { Forgotten } from "#core/records/forgotten.ts";
import type { EndpointRequests, JournalEntry } from "#core/records/journal.ts";
import type { KindName, Stored } from "#core/records/kinds.ts";
import type { Repository } from "#core/records/repository.ts";
import type { State, Window } from "#core/records/state.ts";
import type { Unreadable } from "#core/records/unreadable.ts";
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
  /** Those that GitHub lists under a status, newest first; at most 1,000. */
  runsWith(status: string, next: string | null): Promise<Page>;
  /** The run at its latest attempt. */
  run(id: number): Promise<unknown>;
  attempt(id: number, attempt: number): Promise<unknown>;
  attemptJobs(id: number, attempt: number, next: string | null): Promise<Page>;
  /** What reviewers of environments decided about the run. */
  approvals(id: number): Promise<Page>;
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

/** Several logs in one file; `refused`: nothing of it can be read, now or (but for `mayPass`) ever. */
export type LogArchive =
  | { status: "open"; entries: LogSource[]; skipped: { name: string; reason: string }[] }
  | { status: "refused"; reason: string; detail: string; mayPass?: boolean };

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
  createIssue(issue: {
    title: string;
    body: string;
    labels: string[];
    assignees?: string[];
  }): Promise<unknown>;
  updateIssue(issue: number, change: { body?: string; state?: "open" | "closed" }): Promise<unknown>;
  /** Whom the token writes as, asked once; null where GitHub does not say. */
  viewer(): Promise<string | null>;
  updateComment(id: number, body: string): Promise<unknown>;
};

/** What came of a merge. `refused` could not be stored; the others were. */
export type MergeResult<R> = {
  added: number;
  updated: number;
  /** Records of the day after it. */
  total: number;
  /** Whether a record was added or updated. */
  changed: boolean;
  refused: (Refusal & { record: R })[];
};

/** The records of one repository, `data/<owner>/<repo>/`. Every write is atomic, and none when nothing changed. */
export type Store = {
  readRepository(): Promise<Repository | null>;
  writeRepository(repository: Repository): Promise<void>;
  readState(): Promise<State | null>;
  writeState(state: State): Promise<void>;
  /** What was removed on request; null: nothing ever was. Nothing of it is stored again. */
  readForgotten(): Promise<Forgotten | null>;
  writeForgotten(forgotten: Forgotten): Promise<void>;
  /** The text of `guard.json`; null: there is none. */
  readGuardTable(): Promise<string | null>;
  writeGuardTable(table: GuardTable): Promise<void>;
  /** Days that have records of this kind, ascending; months where it is kept by month. */
  days(kind: KindName): Promise<(Day | Month)[]>;
  /** A day's (or month's) records in the order of their kind, from all its files. */
  read<Name extends KindName>(kind: Name, day: Day | Month): Promise<Stored[Name][]>;
  /** Adds new records and merges known ones with what is stored of the same. */
  merge<Name extends KindName>(
    kind: Name,
    day: Day | Month,
    records: readonly Stored[Name][],
  ): Promise<MergeResult<Stored[Name]>>;
  /** Puts what `change` makes of them (null: nothing) in the place of a day's records; tells which were others before. */
  rewrite<Name extends KindName>(
    kind: Name,
    day: Day | Month,
    change: (record: Stored[Name]) => Stored[Name] | null,
  ): Promise<Stored[Name][]>;
  /** Records that were left out of what was read so far, and those that were refused. */
  unreadable(): Unreadable[];
  /** What the records read so far hold that they should not, where somebody looks. */
  inspection?: () => Inspection;
  /** Bytes of every stored file, for Data health. */
  sizes(): Promise<{ path: string; bytes: number }[]>;
};

/** The repositories whose records are kept in one place. */
export type RecordFolders = {
  /** By name; `id` is GitHub's number, null where it was not stored. */
  list(): Promise<{ repository: string; id: number | null }[]>;
  /** Moves the records of a repository that is called otherwise now. */
  move(from: string, to: { id: number; full_name: string }): Promise<void>;
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

/** What a page is rendered from: `documents` holds the one that it shows, by the page's name. */
type PageLocals = {
  site: SiteDocument;
  navigation: readonly Navigation[];
  documents: Readonly<Record<string, unknown>>;
};

/** The compiled pages (`site/`): documents in, HTML out. */
export type Renderer = {
  /** Changes when pages, styles or scripts do. */
  id: string;
  /** The page files it has, without their ending. */
  pages: readonly string[];
  /** Rejects when the page throws or answers anything but 200. */
  render(page: string, path: string, locals: PageLocals): Promise<string>;
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
