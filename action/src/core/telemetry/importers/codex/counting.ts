import type { ExecutionDraft } from "#core/telemetry/execution-draft.ts";
import type { ImportContext } from "#core/telemetry/importer.ts";
import type { CodexFork } from "#core/telemetry/importers/codex/fork.ts";
import { CodexRequests } from "#core/telemetry/importers/codex/requests.ts";
import { type CodexTokens, codexTokens, usageOf } from "#core/telemetry/importers/codex/usage.ts";
import { countAt, type LooseObject, objectAt, textAt } from "#core/telemetry/loose-json.ts";
import { priceTier } from "#core/telemetry/price-tier.ts";
import { type UsagePart, UsageTable } from "#core/telemetry/usage-table.ts";
import { formatUtc } from "#core/time.ts";

const MOST_UNCERTAIN = 10_000;

/** What one thread of Codex used: its own requests, each once, and fees. */
export class CodexCounting {
  readonly requests = new CodexRequests();
  readonly #draft: ExecutionDraft;
  readonly #context: ImportContext;
  readonly #threads: ReadonlyMap<string, { counting: CodexCounting }>;
  /** From `token_usage_record`, which newer builds write besides `token_count`: only one of the two is counted. */
  readonly #records = new UsageTable();
  /** Of a fork whose parent is not read yet. */
  readonly #uncertain: { key: string; part: UsagePart }[] = [];
  #isCounted = false;
  fork: CodexFork | null = null;
  provider = "openai";
  model: string | null = null;

  /** @param threads all that were read so far: a fork's parent may be among them */
  constructor(
    draft: ExecutionDraft,
    context: ImportContext,
    threads: ReadonlyMap<string, { counting: CodexCounting }>,
  ) {
    this.#draft = draft;
    this.#context = context;
    this.#threads = threads;
  }

  /** The model of what comes next. */
  named(reported: LooseObject): void {
    this.model = this.#draft.name(reported.model) ?? this.model;
  }

  /** A line that a fork copied: what its parent did is the parent's, with what it goes on is its own. */
  copied(type: string | null, payload: LooseObject): void {
    if (type === "turn_context") this.named(payload);
    if (type === "event_msg" && textAt(payload, "type") === "token_count")
      this.requests.reported(objectAt(payload, "info"), true, null);
  }

  /** The running total restarts within a file, so each request is counted; an unchanged total is told again. */
  count(info: LooseObject, at: number | null): CodexTokens | null {
    const window = countAt(info, "model_context_window");
    const { context } = this.#draft.facts;
    if (window !== null) context.window = Math.max(context.window ?? 0, window);
    this.named(info);
    const parent = this.#parent();
    const reported = this.requests.reported(info, false, parent?.requests ?? null);
    if (reported === null) return null;
    this.#isCounted = true;
    const part = this.#part(reported.tokens, at);
    const isUncertain = this.fork !== null && parent === undefined && reported.key !== null;
    if (isUncertain && this.#uncertain.length < MOST_UNCERTAIN)
      this.#uncertain.push({ key: reported.key ?? "", part });
    else this.#draft.usage.add(part);
    return reported.tokens;
  }

  recorded(payload: LooseObject, at: number | null): void {
    const tokens = codexTokens(objectAt(payload, "usage"));
    if (tokens !== null) this.#records.add(this.#part(tokens, at));
  }

  /** A search takes a fee; opening a page that was found does not. */
  searched(action: LooseObject): void {
    if ((textAt(action, "type") ?? "search") !== "search") return;
    const fee = { kind: "web_search", count: 1 };
    this.#draft.usage.add({ provider: this.provider, model: this.model, component: "tool_call", fee });
  }

  /** All files are read: the first requests of a fork are its parent's where that tells them too. @returns how many */
  settle(): number {
    const parent = this.#parent();
    const own = this.#uncertain.findIndex(({ key }) => parent?.requests.has(key) !== true);
    const copies = own === -1 ? this.#uncertain.length : own;
    for (const { part } of this.#uncertain.slice(copies)) this.#draft.usage.add(part);
    if (!this.#isCounted) for (const row of this.#records.rows()) this.#draft.usage.add(row);
    return copies;
  }

  #parent(): CodexCounting | undefined {
    return this.fork === null ? undefined : this.#threads.get(this.fork.parent)?.counting;
  }

  #part(tokens: CodexTokens, at: number | null): UsagePart {
    const day = at === null ? this.#context.run.created_at : formatUtc(at / 1000);
    const tier = priceTier(this.provider, this.model, tokens.input, day, []);
    this.#draft.prompted(tokens.input);
    return { provider: this.provider, model: this.model, tier, requests: 1, ...usageOf(tokens) };
  }
}
