import type { InventoryAgent, InventoryFinding } from "#core/documents/inventory/inventory.ts";
import { UNKNOWN } from "#core/format.ts";
import type { Column } from "#core/render/columns/column.ts";
import { printableLine, said } from "#core/render/printable.ts";
import { permissionsText, WHO } from "#core/render/words/inventory.ts";

/** Each place where an agent runs, as workflow files say. */
export const AGENTS_IN_FILES: readonly Column<InventoryAgent>[] = [
  {
    ...{ name: "agent", heading: "Agent", kind: "name" },
    value: ({ agent }) => agent,
    text: ({ agent }) => printableLine(agent),
    below: ({ model }) => said(model),
  },
  {
    ...{ name: "workflow", heading: "Workflow", kind: "words" },
    value: ({ workflow }) => workflow,
    text: ({ workflow, workflow_file }) => printableLine(workflow ?? workflow_file),
    below: ({ path, line, job }) => `${path.replace(/^\.github\/workflows\//, "")}:${line}, job ${job}`,
  },
  { name: "workflow_file", kind: "code", value: ({ workflow_file }) => workflow_file },
  { name: "path", kind: "code", value: ({ path }) => path },
  { name: "line", kind: "figure", value: ({ line }) => line },
  { name: "job", kind: "words", value: ({ job }) => job },
  { name: "step", kind: "words", value: ({ step }) => step },
  { name: "model", kind: "words", value: ({ model }) => model },
  {
    ...{ name: "triggers", heading: "Started by", kind: "prose" },
    value: ({ triggers }) => triggers.join(" "),
    text: ({ triggers }) => printableLine(triggers.join(", ")),
    below: ({ exposure }) => WHO[exposure],
    tone: ({ exposure }) => (exposure === "strangers" ? "worse" : null),
  },
  { name: "exposure", kind: "words", value: ({ exposure }) => exposure },
  {
    ...{ name: "permissions", heading: "Its token may", kind: "prose" },
    value: ({ permissions }) => (permissions === null ? null : permissionsText(permissions)),
    text: ({ permissions }) => (permissions === null ? UNKNOWN : printableLine(permissionsText(permissions))),
  },
  {
    ...{ name: "pin", heading: "Pinned", kind: "words" },
    value: ({ pin }) => pin,
    text: ({ pin, unpinned }) => (unpinned.length > 0 ? `${unpinned.length} by name` : (pin ?? UNKNOWN)),
    title: ({ unpinned }) => printableLine(unpinned.join(", "), 300) || null,
  },
  { name: "unpinned", kind: "words", value: ({ unpinned }) => unpinned.join(" ") },
  {
    ...{ name: "caps", heading: "Limits", kind: "prose" },
    value: ({ caps }) => caps.join("; "),
    text: ({ caps, timeout_minutes }) =>
      printableLine([...caps, ...(timeout_minutes === null ? [] : [`${timeout_minutes} min`])].join(", ")) ||
      "none",
  },
  { name: "timeout_minutes", kind: "figure", value: ({ timeout_minutes }) => timeout_minutes },
  {
    ...{ name: "environment", heading: "Environment", kind: "words" },
    value: ({ environment }) => environment,
    text: ({ environment }) => said(environment),
  },
  { name: "concurrency", kind: "words", value: ({ concurrency }) => concurrency },
  {
    ...{ name: "guard", heading: "Guard", kind: "words" },
    value: ({ guard }) => guard,
    text: ({ guard }) => (guard ? "yes" : "no"),
  },
  { name: "secrets", kind: "words", value: ({ secrets }) => secrets.join(" ") },
  { name: "tools", kind: "words", value: ({ tools }) => tools?.join(" ") ?? null },
  {
    ...{ name: "errors", heading: "Errors", kind: "figure" },
    value: ({ errors }) => errors,
    tone: ({ errors }) => (errors > 0 ? "worse" : null),
  },
  { name: "warnings", heading: "Warnings", kind: "figure", value: ({ warnings }) => warnings },
  { name: "notes", heading: "Notes", kind: "figure", value: ({ notes }) => notes },
];

export const FINDINGS: readonly Column<InventoryFinding>[] = [
  {
    ...{ name: "level", heading: "Level", kind: "words" },
    value: ({ level }) => level,
    tone: ({ level }) => (level === "error" ? "worse" : level === "note" ? "muted" : null),
  },
  {
    ...{ name: "message", heading: "What is wrong", kind: "prose" },
    value: ({ message }) => message,
    text: ({ message }) => printableLine(message, 300),
  },
  {
    ...{ name: "path", heading: "Where", kind: "words" },
    value: ({ path }) => path,
    text: ({ path, line }) => printableLine(`${path.replace(/^\.github\/workflows\//, "")}:${line}`),
    title: ({ path }) => printableLine(path),
  },
  { name: "line", kind: "figure", value: ({ line }) => line },
  { name: "column", kind: "figure", value: ({ column }) => column },
  { name: "rule", heading: "Rule", kind: "code", value: ({ rule }) => rule },
  {
    ...{ name: "fix", heading: "What to do", kind: "prose" },
    value: ({ fix }) => fix,
    text: ({ fix }) => printableLine(fix.replaceAll("`", ""), 300),
  },
  { name: "fingerprint", kind: "code", value: ({ fingerprint }) => fingerprint },
];
