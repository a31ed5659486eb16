import { KIND_NAMES, KINDS, type KindName } from "#core/records/kinds.ts";

const row = (name: KindName) =>
  `| \`${name}/${KINDS[name].shard === "day" ? "2026-11-20" : "2026-11"}.json\` | ${KINDS[name].about} |`;

/** `README.md` of a data-dir: the contract with whoever reads the files. Our own `data/README.md` is the same. */
export const DATA_README = `# AgentOps data

Facts about the workflow runs of your repositories, as observed by AgentOps for GitHub Actions and written by its
sync alone. Read them with anything that reads JSON; conclusions (agents, costs, percentiles) are computed from
them when a dashboard or an export is built, and never stored.

| file under \`<owner>/<repo>/\` | what it holds |
|---|---|
| \`repository.json\` | visibility, default branch, workflows |
${KIND_NAMES.map(row).join("\n")}
| \`state.json\` | where the next sync goes on, what is pending, and a ledger of what is missing and why |
| \`forgotten.json\` | only where something was: what \`agentops forget\` removed, by whom and why, so that it stays away |
| \`guard.json\` | what the guard decides by before an agent starts, compiled from all of these and the configuration; no record |

Above 1,000 records a day, or 20 MB, a file continues in \`2026-11-20.2.json\`: the files of one day are one.

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

A record that does not fit its schema is left out of everything, named with its line and the reason on the dashboard
(Data health), and kept as it is in its file, behind the others. Mend the line, or delete it.

A file that is no JSON, not ours, or of a newer version stops the sync, which names it and leaves it as it is, as does
a damaged \`state.json\` or \`repository.json\`. Take its last good version from git (\`git log -- <file>\`,
\`git checkout <commit> -- <file>\`). Without one, delete the file together with \`state.json\`, and the next sync
fetches again what GitHub still has.
`;
