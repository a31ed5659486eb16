import { sync } from "#app/sync.ts";
import { githubClient } from "#io/github/client.ts";
import { directoryStore } from "#io/store.ts";
import { fakeClock, NOW, options, REPOSITORY } from "./sync-world.ts";

/** A sync in a process of its own, to be killed: `sync-child.ts <api url> <token> <folder>`. */
const [apiUrl = "", token = "", folder = ""] = process.argv.slice(2);
const clock = fakeClock(NOW);
const report = {
  debug() {},
  info() {},
  warn() {},
  group: <T>(_: string, work: () => Promise<T>) => work(),
  progress() {},
};
const github = githubClient({ apiUrl, token, repository: REPOSITORY, clock, report });
await sync({ github, store: directoryStore(folder, REPOSITORY), clock, report }, options());
