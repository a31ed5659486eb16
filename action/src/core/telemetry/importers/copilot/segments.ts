import type { ExecutionDraft } from "#core/telemetry/execution-draft.ts";
import type { AgentWork } from "#core/telemetry/importers/agent-work.ts";
import { addModelMetrics, shareAmounts } from "#core/telemetry/importers/copilot/metrics.ts";
import type { LooseObject } from "#core/telemetry/loose-json.ts";
import { type UsagePart, UsageTable } from "#core/telemetry/usage-table.ts";

const MOST_REQUESTS = 100_000;
/** Nobody resumes a session more often within one run. */
const MOST_SEGMENTS = 200;

/** One process of a session: what it told while it ran, and at its end. */
type Segment = {
  began: number | null;
  requests: UsagePart[];
  checkpoint: LooseObject | null;
  shutdown: LooseObject | null;
};

/**
 * A session that is resumed goes on in another process, and each process tells its own sums when it shuts down: they
 * add up. One that was killed has its requests, where it printed them, and its last checkpoint. The same events come
 * from the session's file and from standard output, in any order, so they are told apart by their times.
 */
export class CopilotSegments {
  readonly #segments: Segment[] = [segmentFrom(null)];
  #requests = 0;

  /** A process begins. */
  begin(at: number | null): void {
    const known = this.#segments.some(({ began }) => began !== null && began === at);
    if (known || this.#segments.length >= MOST_SEGMENTS) return;
    this.#segments.push(segmentFrom(at));
    this.#segments.sort((a, b) => (a.began ?? 0) - (b.began ?? 0));
  }

  request(part: UsagePart, at: number | null): void {
    if (this.#requests++ < MOST_REQUESTS) this.#of(at).requests.push(part);
  }

  checkpoint(reported: LooseObject, at: number | null): void {
    this.#of(at).checkpoint = reported;
  }

  shutdown(reported: LooseObject, at: number | null): void {
    this.#of(at).shutdown = reported;
  }

  /** The sums of all processes. @param result of standard output, for a session that tells no credits otherwise */
  fill({ draft }: AgentWork, result: LooseObject | null): void {
    for (const segment of this.#segments) for (const row of rowsOf(draft, segment)) draft.usage.add(row);
    const hasSums = this.#segments.some(({ checkpoint, shutdown }) => (checkpoint ?? shutdown) !== null);
    if (result !== null && !hasSums) shareAmounts(draft.usage, result, false);
  }

  /** How the last process ended; null where it did not say so. */
  get last(): LooseObject | null {
    const reported = this.#segments.filter(
      ({ shutdown, requests, began }) => shutdown ?? began ?? requests[0],
    );
    return reported.at(-1)?.shutdown ?? null;
  }

  /** The process that ran then: the last that had begun, or simply the last where no time is told. */
  #of(at: number | null): Segment {
    const ran = this.#segments.filter(({ began }) => began === null || at === null || began <= at);
    return ran.at(-1) ?? (this.#segments[0] as Segment);
  }
}

/** Amounts of one process are shared among its own models alone. */
function rowsOf(draft: ExecutionDraft, { requests, checkpoint, shutdown }: Segment): UsagePart[] {
  const table = new UsageTable();
  const isReported = shutdown !== null && addModelMetrics(draft, table, shutdown);
  if (!isReported) for (const request of requests) table.add(request);
  const areCreditsReported = requests.some(({ reported_ai_credits: some }) => typeof some === "number");
  if (shutdown === null && checkpoint !== null) shareAmounts(table, checkpoint, !areCreditsReported);
  return table.rows();
}

function segmentFrom(began: number | null): Segment {
  return { began, requests: [], checkpoint: null, shutdown: null };
}
