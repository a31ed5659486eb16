import type { ExecutionFigures } from "#core/documents/executions/figures.ts";
import type { Activity } from "#core/documents/users/activity.ts";
import type { UsersDocument } from "#core/documents/users/users.ts";
import { count, percent, plural, UNKNOWN } from "#core/format.ts";
import { FIGURES } from "#core/render/columns/agents.ts";
import { type Column, figure, headed, within } from "#core/render/columns/column.ts";
import { printableLine } from "#core/render/printable.ts";
import { figuresCost, known, outcomeWords } from "#core/render/words/figure-text.ts";

/** What somebody did; null: nobody's. */
type Row = Activity & { name: string | null };
/** As files have them. */
type Named = Row & { kind: "person" | "bot" | "team"; teams: readonly string[] };
/** As pages have them; `about`: teams of a user, people of a team. */
type Shown = Row & { about: string };

/** People, apps and teams one after the other: the same work counts once for who did it and once for the team. */
export function userRows({ people, bots, teams, nobody, no_team }: UsersDocument): Named[] {
  const rest = (kind: Named["kind"], activity: Activity | null): Named[] =>
    activity === null ? [] : [{ kind, name: null, teams: [], ...activity }];
  return [
    ...people.map(({ user, ...row }) => ({ kind: "person" as const, name: user, ...row })),
    ...bots.map(({ user, ...row }) => ({ kind: "bot" as const, name: user, ...row })),
    ...rest("person", nobody),
    ...teams.map(({ team, ...row }) => ({ kind: "team" as const, name: team, teams: [], ...row })),
    ...rest("team", no_team),
  ];
}

const agentWords = ({ agents }: Activity) =>
  agents.map(({ agent, executions }) => `${printableLine(agent, 60)} ${count(executions)}`).join(", ");

const LAST_SEEN: Column<Row> = {
  name: "last_seen",
  heading: "Last seen",
  kind: "time",
  value: (row) => row.last_seen,
};
const ACTIVE_DAYS: Column<Row> = {
  name: "active_days",
  heading: "Active days",
  kind: "figure",
  value: (row) => row.active_days,
  text: (row) => count(row.active_days),
};
const RUNS: Column<Row> = {
  name: "all_runs",
  heading: "Runs",
  kind: "share",
  value: (row) => row.runs,
  text: (row) => count(row.runs),
};
const AGENTS: Column<Row> = {
  name: "agents",
  heading: "Agents used",
  kind: "words",
  value: (row) => row.agents.map(({ agent }) => agent).join(" · "),
  text: (row) => agentWords(row) || UNKNOWN,
  title: (row) =>
    row.agents.length > 1 ? `${plural(row.agents.length, "agent")}: ${agentWords(row)}` : null,
};
const WORK = within<Row, ExecutionFigures>(FIGURES, (row) => row.figures);

export const USERS: readonly Column<Named>[] = [
  { name: "kind", kind: "words", value: (row) => row.kind },
  { name: "name", kind: "name", value: (row) => row.name },
  { name: "teams", kind: "words", value: (row) => row.teams.join(" · ") },
  LAST_SEEN,
  ACTIVE_DAYS,
  RUNS,
  AGENTS,
  ...WORK,
];

/**
 * What people, apps or teams did.
 *
 * @param none what having no name means
 * @param about heading of what belongs to a name; null: nothing does
 */
export function activityColumns(heading: string, none: string, about: string | null): Column<Shown>[] {
  const [success, tokens, cost, perSuccess] = headed(WORK, ["Success", "Tokens", "Cost", "Per success"]) as [
    Column<Row>,
    Column<Row>,
    Column<Row>,
    Column<Row>,
  ];
  return [
    {
      heading,
      kind: "name",
      value: (row) => row.name,
      text: ({ name }) => (name === null ? none : printableLine(name)),
      title: ({ name }) => name && printableLine(name),
      tone: ({ name }) => (name === null ? "muted" : null),
    },
    RUNS,
    ACTIVE_DAYS,
    figure("Executions", (row) => row.figures.executions),
    {
      heading: "Ended",
      kind: "prose",
      value: ({ figures }) => (figures.executions === 0 ? "no agent" : outcomeWords(figures.outcomes)),
      tone: ({ figures }) => (figures.executions === 0 ? "muted" : null),
    },
    {
      ...success,
      title: ({ figures }) => percent(figures.success.value),
      note: ({ figures }) => (figures.success.enough ? `of ${count(figures.success.n)}` : null),
    },
    tokens,
    {
      ...cost,
      text: ({ figures }) => figuresCost(figures),
      below: ({ figures }) => (figures.cost.coverage.n > 0 ? known(figures.cost.coverage) : null),
    },
    perSuccess,
    ...(about === null
      ? []
      : [
          {
            heading: about,
            kind: "words" as const,
            value: (row: Shown) => printableLine(row.about),
            title: (row: Shown) => printableLine(row.about),
          },
        ]),
    AGENTS,
    LAST_SEEN,
  ];
}
