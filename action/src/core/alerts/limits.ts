import type { WatcherLimits } from "#core/alerts/watcher-rules.ts";
import type { AlertsConfig } from "#core/config/alerts.ts";
import { nano } from "#core/pricing/money.ts";

/** What rules hold figures against, in the units of the figures: shares, nano-dollars, bytes, seconds. */
export type Limits = {
  errorRate: number;
  toolSuccess: number;
  spendExcess: number;
  runaway: number;
  /** Null: no limit. */
  memory: number | null;
  blocks: number;
  violations: number;
  watcher: WatcherLimits;
};

const MEGABYTE = 1e6;

export function limitsOf({ limits }: AlertsConfig): Limits {
  const memory = limits["memory-mb"];
  return {
    errorRate: limits["error-rate"],
    toolSuccess: limits["tool-success"],
    spendExcess: nano(limits["spend-excess-usd"]),
    runaway: nano(limits["runaway-usd"]),
    memory: memory === undefined ? null : memory * MEGABYTE,
    blocks: limits.blocks,
    violations: limits.violations,
    watcher: {
      rateLimitLeft: limits["rate-limit-left"],
      syncSeconds: 60 * limits["sync-minutes"],
      fileBytes: MEGABYTE * limits["file-mb"],
    },
  };
}
