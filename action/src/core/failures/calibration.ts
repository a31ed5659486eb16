/**
 * What `scripts/calibrate.ts` measured: how much each clue counts, and of findings that stand out so clearly (`raw`)
 * the share that was right. Written by it from 970 readings; not to be edited.
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
    base: -1.092,
    evidence: 0.224,
    known: -1.07,
    strength: 1.166,
    lead: 0.303,
    alone: -0.779,
    unfit: -1.24,
    vague: -1.217,
    faint: -0.229,
  },
  line: [
    { raw: 0.275, share: 0.036 },
    { raw: 0.451, share: 0.312 },
    { raw: 0.542, share: 0.347 },
    { raw: 0.63, share: 0.53 },
    { raw: 0.711, share: 0.536 },
    { raw: 0.752, share: 0.586 },
    { raw: 0.768, share: 0.602 },
    { raw: 0.821, share: 0.782 },
    { raw: 0.873, share: 0.782 },
    { raw: 0.896, share: 0.852 },
    { raw: 0.943, share: 0.933 },
    { raw: 0.967, share: 0.933 },
    { raw: 0.981, share: 0.971 },
  ],
  kind: [
    { raw: 0.3, share: 0 },
    { raw: 0.5, share: 0.385 },
    { raw: 0.6, share: 0.589 },
    { raw: 0.666, share: 0.589 },
    { raw: 0.769, share: 0.727 },
    { raw: 0.84, share: 0.85 },
    { raw: 0.873, share: 0.944 },
  ],
};
