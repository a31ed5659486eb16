import { AsyncLocalStorage } from "node:async_hooks";
import { randomFillSync } from "node:crypto";
import type { Annotation } from "./fields.ts";

/** Who and what an event belongs to; carried through `await` by Node itself. */
export type Correlation = {
  traceId: string;
  spanId: string | null;
  isSampled: boolean;
  agentId: string | null;
  workflowId: string | null;
  /** Of the workflow. */
  workflowRound: string | null;
  userId: string | null;
  sessionId: string | null;
  /** Of what is tracked: told when it ends. */
  annotation: Annotation;
};

const storage = new AsyncLocalStorage<Correlation>();

/** Null outside of every tracked function. */
export function current(): Correlation | null {
  return storage.getStore() ?? null;
}

export function within<Result>(correlation: Correlation, work: () => Result): Result {
  return storage.run(correlation, work);
}

/** Asking the system for every id would cost more than everything else of an event. */
const POOL = Buffer.alloc(4096);
let used = POOL.length;

/** Random hex digits: 16 bytes for a trace, 8 for a span. */
export function randomId(bytes: 8 | 16): string {
  if (used + bytes > POOL.length) {
    randomFillSync(POOL);
    used = 0;
  }
  used += bytes;
  return POOL.toString("hex", used - bytes, used);
}

/** The trace of the job, as `traceparent` hands it on, so that processes of one agent belong together. */
export function inheritedTrace(environment: Readonly<Record<string, string | undefined>>): string | null {
  return (
    /^00-(?!0{32})([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/.exec(environment["TRACEPARENT"] ?? "")?.[1] ??
    null
  );
}
