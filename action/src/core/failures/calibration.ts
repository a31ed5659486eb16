/**
 * What `scripts/calibrate.ts` measured: how much each clue counts, and of findings that stand out so clearly (`raw`)
 * the share that was right. Written by it from 1021 readings; not to be edited.
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
    base: -1.141,
    evidence: 0.224,
    known: -1.032,
    strength: 1.102,
    lead: 0.325,
    alone: -0.833,
    unfit: -1.24,
    vague: -1.241,
    faint: -0.687,
  },
  line: [
    { raw: 0.252, share: 0.017 },
    { raw: 0.332, share: 0.241 },
    { raw: 0.49, share: 0.338 },
    { raw: 0.582, share: 0.466 },
    { raw: 0.661, share: 0.48 },
    { raw: 0.694, share: 0.48 },
    { raw: 0.712, share: 0.503 },
    { raw: 0.738, share: 0.513 },
    { raw: 0.755, share: 0.616 },
    { raw: 0.785, share: 0.725 },
    { raw: 0.826, share: 0.725 },
    { raw: 0.842, share: 0.725 },
    { raw: 0.86, share: 0.761 },
    { raw: 0.897, share: 0.864 },
    { raw: 0.925, share: 0.875 },
    { raw: 0.95, share: 0.929 },
    { raw: 0.969, share: 0.935 },
    { raw: 0.983, share: 0.973 },
  ],
  kind: [
    { raw: 0.3, share: 0 },
    { raw: 0.5, share: 0.423 },
    { raw: 0.6, share: 0.595 },
    { raw: 0.666, share: 0.595 },
    { raw: 0.77, share: 0.722 },
    { raw: 0.84, share: 0.831 },
    { raw: 0.873, share: 0.948 },
  ],
};
