import type { SiteDocument } from "#core/documents/site.ts";
import type { JournalEntry } from "#core/records/journal.ts";
import type { Repository } from "#core/records/repository.ts";
import type { Run } from "#core/records/run.ts";
import type { State } from "#core/records/state.ts";
import type { Day, Month, Utc } from "#core/time.ts";

/** The ports: what use-cases need of the world. `io/` implements them; tests may too. */

export type Clock = {
  now(): Utc;
  /** Resolves after so many seconds; tests need not wait. */
  sleep(seconds: number): Promise<void>;
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
  journalMonths(): Promise<Month[]>;
  readJournal(month: Month): Promise<JournalEntry[]>;
  appendJournal(entry: JournalEntry): Promise<void>;
  /** Bytes of every stored file, for Data health. */
  sizes(): Promise<{ path: string; bytes: number }[]>;
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
