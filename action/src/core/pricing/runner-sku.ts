import type { Job } from "#core/records/run.ts";

/**
 * GitHub's billing SKUs of hosted runners, and which of them a job's labels mean.
 *
 * Rates: docs.github.com, "Actions runner pricing" since 2026-01-01 and "Actions minute multiplier reference" before.
 * Labels of larger runners are the organisation's own; the suggested form names system, cores and processor.
 */
export type Sku = {
  name: string;
  /** Standard runners cost nothing in public repositories; larger ones always cost. */
  standard: boolean;
  /** USD per minute since 2026-01-01, and before. */
  usd: number;
  usdBefore2026: number;
};

export const SELF_HOSTED = "self_hosted";

const sku = (name: string, standard: boolean, usd: number, usdBefore2026: number): Sku => ({
  name,
  standard,
  usd,
  usdBefore2026,
});

const LINUX = sku("actions_linux", true, 0.006, 0.008);
const LINUX_ARM = sku("actions_linux_arm", true, 0.005, 0.005);
const LINUX_SLIM = sku("actions_linux_slim", true, 0.002, 0.002);
const WINDOWS = sku("actions_windows", true, 0.01, 0.016);
const WINDOWS_ARM = sku("actions_windows_arm", true, 0.008, 0.01);
const MACOS = sku("actions_macos", true, 0.062, 0.08);
const MACOS_LARGE = sku("actions_macos_l", false, 0.077, 0.12);
const MACOS_XLARGE = sku("actions_macos_xl", false, 0.102, 0.16);
const LINUX_GPU = sku("actions_linux_4_core_gpu", false, 0.052, 0.07);
const WINDOWS_GPU = sku("actions_windows_4_core_gpu", false, 0.102, 0.14);

/** Cores → USD per minute since 2026-01-01 and before. */
type Larger = Readonly<Record<number, readonly [usd: number, before: number]>>;
const LINUX_CORES: Larger = {
  2: [0.006, 0.008],
  4: [0.012, 0.016],
  8: [0.022, 0.032],
  16: [0.042, 0.064],
  32: [0.082, 0.128],
  64: [0.162, 0.256],
  96: [0.252, 0.384],
};
const WINDOWS_CORES: Larger = {
  4: [0.022, 0.032],
  8: [0.042, 0.064],
  16: [0.082, 0.128],
  32: [0.162, 0.256],
  64: [0.322, 0.512],
  96: [0.552, 0.768],
};
const LINUX_ARM_CORES: Larger = {
  2: [0.005, 0.005],
  4: [0.008, 0.01],
  8: [0.014, 0.02],
  16: [0.026, 0.04],
  32: [0.05, 0.08],
  64: [0.098, 0.16],
};
const WINDOWS_ARM_CORES: Larger = {
  2: [0.008, 0.01],
  4: [0.014, 0.02],
  8: [0.026, 0.04],
  16: [0.05, 0.08],
  32: [0.098, 0.16],
  64: [0.194, 0.32],
};

/** Labels that GitHub itself gives out, whole. */
const LABELS: readonly [pattern: RegExp, sku: Sku][] = [
  [/^ubuntu-slim$/, LINUX_SLIM],
  [/^ubuntu-(?:latest|\d\d\.\d\d)$/, LINUX],
  [/^ubuntu-(?:latest|\d\d\.\d\d)-arm$/, LINUX_ARM],
  [/^windows-(?:latest|20\d\d(?:-vs20\d\d)?)$/, WINDOWS],
  [/^windows-(?:latest|11)-arm$/, WINDOWS_ARM],
  [/^macos-(?:latest|\d+(?:\.\d+)?)(?:-intel)?$/, MACOS],
  [/^macos-(?:latest|\d+(?:\.\d+)?)-large$/, MACOS_LARGE],
  [/^macos-(?:latest|\d+(?:\.\d+)?)-xlarge$/, MACOS_XLARGE],
];

const OWN_SYSTEM = /^(?:ubuntu|linux|windows)(?=[-_.])/;
const CORES = /[-_](\d+)[-_]?cores?(?=$|[-_])/;

/**
 * What a job ran on: a SKU of GitHub's, `self_hosted`, or null when its labels do not say. A standard label on a
 * runner of another group than GitHub's own is not GitHub's standard machine.
 */
export function skuOf(job: Pick<Job, "labels" | "runner_group_name">): Sku | typeof SELF_HOSTED | null {
  const labels = job.labels.map((label) => label.toLowerCase());
  if (labels.includes("self-hosted")) return SELF_HOSTED;
  const group = job.runner_group_name || null;
  const label = labels[0];
  if (label === undefined || labels.length > 1) return null;
  const listed = LABELS.find(([pattern]) => pattern.test(label))?.[1];
  if (listed !== undefined)
    return !listed.standard || group === null || group === "GitHub Actions" ? listed : null;
  return group === "GitHub Actions" ? null : larger(label);
}

function larger(label: string): Sku | null {
  const system = OWN_SYSTEM.exec(label)?.[0];
  const cores = Number(CORES.exec(label)?.[1]);
  if (system === undefined || Number.isNaN(cores)) return null;
  const windows = system === "windows";
  if (/[-_]gpu(?=$|[-_])/.test(label)) return cores !== 4 ? null : windows ? WINDOWS_GPU : LINUX_GPU;
  const arm = /[-_](?:arm|arm64|aarch64)(?=$|[-_])/.test(label);
  const rates = windows ? (arm ? WINDOWS_ARM_CORES : WINDOWS_CORES) : arm ? LINUX_ARM_CORES : LINUX_CORES;
  const rate = rates[cores];
  if (rate === undefined) return null;
  const name = `actions_${windows ? "windows" : "linux"}_${cores}_core${arm ? "_arm" : ""}`;
  return sku(name, false, rate[0], rate[1]);
}
