import { type Answer, notFound } from "#simulator/answer.ts";
import { secondaryRefusal } from "#simulator/secondary-limit.ts";

/** A misbehaviour of the server, on demand. */
export type Fault = {
  /** Tried on `METHOD /path?query`. */
  match: RegExp;
  kind: FaultKind;
  /** How often it strikes; default 1. */
  times?: number;
  /** How many matching requests pass before it first strikes; default 0. */
  after?: number;
  /** `Retry-After` of the kinds that send one (default 60), duration of `slow` (default 1). */
  seconds?: number;
};

/** `stalled`: half of the answer comes, and then nothing for ever. */
export type FaultKind = keyof typeof REPLACEMENTS | "reset" | "truncated" | "slow" | "stalled";

export type Faults = {
  add(fault: Fault): void;
  clear(): void;
};

const page = (status: number, text: string): Answer => ({
  status,
  headers: { "content-type": "text/html; charset=utf-8" },
  body: `<!DOCTYPE html>\n<html><head><title>${text}</title></head><body><h1>${text}</h1></body></html>\n`,
});

/** Faults that answer in the place of the API. */
const REPLACEMENTS = {
  "429": (seconds: number) => secondaryRefusal(429, seconds),
  "429-no-time": () => secondaryRefusal(429, null),
  "403-retry-after": (seconds: number) => secondaryRefusal(403, seconds),
  "403-secondary": () => secondaryRefusal(403, null),
  "404": notFound,
  "500": (): Answer => ({
    status: 500,
    headers: { "content-type": "application/json; charset=utf-8" },
    body: '{"message":"Server Error"}',
  }),
  "502": () => page(502, "Unicorn! · GitHub"),
  "503": () => page(503, "No server is currently available to service your request."),
  html: () => page(200, "Sign in to your network"),
};

/** What is answered instead, or null when the fault lets the API answer and spoils the delivery. */
export function replacement({ kind, seconds = 60 }: Fault): Answer | null {
  return kind in REPLACEMENTS ? REPLACEMENTS[kind as keyof typeof REPLACEMENTS](seconds) : null;
}

export function createFaults() {
  let waiting: { fault: Fault; seen: number }[] = [];
  return {
    add: (fault: Fault): void => {
      waiting.push({ fault, seen: 0 });
    },
    clear: (): void => {
      waiting = [];
    },
    /** The fault that strikes this request; of several, the first added. */
    strike(line: string): Fault | null {
      for (const entry of waiting) {
        const { match, after = 0, times = 1 } = entry.fault;
        if (line.search(match) < 0) continue; // unlike test(), search() ignores where a global pattern stood
        entry.seen += 1;
        if (entry.seen > after && entry.seen <= after + times) return entry.fault;
      }
      return null;
    },
  };
}
