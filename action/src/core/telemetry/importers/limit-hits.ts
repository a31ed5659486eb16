import type { AgentEvent } from "#core/records/event.ts";
import type { ExecutionDraft } from "#core/telemetry/execution-draft.ts";
import { isoMilliseconds } from "#core/time.ts";

/** Policies and their states that one work can tell of. */
const MOST = 50;

/** The limits of money, turns, use or time that a work reached or came near to. */
export class LimitHits {
  readonly #draft: ExecutionDraft;
  readonly #hits = new Map<string, Pick<AgentEvent, "policy_id" | "status"> & { at: number | null }>();

  constructor(draft: ExecutionDraft) {
    this.#draft = draft;
  }

  /** @param at milliseconds since 1970; of a limit that is told again the first time stays */
  add(policy: string, status: string, at: number | null): void {
    const [policy_id, word] = [this.#draft.name(policy), this.#draft.name(status)];
    const key = `${policy_id}\n${word}`;
    if (this.#hits.size < MOST && !this.#hits.has(key)) this.#hits.set(key, { policy_id, status: word, at });
  }

  /** @param began when the run's attempt began: the time of what has none */
  events(began: string): AgentEvent[] {
    const { session_id, trace_id, agent_id } = this.#draft.facts;
    return [...this.#hits.values()].map(({ at, ...limit }) => ({
      type: "agent.budget.threshold_hit",
      timestamp: isoMilliseconds(at) ?? began,
      session_id,
      trace_id,
      agent_id,
      ...limit,
    }));
  }
}
