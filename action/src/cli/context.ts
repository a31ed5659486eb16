import type { Clock, Report } from "#app/effects.ts";
import { UserError } from "#core/errors.ts";
import type { Options } from "../inputs.ts";
import type { Surroundings } from "../surroundings.ts";

/** What every command gets. */
export type Context = {
  options: Options;
  surroundings: Surroundings;
  clock: Clock;
  report: Report;
  /** The result, as against the log: stdout on a terminal. */
  print(text: string): void;
  /** Whether the result may be coloured. */
  colour: boolean;
  /** Whether the result is shown on a screen, where it can be drawn over; absent: no. */
  isTerminal?: boolean;
};

/** What a command leaves behind; the entries turn it into an exit code, outputs and a job summary. */
export type Outcome = {
  exitCode: number;
  outputs?: Record<string, string>;
  /** For the job's summary page. */
  markdown?: string;
  /** Annotations of files, as commands of the runner (`render/annotations.ts`); a terminal has what was printed. */
  fileAnnotations?: string;
  /** For the job's log and the run's page; a terminal has what was printed. */
  annotation?: { level: "notice" | "warning" | "error"; title: string; message: string };
};

/** The watched repository. */
export function repositoryOf({ options, surroundings }: Context): string {
  const repository = options.repository ?? surroundings.repository;
  if (repository === null)
    throw new UserError("no repository is named", "Name one: --repository owner/name.");
  return repository;
}

export function tokenOf({ options, surroundings }: Context): string {
  if (options.token !== "") return options.token;
  throw new UserError(
    "there is no token to read GitHub with",
    surroundings.inActions
      ? "Leave the input `token` out (it is the job's own token then), or give it a secret that is not empty."
      : "Set GITHUB_TOKEN, e.g. GITHUB_TOKEN=$(gh auth token), or give --token.",
  );
}
