import { anArtifact } from "#simulator/builders.ts";
import type { FaultKind } from "#simulator/faults.ts";
import { archive } from "#simulator/history/telemetry/archive.ts";
import { addRun, type HostileItem } from "./item.ts";

const KINDS: FaultKind[] = [
  "500",
  "502",
  "503",
  "html",
  "reset",
  "truncated",
  "403-secondary",
  "429-no-time",
];

/** Answers about one run that are no answers, however often one asks. */
export function hostileAnswers(): HostileItem[] {
  const addresses = {
    jobs: (id: number) => `/runs/${id}/`,
    artifacts: (id: number) => `/artifacts/${id * 10}`,
    logs: (id: number) => `/jobs/${id * 10}/logs`,
  };
  return KINDS.flatMap((kind) =>
    Object.entries(addresses).map(
      ([what, address]): HostileItem => ({
        name: `answer: ${kind} to whoever asks for ${what}`,
        put(truth, id, now) {
          const run = addRun(truth, id, now);
          const payload = anArtifact(run, { id: id * 10, name: "agentops-telemetry" });
          truth.artifacts.push({ payload, zip: () => archive({ "agentops-events.jsonl": "{}\n" }) });
        },
        answer: (simulator, id) =>
          // A limit lasts; a secondary one without a time is over after some requests.
          simulator.faults.add({ match: new RegExp(address(id)), kind, times: /^4/.test(kind) ? 2 : 1_000 }),
        mayBeAskedAgain: true,
      }),
    ),
  );
}
