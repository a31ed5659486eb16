/**
 * What `scripts/calibrate.ts` measured: how much each clue counts, and of findings that stand out so clearly (`raw`)
 * the share that was right. Written by it from 969 readings; not to be edited.
 */
export type Mark = { raw: number; share: number };
/** How much each clue counts, in log-odds. */
export type Weights = Record<
  "base" | "evidence" | "known" | "strength" | "lead" | "alone" | "unfit" | "vague" | "faint",
  number
>;
export type Calibration = { weights: Weights; line: readonly Mark[]; kind: readonly Mark[] };

export const CALIBRATION: Calibration = {
  weights: {
    base: -1.15,
    evidence: 0.229,
    known: -0.987,
    strength: 1.073,
    lead: 0.309,
    alone: -0.825,
    unfit: -1.229,
    vague: -1.218,
    faint: -0.187,
  },
  line: [
    { raw: 0.252, share: 0.017 },
    { raw: 0.336, share: 0.22 },
    { raw: 0.475, share: 0.335 },
    { raw: 0.568, share: 0.403 },
    { raw: 0.682, share: 0.545 },
    { raw: 0.755, share: 0.672 },
    { raw: 0.823, share: 0.777 },
    { raw: 0.894, share: 0.861 },
    { raw: 0.917, share: 0.861 },
    { raw: 0.945, share: 0.93 },
    { raw: 0.963, share: 0.93 },
    { raw: 0.967, share: 0.93 },
    { raw: 0.98, share: 0.975 },
  ],
  kind: [
    { raw: 0.3, share: 0 },
    { raw: 0.5, share: 0.37 },
    { raw: 0.6, share: 0.578 },
    { raw: 0.667, share: 0.578 },
    { raw: 0.769, share: 0.729 },
    { raw: 0.858, share: 0.924 },
    { raw: 0.9, share: 0.924 },
  ],
};
