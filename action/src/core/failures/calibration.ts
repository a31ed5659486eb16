/**
 * What `scripts/calibrate.ts` measured: of findings that were believed in so much (`raw`), the share that was right.
 * Written by it from 764 readings; not to be edited.
 */
export type Mark = { raw: number; share: number };
export type Calibration = { line: readonly Mark[]; kind: readonly Mark[] };

export const CALIBRATION: Calibration = {
  line: [
    { raw: 0.118, share: 0.493 },
    { raw: 0.357, share: 0.583 },
    { raw: 0.587, share: 0.654 },
    { raw: 0.741, share: 0.86 },
    { raw: 0.85, share: 0.887 },
    { raw: 0.975, share: 0.905 },
    { raw: 1, share: 0.946 },
  ],
  kind: [
    { raw: 0.3, share: 0.003 },
    { raw: 0.5, share: 0.339 },
    { raw: 0.6, share: 0.606 },
    { raw: 0.665, share: 0.677 },
    { raw: 0.766, share: 0.723 },
    { raw: 0.875, share: 0.937 },
  ],
};
