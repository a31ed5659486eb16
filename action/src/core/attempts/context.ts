import type { PeriodName } from "#core/attempts/period.ts";
import type { Config } from "#core/config.ts";
import type { Repository } from "#core/records/repository.ts";
import type { State } from "#core/records/state.ts";
import type { Utc } from "#core/time.ts";

/** Everything that attempts and documents may know besides the records. `now` is the moment of the last sync. */
export type Context = {
  now: Utc;
  config: Config;
  repository: Repository;
  state: State;
  /** `https://github.com` or the Enterprise host. */
  server: string;
  /** Those that documents are made of; all when left out. */
  periods?: readonly PeriodName[];
};
