export type FaultKind =
  | "429"
  | "429-no-time"
  | "403-retry-after"
  | "403-secondary"
  | "500"
  | "502"
  | "503"
  | "reset"
  | "truncated"
  | "html"
  | "slow";

/** A misbehaviour of the server, on demand. */
export type Fault = {
  /** Tried on `METHOD /path?query`; must not be global or sticky. */
  match: RegExp;
  kind: FaultKind;
  /** How often it strikes; default 1. */
  times?: number;
  /** How many matching requests pass before it first strikes; default 0. */
  after?: number;
  /** `Retry-After` of the kinds that send one (default 60), duration of `slow` (default 1). */
  seconds?: number;
};

export type Faults = {
  add(fault: Fault): void;
  clear(): void;
};
