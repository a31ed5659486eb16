import { roleOf, stateOf } from "#core/outcome.ts";

/** How something ended, drawn in 16 × 16: `fill` in the role's colour, `mark` in the surface's, `line` a stroke. */
export type StatusShape = { line?: string; fill?: string; mark?: string };

const RING = "M8 2a6 6 0 1 0 0 12A6 6 0 1 0 8 2Z";
const DISC = "M8 1a7 7 0 1 0 0 14A7 7 0 1 0 8 1Z";
const OCTAGON = "M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1Z";
const SHAPES: Readonly<Record<string, StatusShape>> = {
  success: { fill: DISC, mark: "M4.6 8.2 7 10.6l4.4-4.9" },
  failure: { fill: OCTAGON, mark: "m5.4 5.4 5.2 5.2m0-5.2-5.2 5.2" },
  timed_out: { fill: OCTAGON, mark: "M8 4.2V8l2.6 1.8" },
  attention: { fill: "M8 1.2 15.4 14.4H.6Z", mark: "M8 6v3.6m0 2v.6" },
  running: { line: RING, fill: "M8 2a6 6 0 0 1 0 12Z" },
  queued: { line: RING },
  neutral: { line: `${RING}M5.4 8h5.2` },
  skipped: { line: `${RING}M6.6 5.4 9.4 8l-2.8 2.6` },
};
const WAITING = ["queued", "requested", "pending"];

export function statusShape(ended: { status: string | null; conclusion: string | null }): StatusShape {
  const state = stateOf(ended);
  return SHAPES[WAITING.includes(state) ? "queued" : state] ?? SHAPES[roleOf(ended)] ?? {};
}
