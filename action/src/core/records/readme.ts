/** `README.md` of a data-dir: the contract with whoever reads the files. Our own `data/README.md` is the same. */
export const DATA_README = `# AgentOps data

Facts about the workflow runs of your repositories, as observed by AgentOps for GitHub Actions and written by its
sync alone. Read them with anything that reads JSON; conclusions (agents, costs, percentiles) are computed from
them when a dashboard or an export is built, and never stored.

| file under \`<owner>/<repo>/\` | what it holds |
|---|---|
| \`repository.json\` | visibility, default branch, workflows |
| \`runs/2026-11-20.json\` | every attempt of the runs created on that UTC day, with jobs and steps; above 1,000 records it continues in \`2026-11-20.2.json\` |
| \`analyses/2026-11-20.json\` | readings of the logs of those runs: what failed, where, a redacted excerpt |
| \`executions/2026-11-20.json\` | what agents did in those runs, as their own telemetry told: tokens, steps, tools. Prices are applied when pages are built |
| \`events/2026-11-20.json\` | decisions, budget thresholds and events of your own, told by those runs; these files only grow |
| \`pulls/2026-11.json\` | pull requests opened in that month that agents touched: state, size, reviews, reactions, whether reverted; texts are not stored |
| \`journal/2026-11.json\` | one line a sync: duration, requests by endpoint, what was added. The only file that says when a sync ran |
| \`state.json\` | where the next sync goes on, what is pending, and a ledger of what is missing and why |

## What the files promise

- **Keys.** An attempt is known by \`id\` and \`run_attempt\`. It never moves to another file, and is replaced only by a
  newer observation of the same attempt.
- **Names** are those of GitHub's REST API. Times are UTC, durations whole seconds. Unknown is \`null\`, never 0.
- **Bytes.** One record a line, sorted by key, keys in schema order: the same facts give the same bytes, and a sync
  that finds nothing new changes no file.
- **Versions.** Every file says its \`schema_version\`. A newer AgentOps reads all older versions; an older one stops at
  newer files and writes nothing. JSON Schemas come with AgentOps in \`data/schema/\`.
- **Texts of strangers.** Titles, commit messages and names of all kinds are stored without secrets and e-mail addresses
  (\`[redacted:<kind>]\` stands where one was; the same name always becomes the same) and otherwise as they were: escape
  them where you show them.

## When a file is damaged

The sync stops, names the file and the line, and leaves it as it is. Take its last good version from git
(\`git log -- <file>\`, \`git checkout <commit> -- <file>\`). Without one, delete the file together with \`state.json\`,
and the next sync fetches again what GitHub still has.
`;
