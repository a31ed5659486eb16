import { addSeconds, DAY_SECONDS, dayOf, formatUtc, type Utc } from "#core/time.ts";
import { aMinimalRepository } from "#simulator/accounts.ts";
import { aRepository, aWorkflow, emptyRepository } from "#simulator/builders.ts";
import { type Opening, performRun } from "#simulator/history/attempts.ts";
import { CAST } from "#simulator/history/cast.ts";
import { configuration, POLICY_CASES } from "#simulator/history/configuration.ts";
import { leaveEvidence } from "#simulator/history/evidence.ts";
import { agentFiles } from "#simulator/history/former-files.ts";
import { issuePayloads, pullsByCommit } from "#simulator/history/forum.ts";
import type { Life } from "#simulator/history/happened.ts";
import { laterOccasions } from "#simulator/history/later-occasions.ts";
import { live } from "#simulator/history/life.ts";
import type { Occasion } from "#simulator/history/occasion.ts";
import { occasionsOf } from "#simulator/history/occasions.ts";
import { MEMBERS } from "#simulator/history/people.ts";
import { seeded } from "#simulator/history/random.ts";
import { receptions } from "#simulator/history/reception.ts";
import { setPieces } from "#simulator/history/set-pieces.ts";
import { type Story, tellStory } from "#simulator/history/story.ts";
import { drawTakes } from "#simulator/history/takes.ts";
import { uploadsOf } from "#simulator/history/uploads.ts";
import { OWN_SYNC } from "#simulator/history/workflows/own-sync.ts";
import type { SimulatedRepository } from "#simulator/model.ts";

const FULL_NAME = "octo-org/agent-fleet";
/** GitHub's counters in autumn 2026: beyond 32 bits. */
const FIRST_RUN = 35_200_000_000;
const RUNS_A_SECOND = 100;
const FIRST_JOB = 103_000_000_000;
const FIRST_LATER_JOB = 104_000_000_000;
const FIRST_ARTIFACT = 6_900_000_000;
/** So long ago a credit was given. */
const CREDITED_DAYS = 20;

/**
 * A believable past of `octo-org/agent-fleet` that ends at `now`: people, agents and clocks start runs of
 * fourteen workflows, which fail, are run again, wait and are under way. The same `now` and `seed` give the same bytes.
 */
export function seededHistory(options: { now: Utc; seed?: number; days?: number }): SimulatedRepository {
  const { now, seed = 7, days = 90 } = options;
  const random = seeded(seed);
  const story = tellStory(now, days);
  const life = live(random, story);
  const truth = settle(life, story);
  const within = ({ at }: Occasion) => at > story.start && at < story.now;
  const first = [...occasionsOf(random, story, life), ...setPieces(story, life)].filter(within);
  const later = new Set(laterOccasions(seed, story, life).filter(within));
  const occasions = [...first, ...later].sort((a, b) => a.at - b.at);

  const ofFirst = { random, nextJobId: counter(FIRST_JOB, 13) };
  const ofLater = { random: seeded(seed + 2000), nextJobId: counter(FIRST_LATER_JOB, 13) };
  const nextArtifactId = counter(FIRST_ARTIFACT, 7);
  const numbers = new Map<number, number>();
  const repository = aMinimalRepository(FULL_NAME);
  const forks = new Map<string, Opening["head"]>();
  let index = 0;
  for (const occasion of occasions) {
    const { blueprint, at, pull } = occasion;
    const source = later.has(occasion) ? ofLater : ofFirst;
    const number = (numbers.get(blueprint.id) ?? 0) + 1;
    numbers.set(blueprint.id, number);
    const id = FIRST_RUN + (at - story.start) * RUNS_A_SECOND + index;
    const head = pull?.fork ? forkOf(forks, pull.fork) : repository;
    // Each draws from its own, so that a change to one workflow leaves the others' runs as they are.
    const { nextJobId } = source;
    const stage = { random: seeded(source.random.between(0, 2 ** 32 - 1)), story, nextJobId };
    if (source === ofFirst) index += 1;
    const takes = occasion.takes ?? drawTakes(stage.random, occasion, story);
    const attempts = performRun(stage, occasion, takes, { id, number, repository, head });
    truth.runs.push({ attempts });
    for (const [place, attempt] of attempts.entries()) {
      const take = takes[place];
      if (take === undefined) continue;
      leaveEvidence(truth, stage, occasion, take, attempt);
      if (place === attempts.length - 1)
        truth.artifacts.push(...uploadsOf(story, occasion, attempt, take.fate, nextArtifactId));
    }
  }
  return truth;
}

/** The repository before its first run. */
function settle(life: Life, story: Story): SimulatedRepository {
  const start = formatUtc(story.start);
  const repository = aRepository({
    full_name: FULL_NAME,
    description: "Agents that keep each other's promises",
    created_at: addSeconds(start, -3 * DAY_SECONDS),
    updated_at: formatUtc(story.now),
    pushed_at: formatUtc(story.now),
  });
  const files = CAST.filter(({ text }) => text !== "").map(({ path, text }) => [path, text] as const);
  const former = agentFiles(story);
  const credited = dayOf(addSeconds(formatUtc(story.now), -CREDITED_DAYS * DAY_SECONDS));
  const permissions = [...MEMBERS].map(([login, { permission }]) => [login, permission] as const);
  return emptyRepository(FULL_NAME, {
    repository,
    workflows: CAST.map((blueprint) => {
      const since = blueprint === OWN_SYNC ? formatUtc(story.installed) : addSeconds(start, -2 * DAY_SECONDS);
      const { id, name, path } = blueprint;
      return aWorkflow({ id, name, path, created_at: since, updated_at: since });
    }),
    files: new Map([
      ...files,
      ...former.files,
      [".github/agentops.yml", configuration(credited)],
      [".github/agentops.test.yml", POLICY_CASES],
    ]),
    formerFiles: former.formerFiles,
    pulls: pullsByCommit(life, repository),
    receptions: receptions(life),
    issues: issuePayloads(life, repository),
    collaborators: new Map(permissions),
  });
}

function forkOf(forks: Map<string, Opening["head"]>, fullName: string): Opening["head"] {
  const known = forks.get(fullName) ?? { ...aMinimalRepository(fullName), fork: true };
  forks.set(fullName, known);
  return known;
}

function counter(first: number, step: number): () => number {
  let last = first;
  return () => (last += step);
}
