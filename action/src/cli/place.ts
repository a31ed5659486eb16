import type { Safekeeping } from "#app/effects.ts";
import type { DataBranch } from "#io/data-branch.ts";
import type { Texts } from "./texts.ts";

/** Where records are kept: a folder of the workspace, or a branch that is fetched and pushed. */
export type Place = Texts & {
  /** `owner/name`, the watched one. */
  repository: string;
  /** The data-dir on disk. */
  directory: string;
  /** Commits and pushes what changed; nothing to do where there is no branch. */
  publish(message: string): Promise<void>;
  /** The data branch as a whole; null where there is none. */
  branch: Pick<DataBranch, "tip" | "history" | "replaceHistory"> | null;
  /** The same on the way, where what only passes may fail: the next one takes it along. */
  safekeeping: Safekeeping;
  close(): Promise<void>;
};
