import { roleOf, stateOf } from "#core/outcome.ts";

export type Ended = { status: string | null; conclusion: string | null };

/** States whose shape is not that of their role; `styles/status.css` draws them all. */
const SHAPES = new Map([
  ["timed_out", "is-timed-out"],
  ["skipped", "is-skipped"],
  ["queued", "is-queued"],
  ["requested", "is-queued"],
  ["pending", "is-queued"],
]);

/** The classes of a status: the role's colour, and the state's shape. */
export function statusClass(ended: Ended): string {
  const shape = SHAPES.get(stateOf(ended));
  return `status role-${roleOf(ended)}${shape === undefined ? "" : ` ${shape}`}`;
}
