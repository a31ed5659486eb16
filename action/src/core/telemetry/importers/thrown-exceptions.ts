import type { AgentException } from "#core/records/agent-exception.ts";
import type { Category } from "#core/records/category.ts";
import type { AgentStep, ToolCall } from "#core/records/execution.ts";
import { errorCategory, toolErrorCategory } from "#core/telemetry/error-category.ts";
import type { ExecutionDraft } from "#core/telemetry/execution-draft.ts";
import { isoMilliseconds } from "#core/time.ts";

/** @property span where it was told; @property at milliseconds since 1970 */
export type Thrown = Pick<AgentException, "type" | "message" | "stack"> & {
  span: string | null;
  at: number | null;
};
/** The step of a span, and its call where it is one. */
type Place = { step: AgentStep; call: ToolCall | null };

const MOST_THROWN = 1000;
const MOST_SPANS = 50_000;
const DEEPEST = 100;
/** A library and its user record the same exception one right after the other. */
const AT_ONCE_MS = 100;

/** One that was thrown, so often; `own`: the spans that told it, and when; `around`: those that it may still leave. */
type Known = { exception: AgentException; own: Map<string, number | null>; around: Set<string> };

/**
 * What a program threw. It is told of every span that it left on its way out, the innermost first, each time with more
 * of the stack: all of these are one.
 */
export class ThrownExceptions {
  readonly #above = new Map<string, string>();
  readonly #places = new Map<string, Place>();
  readonly #thrown: Thrown[] = [];

  /** Spans are told in any order. */
  within(span: string | null | undefined, above: string | null | undefined): void {
    if (span && above && this.#above.size < MOST_SPANS) this.#above.set(span, above);
  }

  place(span: string | null | undefined, step: AgentStep, call: ToolCall | null = null): void {
    if (span && this.#places.size < MOST_SPANS) this.#places.set(span, { step, call });
  }

  add(thrown: Thrown): void {
    const isReported = (thrown.type ?? thrown.message ?? thrown.stack) !== null;
    if (isReported && this.#thrown.length < MOST_THROWN) this.#thrown.push(thrown);
  }

  /** Everything is here: writes each once, and why its step and the whole failed, as far as that is not known better. */
  tell(draft: ExecutionDraft): void {
    const known = new Map<string, Known>();
    const reported = this.#thrown
      .map((thrown) => ({ thrown, chain: this.#chain(thrown.span) }))
      .sort((a, b) => (a.thrown.at ?? 0) - (b.thrown.at ?? 0) || b.chain.length - a.chain.length);
    for (const { thrown, chain } of reported) {
      const place = chain.map((one) => this.#places.get(one)).find((one) => one !== undefined);
      if (place !== undefined) explainStep(draft, place, thrown);
      note(known, thrown, chain, place?.step.index ?? null);
    }
    for (const { exception } of known.values()) draft.exception(exception);
    const last = reported.at(-1)?.thrown;
    if (last !== undefined) explainWhole(draft, last);
  }

  /** The span and those around it, the innermost first. */
  #chain(span: string | null): string[] {
    const chain: string[] = [];
    for (let one = span ?? undefined; one !== undefined && chain.length < DEEPEST; one = this.#above.get(one))
      chain.push(one);
    return chain;
  }
}

function note(
  known: Map<string, Known>,
  { type, message, stack, at, span }: Thrown,
  chain: readonly string[],
  step: number | null,
): void {
  const key = JSON.stringify([type, message]);
  const same = known.get(key) ?? {
    exception: { type, message, stack, step, at: isoMilliseconds(at), count: 0 },
    ...{ own: new Map<string, number | null>(), around: new Set<string>() },
  };
  known.set(key, same);
  const { exception, own, around } = same;
  if ((stack?.length ?? 0) > (exception.stack?.length ?? 0)) exception.stack = stack;
  if (!isOnItsWayOut(same, span, at)) {
    exception.count += 1;
    for (const one of chain) own.delete(one);
  }
  if (span !== null) own.set(span, at);
  for (const one of chain.slice(1)) around.add(one);
}

/** Whether the same was thrown below this span, or in it a moment ago. */
function isOnItsWayOut({ own, around }: Known, span: string | null, at: number | null): boolean {
  if (span === null) return false;
  const before = own.get(span);
  if (before === undefined) return around.has(span);
  return before === null || at === null || Math.abs(at - before) < AT_ONCE_MS;
}

function explainStep(draft: ExecutionDraft, { step, call }: Place, thrown: Thrown): void {
  if (step.status !== "failure" && step.status !== "timeout") return;
  if (isUnknown(step.error_type))
    step.error_type = call === null ? categoryOf(thrown) : toolErrorCategory(thrown.type, thrown.message);
  if (call === null) return;
  call.error ??= draft.reason(wordsOf(thrown));
  if (isUnknown(call.error_type)) call.error_type = step.error_type;
}

function explainWhole(draft: ExecutionDraft, thrown: Thrown): void {
  const { facts } = draft;
  if (facts.status !== "failure" && facts.status !== "timeout") return;
  draft.error(wordsOf(thrown));
  if (isUnknown(facts.error_type)) facts.error_type = categoryOf(thrown);
}

function isUnknown(category: Category | null): boolean {
  return category === null || category === "unknown";
}

function categoryOf({ type, message }: Thrown): Category {
  return errorCategory(type, message) ?? "unknown";
}

function wordsOf({ type, message }: Thrown): string | null {
  return [type, message].filter((text) => text !== null).join(": ") || null;
}
