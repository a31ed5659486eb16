import { type AgentRow, agentRows } from "#core/inventory/agent-row.ts";
import type { Repository, Workflow } from "#core/inventory/model.ts";
import { readWorkflow } from "#core/inventory/read-workflow.ts";
import type { Hit, Level } from "#core/inventory/rule.ts";
import {
  IGNORE_UNKNOWN,
  IGNORE_WITHOUT_REASON,
  type Notice,
  UNREADABLE,
} from "#core/inventory/rules/notices.ts";
import { RULE_TEXTS, RULES } from "#core/inventory/rules/table.ts";
import { positionOf, readSource, type Source, type Unreadable } from "#core/inventory/source.ts";
import { isSilenced, type Suppression, suppressionsOf, unknownIds } from "#core/inventory/suppressions.ts";
import { compare } from "#core/records/order.ts";
import { contentId } from "#core/sha256.ts";

/** What runs agents in a repository, and what is wrong with how it does. */
export type Inventory = {
  /** Workflow files that were read or tried. */
  files: readonly string[];
  agents: readonly AgentRow[];
  /** By file and line. */
  findings: readonly Finding[];
  /** How many findings a comment silences. */
  silenced: number;
};

export type Finding = {
  rule: string;
  level: Level;
  message: string;
  path: string;
  line: number;
  column: number;
  end_line: number;
  end_column: number;
  /** The same for the same thing when lines are added or removed above it. */
  fingerprint: string;
};

/** What is found in a file, before it has a fingerprint. */
type Found = Omit<Finding, "fingerprint"> & { key: string };

/** @param paths of workflow files, from the root of the repository */
export function takeInventory(paths: readonly string[], repository: Repository): Inventory {
  const found: Found[] = [];
  const agents: AgentRow[] = [];
  const sources = new Map<string, Source>();
  const suppressions = new Map<Source, readonly Suppression[]>();
  let silenced = 0;
  for (const path of [...paths].sort()) {
    const text = repository.read(path);
    const source = text === null ? unreadable(path) : readSource(path, text);
    if ("reason" in source) {
      found.push(unread(source));
      continue;
    }
    const { workflow, unreadable: others } = readWorkflow(source, repository);
    agents.push(...agentRows(workflow));
    found.push(...others.map(unread));
    for (const part of [
      source,
      ...workflow.jobs.flatMap((job) => [job.source, ...job.steps.map((step) => step.source)]),
    ])
      sources.set(part.path, sources.get(part.path) ?? part);
    for (const { rule, hits } of broken(workflow, repository))
      for (const hit of hits) {
        const own = suppressions.get(hit.at.source) ?? suppressionsOf(hit.at.source);
        suppressions.set(hit.at.source, own);
        if (isSilenced(own, rule.id, hit.at)) silenced += 1;
        else found.push(placed(rule, hit));
      }
  }
  found.push(...[...sources.values()].flatMap(aboutComments));
  return { files: [...paths].sort(), agents, findings: fingerprinted(strongest(found)), silenced };
}

function broken(workflow: Workflow, repository: Repository): { rule: Notice; hits: Hit[] }[] {
  return RULES.map((rule) => ({ rule, hits: [...rule.check(workflow, repository)] }));
}

function unreadable(path: string): Unreadable {
  return { path, line: 1, column: 1, reason: "is no plain text file of UTF-8, or is larger than we read" };
}

function unread({ path, line, column, reason }: Unreadable): Found {
  return {
    ...{ rule: UNREADABLE.id, level: UNREADABLE.level, key: "", path, line, column },
    ...{ message: `The file ${reason}`, end_line: line, end_column: column + 1 },
  };
}

function placed(rule: Notice, { at, key, message, level }: Hit): Found {
  const [start, end] = [
    positionOf(at.source, at.start),
    positionOf(at.source, Math.max(at.end, at.start + 1)),
  ];
  return {
    ...{ rule: rule.id, level: level ?? rule.level, message, key, path: at.source.path, ...start },
    ...{ end_line: end.line, end_column: end.column },
  };
}

function aboutComments(source: Source): Found[] {
  return suppressionsOf(source).flatMap((one) => {
    const { at } = one.comment;
    const unknown = unknownIds(
      one,
      RULE_TEXTS.map(({ id }) => id),
    );
    return [
      ...(unknown === null
        ? []
        : [placed(IGNORE_UNKNOWN, { at, key: "", message: `Of this comment, ${unknown}` })]),
      ...(one.reason === ""
        ? [placed(IGNORE_WITHOUT_REASON, { at, key: "", message: "No reason is given" })]
        : []),
    ];
  });
}

/** A called workflow is seen by itself and from each caller: one finding a place, of the highest level. */
function strongest(found: readonly Found[]): Found[] {
  const kept = new Map<string, Found>();
  for (const one of found) {
    const place = JSON.stringify([one.rule, one.path, one.line, one.column, one.message]);
    const known = kept.get(place);
    if (known === undefined || weight(one) > weight(known)) kept.set(place, one);
  }
  return [...kept.values()].sort(
    (a, b) =>
      compare(a.path, b.path) ||
      a.line - b.line ||
      a.column - b.column ||
      compare(a.rule, b.rule) ||
      compare(a.message, b.message),
  );
}

function weight({ level }: Found): number {
  return ["note", "warning", "error"].indexOf(level);
}

/** Of the same thing in the same job or step, the order tells. */
function fingerprinted(found: readonly Found[]): Finding[] {
  const counts = new Map<string, number>();
  return found.map(({ key, ...finding }) => {
    const id = contentId(finding.rule, finding.path, key);
    const count = counts.get(id) ?? 0;
    counts.set(id, count + 1);
    return { ...finding, fingerprint: count === 0 ? id : contentId(id, count) };
  });
}
