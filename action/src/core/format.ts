/** Figures for people. Unknown is always this dash, never 0. */
export const UNKNOWN = "—";

// Made once: numbers are written tens of thousands of times, and a format costs more to make than to use.
const WHOLE = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });
const FOUR_DIGITS = new Intl.NumberFormat("en-US", { maximumSignificantDigits: 4 });
const CENTS = fixed(2);
const PARTS_OF_CENTS = fixed(4);

/** `850 ms · 42 s · 12m 04s · 3h 05m · 2d 04h`, from seconds. */
export function duration(seconds: number | null): string {
  if (seconds === null) return UNKNOWN;
  if (seconds > 0 && seconds < 1) return `${Math.round(seconds * 1000)} ms`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)}m ${two(whole % 60)}s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 1440) return `${Math.floor(minutes / 60)}h ${two(minutes % 60)}m`;
  const hours = Math.round(seconds / 3600);
  return `${Math.floor(hours / 24)}d ${two(hours % 24)}h`;
}

/** A share as `97.4 %`; one decimal. */
export function percent(share: number | null): string {
  return share === null ? UNKNOWN : `${(share * 100).toFixed(1)} %`;
}

/** A difference of shares, in points: `+2.1 pts`, `−0.4 pts`. */
export function points(difference: number | null): string {
  return difference === null ? UNKNOWN : `${signed(difference * 100, 1)} pts`;
}

/** A whole number with thousands separated: `1,284`. */
export function count(value: number | null): string {
  return value === null ? UNKNOWN : WHOLE.format(Math.round(value));
}

/** A number of any kind, to four digits that matter: `0.8125`, `12.5`, `1,284`. */
export function decimal(value: number | null): string {
  if (value === null) return UNKNOWN;
  return (Math.abs(value) >= 1000 ? WHOLE : FOUR_DIGITS).format(value).replace("-", "−");
}

/** `1 run`, `1,284 runs`, `2 repositories`, `3 patches`. */
export function plural(n: number, noun: string): string {
  return `${count(n)} ${n === 1 ? noun : severalOf(noun)}`;
}

function severalOf(noun: string): string {
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}

/** `+12`, `−3`, `0`, with a true minus sign. */
export function signed(value: number, decimals = 0): string {
  const text = Math.abs(value).toFixed(decimals);
  if (Number(text) === 0) return text;
  return `${value > 0 ? "+" : "−"}${text}`;
}

/** Dollars from integer nano-dollars, rounded here and nowhere before: `$12.34`, `$0.0123`, `< $0.01`, `$0.00`. */
export function money(nanoUsd: number | null): string {
  if (nanoUsd === null) return UNKNOWN;
  const usd = Math.abs(nanoUsd) / 1e9;
  const sign = nanoUsd < 0 ? "−" : "";
  if (usd === 0) return "$0.00";
  if (usd < 0.01) return `< ${sign}$0.01`;
  return `${sign}$${(usd < 0.1 ? PARTS_OF_CENTS : CENTS).format(usd)}`;
}

/** Whole cents as dollars, never shortened: `$1,204.50`, `−$3.00`. */
export function dollars(cents: number | null): string {
  if (cents === null) return UNKNOWN;
  return `${cents < 0 ? "−" : ""}$${CENTS.format(Math.abs(cents) / 100)}`;
}

/** Tokens for glances: `812`, `12.4k`, `3.1M`, `1.2B`. */
export function tokens(n: number | null): string {
  if (n === null) return UNKNOWN;
  const unit = [
    { size: 1e9, letter: "B" },
    { size: 1e6, letter: "M" },
    { size: 1e3, letter: "k" },
  ].find(({ size }) => n >= size);
  return unit === undefined ? count(n) : `${(n / unit.size).toFixed(1)}${unit.letter}`;
}

/** Bytes as `512 B`, `14.1 kB`, `2.3 MB` (powers of 1,000). */
export function bytes(size: number | null): string {
  if (size === null) return UNKNOWN;
  const units = ["B", "kB", "MB", "GB", "TB"];
  let value = size;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${unit === 0 ? value : value.toFixed(1)} ${units[unit]}`;
}

/** `2026-11-20 14:05 UTC`. */
export function moment(utc: string | null): string {
  return utc === null ? UNKNOWN : `${utc.slice(0, 10)} ${utc.slice(11, 16)} UTC`;
}

/** How long ago, for glances only: `12 min ago`, `3 h ago`, `5 d ago`. */
export function ago(seconds: number): string {
  if (seconds < 60) return "just now";
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ago`;
  if (seconds < 86_400) return `${Math.floor(seconds / 3600)} h ago`;
  return `${Math.floor(seconds / 86_400)} d ago`;
}

function fixed(decimals: number): Intl.NumberFormat {
  return new Intl.NumberFormat("en-US", { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
