import type { Clock, GitHub, Report } from "#app/effects.ts";

export type ClientOptions = {
  /** `https://api.github.com`, the Enterprise host's, or a simulator's. */
  apiUrl: string;
  token: string;
  /** `owner/name`. */
  repository: string;
  clock: Clock;
  report: Report;
  /** The shortest pause before a repetition; tests need none. */
  retryBaseMs?: number;
};

export function githubClient(_options: ClientOptions): GitHub {
  throw new Error("not yet");
}
