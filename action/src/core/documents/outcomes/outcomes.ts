import * as z from "zod";
import { authoringAgent } from "#core/agents/pull-agent.ts";
import type { Context } from "#core/attempts/context.ts";
import type { Fold } from "#core/attempts/fold.ts";
import type { Line } from "#core/attempts/ledger.ts";
import { periodAt } from "#core/attempts/period.ts";
import { Stretch, stretchOf } from "#core/documents/figures/buckets.ts";
import {
  Outcome,
  OutcomeFigures,
  outcomeFigures,
  outcomeOf,
  type Spent,
} from "#core/documents/outcomes/figures.ts";
import { entry } from "#core/entry.ts";
import type { Pull } from "#core/records/pull.ts";
import { Utc } from "#core/time.ts";

/** `author`: the agent opened it. `helper`: somebody else did, and the agent worked on it, such as in a review. */
const Part = z.enum(["author", "helper"]);
type Part = z.infer<typeof Part>;

const AgentOutcomes = OutcomeFigures.extend({ agent: z.string(), part: Part });

const PullRow = z.strictObject({
  number: z.number().int(),
  /** Null: a person or an unknown bot opened it. */
  author_agent: z.string().nullable(),
  /** Who else worked on it, sorted. */
  helpers: z.array(z.string()),
  outcome: Outcome,
  reverted_by: z.number().int().nullable(),
  created_at: Utc,
  merged_at: Utc.nullable(),
});

/** What came of the agents' work: pull requests opened in the last 90 days that agents' runs touched. */
export const OutcomesDocument = z.strictObject({
  period: Stretch,
  /** All of them, each once. */
  all: OutcomeFigures,
  /** Most pull requests first. One that two agents worked on counts for both. */
  agents: z.array(AgentOutcomes),
  /** Newest first, at most 20. */
  newest: z.array(PullRow),
});
export type OutcomesDocument = z.infer<typeof OutcomesDocument>;

const NEWEST = 20;

/** One attempt on pull requests of the period. */
type Work = { pulls: readonly number[]; agents: readonly string[]; spent: Spent };

/** @param pulls as they are stored, of any time */
export function outcomesFold(context: Context, pulls: readonly Pull[]): Fold<OutcomesDocument> {
  const period = periodAt("90d", context.now);
  const known = new Map(
    pulls
      .filter(({ created_at }) => created_at >= period.from && created_at < period.to)
      .map((pull) => [pull.number, pull]),
  );
  const attempts: Work[] = [];
  return {
    add({ run, lines }) {
      const touched = (run.pull_requests ?? []).flatMap(({ number }) => (known.has(number) ? number : []));
      if (touched.length === 0) return;
      attempts.push({ pulls: touched, agents: agentsOf(lines), spent: spentOf(lines) });
    },
    finish() {
      const listed = [...known.values()];
      const authors = new Map(
        listed.map((pull) => [
          pull.number,
          authoringAgent(pull, context.repository.full_name, context.config.agents),
        ]),
      );
      const helpers = helpersOf(attempts, authors);
      return {
        period: stretchOf(period),
        all: outcomeFigures(
          listed,
          attempts.map(({ spent }) => spent),
          context.now,
        ),
        agents: groups(listed, authors, helpers).map(({ agent, part, numbers }) => ({
          agent,
          part,
          ...outcomeFigures(
            listed.filter(({ number }) => numbers.has(number)),
            attempts
              .filter((attempt) => part === "author" || attempt.agents.includes(agent))
              .filter((attempt) => attempt.pulls.some((number) => numbers.has(number)))
              .map(({ spent }) => spent),
            context.now,
          ),
        })),
        newest: listed
          .sort((a, b) =>
            a.created_at < b.created_at ? 1 : a.created_at > b.created_at ? -1 : b.number - a.number,
          )
          .slice(0, NEWEST)
          .map((pull) => ({
            number: pull.number,
            author_agent: authors.get(pull.number) ?? null,
            helpers: [...(helpers.get(pull.number) ?? [])].sort(),
            outcome: outcomeOf(pull, context.now),
            reverted_by: pull.reverted_by,
            created_at: pull.created_at,
            merged_at: pull.merged_at,
          })),
      };
    },
  };
}

/** Agents that worked in the attempt; checks that an agent merely caused are no work of it. */
function agentsOf(lines: readonly Line[]): string[] {
  return [...new Set(lines.flatMap(({ kind, agent }) => (kind === "tokens" && agent !== null ? agent : [])))];
}

function spentOf(lines: readonly Line[]): Spent {
  return {
    nano: lines.reduce((sum, { amount_nano_usd }) => sum + (amount_nano_usd ?? 0), 0),
    unknown: lines.filter(({ amount_nano_usd }) => amount_nano_usd === null).length,
  };
}

function helpersOf(
  attempts: readonly Work[],
  authors: ReadonlyMap<number, string | null>,
): Map<number, Set<string>> {
  const helpers = new Map<number, Set<string>>();
  for (const { pulls, agents } of attempts)
    for (const number of pulls)
      for (const agent of agents) {
        if (authors.get(number) === agent) continue;
        const known = helpers.get(number) ?? new Set<string>();
        helpers.set(number, known.add(agent));
      }
  return helpers;
}

type Group = { agent: string; part: Part; numbers: Set<number> };

function groups(
  pulls: readonly Pull[],
  authors: ReadonlyMap<number, string | null>,
  helpers: ReadonlyMap<number, ReadonlySet<string>>,
): Group[] {
  const found = new Map<string, Group>();
  const count = (agent: string, part: Part, number: number) => {
    const key = `${part} ${agent}`;
    const group = entry(found, key, () => ({ agent, part, numbers: new Set<number>() }));
    group.numbers.add(number);
  };
  for (const { number } of pulls) {
    const author = authors.get(number) ?? null;
    if (author !== null) count(author, "author", number);
    for (const agent of helpers.get(number) ?? []) count(agent, "helper", number);
  }
  return [...found.values()].sort(
    (a, b) =>
      (a.part < b.part ? -1 : a.part > b.part ? 1 : 0) ||
      b.numbers.size - a.numbers.size ||
      (a.agent < b.agent ? -1 : 1),
  );
}
