import { sync } from "#app/sync/sync.ts";
import { Config } from "#core/config.ts";
import { githubClient } from "#io/github/client.ts";
import { folderSafekeeping } from "#io/safekeeping.ts";
import { directoryStore } from "#io/store.ts";
import { fakeClock, NOW, options, REPOSITORY } from "./sync-world.ts";

/** A sync in a process of its own, to be killed: `sync-child.ts <api url> <token> <folder> [telemetry]`. */
const [apiUrl = "", token = "", folder = "", telemetry] = process.argv.slice(2);
const clock = fakeClock(NOW);
const report = {
  debug() {},
  info() {},
  warn() {},
  group: <T>(_: string, work: () => Promise<T>) => work(),
  progress() {},
};
const github = githubClient({ apiUrl, token, repository: REPOSITORY, clock, report });
const store = directoryStore(folder, REPOSITORY);
const safekeeping = folderSafekeeping(folder, REPOSITORY);
await sync(
  { github, store, safekeeping, clock, report, interrupted: () => null },
  options(telemetry ? { config: Config.parse({}) } : {}),
);
