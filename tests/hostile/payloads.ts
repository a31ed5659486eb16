import { anArtifact, aStep } from "#simulator/builders.ts";
import { addRun, type HostileItem } from "./item.ts";
import { HOSTILE_WORDS, WRONG_KINDS } from "./words.ts";

/** Runs, jobs, steps and artifacts as GitHub may tell them when strangers chose the words. */
export function hostilePayloads(): HostileItem[] {
  return [...everywhere(), ...wrongKinds(), ...times(), ...numbers(), ...shapes(), ...lists()];
}

const words = Object.entries(HOSTILE_WORDS);

/** Every text of a run, of its job and of its steps is the word. */
function everywhere(): HostileItem[] {
  const ofRun = words.map(
    ([what, word]): HostileItem => ({
      name: `texts of a run: ${what}`,
      put: (truth, id, now) =>
        void addRun(truth, id, now, {
          run: {
            ...{ name: word, display_title: word, head_branch: word, event: word || "push", path: word },
            head_commit: { id: "a", tree_id: "a", message: word, timestamp: now, author: { name: word } },
            actor: { login: word, id: 1, type: "User" },
            triggering_actor: { login: word, id: 1, type: "User" },
          },
        }),
    }),
  );
  const ofJobs = words.map(
    ([what, word]): HostileItem => ({
      name: `texts of a job: ${what}`,
      put: (truth, id, now) =>
        void addRun(truth, id, now, {
          job: { name: word, labels: [word, word], runner_name: word, runner_group_name: word },
          steps: [aStep({ number: 1, name: word, conclusion: "failure" })],
        }),
    }),
  );
  const ofWorkflows = words.map(
    ([what, word]): HostileItem => ({
      name: `texts of a workflow: ${what}`,
      put(truth, id, now) {
        const run = addRun(truth, id, now, {
          run: { workflow_id: id, path: `.github/workflows/${word}.yml` },
        });
        const path = `.github/workflows/${word}.yml`;
        truth.workflows.push({ ...run, id, name: word, path, state: word } as never);
        truth.files.set(path, `name: ${word}\non: push\njobs: {}\n`);
      },
    }),
  );
  return [...ofRun, ...ofJobs, ...ofWorkflows];
}

const RUN_FIELDS = ["name", "display_title", "head_branch", "actor", "head_commit", "path", "pull_requests"];
const JOB_FIELDS = ["name", "steps", "labels", "started_at", "conclusion"];

function wrongKinds(): HostileItem[] {
  return Object.entries(WRONG_KINDS).flatMap(([what, value]) => [
    ...RUN_FIELDS.map(
      (field): HostileItem => ({
        name: `wrong kind: ${what} as ${field} of a run`,
        put: (truth, id, now) => void addRun(truth, id, now, { run: { [field]: value } }),
      }),
    ),
    ...JOB_FIELDS.map(
      (field): HostileItem => ({
        name: `wrong kind: ${what} as ${field} of a job`,
        put: (truth, id, now) => void addRun(truth, id, now, { job: { [field]: value } }),
      }),
    ),
  ]);
}

function times(): HostileItem[] {
  const stamps = [
    "0001-01-01T00:00:00Z",
    "0000-01-01T00:00:00Z",
    "1970-01-01T00:00:00Z",
    "9999-12-31T23:59:59Z",
    "9999-12-31T23:59:59-23:59",
    "2026-02-30T00:00:00Z",
    "yesterday",
    "",
  ];
  return stamps.flatMap((stamp): HostileItem[] => [
    {
      name: `times: run begins and ends ${stamp || "never"}`,
      put: (truth, id, now) =>
        void addRun(truth, id, now, { run: { run_started_at: stamp, updated_at: stamp } }),
    },
    {
      name: `times: job and step begin and end ${stamp || "never"}`,
      put: (truth, id, now) =>
        void addRun(truth, id, now, {
          job: { created_at: stamp, started_at: stamp, completed_at: stamp },
          steps: [aStep({ started_at: stamp, completed_at: now, conclusion: "failure" })],
        }),
    },
  ]);
}

function numbers(): HostileItem[] {
  return [0, -1, 1.5, 1e15, Number.MAX_SAFE_INTEGER, 1e300].flatMap((number): HostileItem[] => [
    {
      name: `numbers: a run's number is ${number}`,
      put: (truth, id, now) => void addRun(truth, id, now, { run: { run_number: number } }),
    },
    {
      name: `numbers: a step's number is ${number}`,
      put: (truth, id, now) =>
        void addRun(truth, id, now, { steps: [aStep({ number, conclusion: "failure" })] }),
    },
  ]);
}

function shapes(): HostileItem[] {
  const steps = (count: number) => Array.from({ length: count }, (_, index) => aStep({ number: index + 1 }));
  return [
    {
      name: "shapes: 20,000 steps",
      put: (truth, id, now) => void addRun(truth, id, now, { steps: steps(20_000) }),
    },
    { name: "shapes: no step", put: (truth, id, now) => void addRun(truth, id, now, { steps: [] }) },
    {
      name: "shapes: 5,000 labels",
      put: (truth, id, now) =>
        void addRun(truth, id, now, {
          job: { labels: Array.from({ length: 5_000 }, (_, at) => `label-${at}`) },
        }),
    },
    jobs("1,000 jobs", { count: 1_000, steps: 1 }),
    jobs("1,000 jobs of 100 steps", { count: 1_000, steps: 100 }),
    jobs("10,000 jobs", { count: 10_000, steps: 0 }),
    jobs("1,000 jobs of 100 long labels", {
      ...{ count: 1_000, steps: 1 },
      labels: many(100, (at) => `${at} ${"label ".repeat(150)}`),
    }),
    jobs("1,000 jobs of long names", {
      ...{ count: 1_000, steps: 10 },
      name: (at) => `${"name ".repeat(190)} ${at}`,
    }),
    jobs("1,000 variants of a job", {
      ...{ count: 1_000, steps: 10 },
      name: (at) => `test (${"variant ".repeat(100)} ${at})`,
    }),
    {
      name: "shapes: the same step ten times",
      put: (truth, id, now) =>
        void addRun(truth, id, now, { steps: Array.from({ length: 10 }, () => aStep()) }),
    },
  ];
}

type Jobs = { count: number; steps: number; name?: (at: number) => string; labels?: string[] };

/** A run of many jobs, all of which failed. */
function jobs(
  what: string,
  { count, steps: each, name = (at) => `job ${at}`, labels = [] }: Jobs,
): HostileItem {
  return {
    name: `shapes: ${what}`,
    put(truth, id, now) {
      const steps = Array.from({ length: each }, (_, at) =>
        aStep({ number: at + 1, name: `${name(at)}, a step`, conclusion: "failure" }),
      );
      addRun(truth, id, now, { steps, job: { labels } });
      const attempt = truth.runs.at(-1)?.attempts[0];
      const job = attempt?.jobs[0];
      if (attempt && job)
        attempt.jobs = Array.from({ length: count }, (_, at) => ({
          ...job,
          id: job.id * 1000 + at,
          name: name(at),
        }));
    },
  };
}

const many = <Item>(count: number, make: (at: number) => Item) =>
  Array.from({ length: count }, (_, at) => make(at));

/** Lists of a run that are longer than anybody's. */
function lists(): HostileItem[] {
  const SHA = "a".repeat(40);
  const run = (what: string, fields: () => object): HostileItem => ({
    name: `lists: ${what}`,
    put: (truth, id, now) => void addRun(truth, id, now, { run: fields() }),
  });
  return [
    run("50,000 pull requests", () => ({ pull_requests: many(50_000, (at) => ({ number: at + 1 })) })),
    run("20,000 called workflows", () => ({
      referenced_workflows: many(20_000, (at) => ({
        path: `o/r/.github/workflows/${at}.yml@main`,
        sha: SHA,
      })),
    })),
    {
      name: "lists: 20,000 artifacts",
      put(truth, id, now) {
        const made = addRun(truth, id, now);
        for (let at = 0; at < 20_000; at++) {
          const payload = anArtifact(made, { id: id * 100_000 + at, name: `report-${at}` });
          truth.artifacts.push({ payload, zip: () => Buffer.alloc(0) });
        }
      },
    },
    {
      name: "lists: 500 agents' artifacts",
      put(truth, id, now) {
        const made = addRun(truth, id, now);
        for (let at = 0; at < 500; at++) {
          const payload = anArtifact(made, { id: id * 100_000 + at, name: `agentops-${at}` });
          truth.artifacts.push({ payload, zip: () => Buffer.from("PK") });
        }
      },
    },
    {
      name: "lists: 3,000 workflows",
      put(truth, id, now) {
        const made = addRun(truth, id, now);
        for (let at = 0; at < 3_000; at++)
          truth.workflows.push({
            ...made,
            id: id + at,
            name: `w ${at}`,
            path: `.github/workflows/${at}.yml`,
          } as never);
      },
    },
  ];
}
