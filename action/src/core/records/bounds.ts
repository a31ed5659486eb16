import * as z from "zod";

/**
 * How large the numbers of telemetry can be by what they mean. What is larger is a forgery or a fault, and would
 * drown every sum, or keep a page busy for hours that it draws minute by minute.
 */

const DAY_MS = 86_400_000;
/** GitHub ends a run after 35 days, waiting for approvals included; clocks and late tellings get five more. */
export const LONGEST_MS = 40 * DAY_MS;
/** A million requests of a million tokens. */
const MOST_TOKENS = 1e12;
/** US dollars of one row of usage. */
export const MOST_USD = 1e6;
/** The same at GitHub's $0.01 a credit. */
const MOST_CREDITS = 1e8;
/** Requests, turns, calls: three a second for 40 days. */
export const MOST_CALLS = 1e7;
/** A petabyte. */
export const MOST_BYTES = 1e15;
/** Scores and measures of the user's own, up or down: bytes and nanoseconds of a day are below. */
const MOST_FIGURE = 1e15;
/** Percent of one core: ten thousand cores. */
export const MOST_PERCENT = 1e6;
/** Of HTTP and gRPC. */
const HIGHEST_STATUS = 999;
/** GitHub's numbers of issues are 32 bits wide. */
export const HIGHEST_NUMBER = 2 ** 31;

/** Names come from files that strangers can write: bounded here, escaped where shown. */
export const Name = z.string().min(1).max(200);
/** A place in a list, or a version. */
export const Ordinal = z.number().int().nonnegative().max(1e7);
export const Milliseconds = z.number().nonnegative().max(LONGEST_MS);
export const Tokens = z.number().int().nonnegative().max(MOST_TOKENS);
export const Calls = z.number().int().nonnegative().max(MOST_CALLS);
export const SomeCalls = z.number().int().positive().max(MOST_CALLS);
export const Bytes = z.number().int().nonnegative().max(MOST_BYTES);
export const Usd = z.number().nonnegative().max(MOST_USD);
export const Credits = z.number().nonnegative().max(MOST_CREDITS);
export const Figure = z.number().min(-MOST_FIGURE).max(MOST_FIGURE);
/** Part of a whole. */
export const Share = z.number().min(0).max(1);
/** What was said, asked or given back: redacted, and cut to so many characters. */
export const LONGEST_CONTENT = 2000;
export const Content = z.string().max(LONGEST_CONTENT);
export const StatusCode = z.number().int().min(0).max(HIGHEST_STATUS);

/** The years that a time can be written in, also once its offset is taken off: `9999-12-31T23:59:59-01:00` is none. */
const FIRST_MS = Date.parse("0001-01-01T00:00:00Z");
const LAST_MS = Date.parse("9999-12-31T23:59:59.999Z");

export function isWritable(epochMilliseconds: number): boolean {
  return epochMilliseconds >= FIRST_MS && epochMilliseconds <= LAST_MS;
}

/** An instant with any offset that is also one in UTC. */
export const Instant = z.iso
  .datetime({ offset: true })
  .refine((text) => isWritable(Date.parse(text)), "expected a time within the years 0001 to 9999 in UTC");
