import { raise } from "#core/counts.ts";
import { MOST } from "#core/records/execution.ts";
import type { TokenUsage } from "#core/records/token-usage.ts";

/** What one request, or one row of a source's own totals, used; what is not told is left out or null. */
export type UsagePart = Partial<TokenUsage>;

/** Distinct models of a forged file go together from here on. */
const MOST_KEYS = 1000;
const COUNTS = [
  "requests",
  "prompt",
  "completion",
  "total",
  "cache_read",
  "cache_write_5m",
  "cache_write_1h",
  "reasoning",
] as const;
const AMOUNTS = ["reported_cost_usd", "reported_ai_credits", "reported_premium_requests"] as const;

/** Adds requests up per provider, model, price tier and component, and fees by their kind. Unknown and known gives known; unknown alone stays null. */
export class UsageTable {
  readonly #rows = new Map<string, TokenUsage>();

  add(part: UsagePart): void {
    const key = rowKey(part);
    const known = this.#rows.get(key);
    const isNew = known === undefined && this.#rows.size < MOST_KEYS;
    const row = known ?? (isNew ? row0(part) : this.#others());
    if (isNew) this.#rows.set(key, row);
    addTo(row, part);
    if (known !== undefined && known.fee !== null && part.fee)
      known.fee = { ...known.fee, count: known.fee.count + part.fee.count };
  }

  /** The largest first; beyond the most that a record holds, the small ones are one row without a model. */
  rows(): TokenUsage[] {
    const rows = [...this.#rows.values()].map(consistent).sort(byTokens);
    if (rows.length <= MOST.usage) return rows;
    const others = row0({});
    for (const row of rows.slice(MOST.usage - 1)) addTo(others, row);
    return [...rows.slice(0, MOST.usage - 1), others];
  }

  get isEmpty(): boolean {
    return this.#rows.size === 0;
  }

  /** The rows, and the table is empty again. */
  take(): TokenUsage[] {
    const rows = this.rows();
    this.#rows.clear();
    return rows;
  }

  /** The model with the most tokens. */
  largestModel(): string | null {
    const tokens = new Map<string, number>();
    for (const row of this.#rows.values()) if (row.model !== null) raise(tokens, row.model, tokensOf(row));
    return [...tokens].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? null;
  }

  #others(): TokenUsage {
    const row = this.#rows.get(rowKey({})) ?? row0({});
    this.#rows.set(rowKey({}), row);
    return row;
  }
}

/** All tokens of a row, as far as they are known. */
export function tokensOf(row: TokenUsage): number {
  return row.total ?? (row.prompt ?? 0) + (row.completion ?? 0);
}

/** What tells one row from another. */
export function rowKey({ provider, model, tier, component, fee }: UsagePart): string {
  return [provider, model, tier, component, fee?.kind].map((word) => word ?? "").join("\n");
}

function row0({
  provider = null,
  model = null,
  tier = null,
  component = null,
  fee = null,
}: UsagePart): TokenUsage {
  return {
    provider,
    model,
    tier,
    component,
    fee,
    requests: null,
    request_id: null,
    prompt: null,
    completion: null,
    total: null,
    cache_read: null,
    cache_write_5m: null,
    cache_write_1h: null,
    reasoning: null,
    reported_cost_usd: null,
    reported_ai_credits: null,
    reported_premium_requests: null,
  };
}

function addTo(row: TokenUsage, part: UsagePart): void {
  for (const key of [...COUNTS, ...AMOUNTS]) {
    const reported = part[key] ?? null;
    if (reported !== null) row[key] = (row[key] ?? 0) + reported;
  }
  row.request_id ??= part.request_id ?? null;
}

/**
 * A prompt holds what was read from and written to its cache. Sums of dollars lose what binary fractions added. Of
 * several requests no one's id stands for all.
 */
function consistent(row: TokenUsage): TokenUsage {
  const cached = (row.cache_read ?? 0) + (row.cache_write_5m ?? 0) + (row.cache_write_1h ?? 0);
  const clean = {
    ...row,
    request_id: row.requests === 1 ? row.request_id : null,
    prompt: row.prompt === null ? null : Math.max(row.prompt, cached),
  };
  for (const key of AMOUNTS) clean[key] = toNano(clean[key]);
  return clean;
}

function toNano(amount: number | null): number | null {
  return amount === null ? null : Math.round(amount * 1e9) / 1e9;
}

function byTokens(a: TokenUsage, b: TokenUsage): number {
  const order = (row: TokenUsage) =>
    [row.model, row.tier, row.provider, row.component, row.fee?.kind].join("\n");
  const [left, right] = [order(a), order(b)];
  return tokensOf(b) - tokensOf(a) || (left < right ? -1 : left > right ? 1 : 0);
}
