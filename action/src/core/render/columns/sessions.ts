import { sessionPath } from "#core/addresses/paths.ts";
import type { ExecutionFigures } from "#core/documents/executions/figures.ts";
import type { Session } from "#core/documents/sessions/session.ts";
import { count, duration } from "#core/format.ts";
import { FIGURES } from "#core/render/columns/agents.ts";
import { type Column, figure, headed, within } from "#core/render/columns/column.ts";
import { printableLine } from "#core/render/printable.ts";
import { sessionName } from "#core/render/words/figure-text.ts";

const title = ({ title }: Session) => title && printableLine(title);

/** A session's own id says little where there is a title. */
const isTitled = (row: Session) => row.kind === "session" && title(row);

const WORK = within<Session, ExecutionFigures>(FIGURES, (row) => row.figures);

export const SESSIONS: readonly Column<Session>[] = [
  {
    name: "session",
    heading: "Session",
    kind: "name",
    value: sessionName,
    text: (row) => isTitled(row) || sessionName(row),
    filed: (row) => row.slug,
    title,
    link: (row) => sessionPath(row.slug),
    below: (row) => (row.kind === "session" ? [{ text: sessionName(row), mono: true }] : title(row)),
  },
  { name: "kind", kind: "words", value: (row) => row.kind },
  { name: "session_id", kind: "code", value: (row) => row.session_id },
  { name: "number", kind: "figure", value: (row) => row.number },
  { name: "title", kind: "words", value: (row) => row.title },
  { name: "started_at", kind: "moment", value: (row) => row.started_at },
  { name: "ended_at", heading: "Last", kind: "time", value: (row) => row.ended_at },
  {
    name: "seconds",
    heading: "Length",
    kind: "figure",
    value: (row) => row.seconds,
    text: (row) => duration(row.seconds),
  },
  { name: "working_seconds", kind: "figure", value: (row) => row.working_seconds },
  {
    name: "active",
    heading: "State",
    kind: "words",
    value: (row) => row.active,
    text: (row) => (row.active ? "active" : "ended"),
    tone: (row) => (row.active ? null : "muted"),
  },
  {
    name: "agents",
    heading: "Agents",
    kind: "words",
    value: (row) => row.agents.join(" · "),
    text: (row) => row.agents.map((name) => printableLine(name)).join(", "),
  },
  { name: "models", kind: "words", value: (row) => row.models.join(" · ") },
  { name: "users", kind: "words", value: (row) => row.users.join(" · ") },
  ...WORK,
];

const executions: Column<Session> = {
  ...figure<Session>("Executions", (row) => row.figures.executions),
  below: ({ figures: { children } }) => (children > 0 ? `and ${count(children)} started` : null),
};

export const SESSIONS_SHOWN: readonly Column<Session>[] = [
  ...headed(SESSIONS, ["Session", "State", "Agents"]),
  executions,
  ...headed(SESSIONS, ["Success"]),
  figure("Mean answer", (row) => row.figures.duration.mean, duration),
  ...headed(SESSIONS, ["Length", "Tokens", "Cost", "Last"]),
];
