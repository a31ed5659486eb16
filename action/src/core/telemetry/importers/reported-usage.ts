import type { AgentEvent } from "#core/records/event.ts";
import type { TokenUsage } from "#core/records/token-usage.ts";
import { withTotalCost } from "#core/telemetry/importers/claude/result.ts";
import { hasUsage, usagePart } from "#core/telemetry/importers/event-words.ts";
import { type UsagePart, UsageTable } from "#core/telemetry/usage-table.ts";

type Reported = { rows: UsageTable; prompt: number; completion: number };

/** Requests tell the sum of their steps, which may tell more models: only one of the two is counted. */
export class ReportedUsage {
  readonly #steps = nothing();
  readonly #requests = nothing();
  #cost: number | null = null;

  step(event: AgentEvent, isCall: boolean): void {
    addTokens(this.#steps, event);
    if (!hasUsage(event)) return;
    const reported_cost_usd = event.cost_usd ?? null;
    this.#steps.rows.add({ ...usagePart(event, isCall), reported_cost_usd, requests: isCall ? 1 : null });
  }

  /** What several requests used together that are told nowhere one by one. */
  counted(event: AgentEvent): void {
    this.step(event, false);
  }

  request(event: AgentEvent): void {
    addTokens(this.#requests, event);
    if (event.cost_usd != null) this.#cost = (this.#cost ?? 0) + event.cost_usd;
    this.#requests.rows.add(usagePart(event, false));
  }

  rows(): UsagePart[] {
    const { prompt, completion } = this.#requests;
    const isReported = prompt !== 0 || completion !== 0;
    const isSame = prompt === this.#steps.prompt && completion === this.#steps.completion;
    const rows: TokenUsage[] = (isReported && !isSame ? this.#requests : this.#steps).rows.rows();
    return withTotalCost(rows, this.#cost);
  }
}

function nothing(): Reported {
  return { rows: new UsageTable(), prompt: 0, completion: 0 };
}

function addTokens(reported: Reported, { tokens_prompt, tokens_completion }: AgentEvent): void {
  reported.prompt += tokens_prompt ?? 0;
  reported.completion += tokens_completion ?? 0;
}
