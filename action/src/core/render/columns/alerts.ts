import { alertPath } from "#core/addresses/paths.ts";
import type { AlertRow } from "#core/documents/alerts/alerts.ts";
import { duration, moment, UNKNOWN } from "#core/format.ts";
import type { Transition } from "#core/records/alert.ts";
import type { Unit } from "#core/records/condition.ts";
import type { Column } from "#core/render/columns/column.ts";
import { alertTitle, evidenceText, figureText, verbOf } from "#core/render/words/alert-text.ts";

export const ALERTS: readonly Column<AlertRow>[] = [
  { name: "id", kind: "code", value: ({ id }) => id },
  {
    name: "alert",
    heading: "Alert",
    kind: "name",
    value: alertTitle,
    title: alertTitle,
    link: ({ id }) => alertPath(id),
    below: ({ condition }) => evidenceText(condition),
    tags: ({ transitions }) => (transitions.at(-1)?.quiet ? ["flapping"] : []),
  },
  { name: "rule", kind: "code", value: ({ condition }) => condition.rule },
  { name: "subject_kind", kind: "words", value: ({ condition }) => condition.subject.kind },
  { name: "subject", kind: "words", value: ({ condition }) => condition.subject.name },
  {
    name: "severity",
    heading: "Severity",
    kind: "words",
    value: ({ condition }) => condition.severity,
    tone: ({ condition, state }) =>
      state === "firing" && condition.severity !== "notice" ? "worse" : "muted",
  },
  { name: "state", heading: "State", kind: "words", value: ({ state }) => state },
  { name: "fired_at", heading: "Fired", kind: "time", value: ({ fired_at }) => fired_at },
  {
    name: "resolved_at",
    heading: "Resolved",
    kind: "time",
    value: ({ resolved_at }) => resolved_at,
    text: ({ resolved_at }) => resolved_at ?? UNKNOWN,
  },
  {
    name: "seconds",
    heading: "Lasted",
    kind: "figure",
    value: ({ seconds }) => seconds,
    text: ({ seconds }) => duration(seconds),
  },
  { name: "transitions", heading: "Changes", kind: "figure", value: ({ transitions }) => transitions.length },
  {
    name: "value",
    heading: "Value",
    kind: "figure",
    value: ({ condition }) => condition.value,
    text: ({ condition }) => figureText(condition.value, condition.unit),
  },
  { name: "unit", kind: "words", value: ({ condition }) => condition.unit },
  { name: "limit", kind: "figure", value: ({ condition }) => condition.limit },
  { name: "baseline", kind: "figure", value: ({ condition }) => condition.baseline },
  { name: "n", kind: "figure", value: ({ condition }) => condition.n },
  { name: "baseline_n", kind: "figure", value: ({ condition }) => condition.baseline_n },
];

type Changed = { transition: Transition; unit: Unit };

export const TRANSITIONS: readonly Column<Changed>[] = [
  {
    heading: "When",
    kind: "moment",
    value: ({ transition }) => transition.at,
    text: ({ transition }) => moment(transition.at),
  },
  { heading: "What", kind: "words", value: ({ transition }) => verbOf(transition) },
  { heading: "Severity", kind: "words", value: ({ transition }) => transition.severity },
  {
    heading: "Value",
    kind: "figure",
    value: ({ transition }) => transition.value,
    text: ({ transition, unit }) => figureText(transition.value, unit),
  },
  {
    heading: "Told",
    kind: "words",
    value: ({ transition }) => (transition.quiet ? "to nobody: it changes too often" : "yes"),
  },
];
