import type { FaultKind } from "#simulator/faults.ts";
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
  };
  return KINDS.flatMap((kind) =>
    Object.entries(addresses).map(
      ([what, address]): HostileItem => ({
        name: `answer: ${kind} to whoever asks for ${what}`,
        put: (truth, id, now) => void addRun(truth, id, now),
        answer: (simulator, id) =>
          // A limit lasts; a secondary one without a time is over after some requests.
          simulator.faults.add({ match: new RegExp(address(id)), kind, times: /^4/.test(kind) ? 2 : 1_000 }),
        mayBeAskedAgain: true,
      }),
    ),
  );
}
