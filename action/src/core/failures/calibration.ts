/**
 * What `scripts/calibrate.ts` measured: how much each clue counts, and of findings that stand out so clearly (`raw`)
 * the share that was right. Written by it from 1020 readings; not to be edited.
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
    base: -1.123,
    evidence: 0.222,
    known: -1.042,
    strength: 1.123,
    lead: 0.324,
    alone: -0.839,
    unfit: -1.247,
    vague: -1.238,
    faint: -0.708,
  },
  line: [
    { raw: 0.27, share: 0.036 },
    { raw: 0.436, share: 0.32 },
    { raw: 0.528, share: 0.361 },
    { raw: 0.618, share: 0.506 },
    { raw: 0.705, share: 0.54 },
    { raw: 0.748, share: 0.597 },
    { raw: 0.769, share: 0.632 },
    { raw: 0.795, share: 0.745 },
    { raw: 0.838, share: 0.745 },
    { raw: 0.858, share: 0.745 },
    { raw: 0.872, share: 0.745 },
    { raw: 0.899, share: 0.861 },
    { raw: 0.945, share: 0.93 },
    { raw: 0.968, share: 0.939 },
    { raw: 0.983, share: 0.973 },
  ],
  kind: [
    { raw: 0.3, share: 0 },
    { raw: 0.5, share: 0.401 },
    { raw: 0.6, share: 0.597 },
    { raw: 0.666, share: 0.597 },
    { raw: 0.77, share: 0.734 },
    { raw: 0.84, share: 0.831 },
    { raw: 0.873, share: 0.948 },
  ],
};
