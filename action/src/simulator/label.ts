import { createHash } from "node:crypto";
import { nodeId } from "#simulator/accounts.ts";
import type { IssuePayload } from "#simulator/model.ts";

export type LabelPayload = IssuePayload["labels"][number];

/** A label as issues show it; its id is made from its name. */
export function aLabel(name: string, repositoryUrl: string): LabelPayload {
  const id = createHash("sha256").update(name).digest().readUInt32BE();
  const url = `${repositoryUrl}/labels/${encodeURIComponent(name)}`;
  return { id, node_id: nodeId("LA", id), url, name, description: null, color: "ededed", default: false };
}

export const labelName = (label: LabelPayload): string =>
  typeof label === "string" ? label : (label.name ?? "");

/** Labels from a request, which gives `["name"]` or `[{ name }]`; GitHub makes the ones it does not know. */
export function labelsOf(given: unknown, repositoryUrl: string): LabelPayload[] {
  const names = (Array.isArray(given) ? given : []).map((label) =>
    typeof label === "object" && label !== null ? String(label.name) : String(label),
  );
  return [...new Set(names)].map((name) => aLabel(name, repositoryUrl));
}
