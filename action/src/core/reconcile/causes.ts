import { count, money, plural } from "#core/format.ts";
import { differenceOf, isClose, type Pair } from "#core/reconcile/pair.ts";
import { addSeconds, DAY_SECONDS, dayOf, type Utc } from "#core/time.ts";

type Around = {
  /** The same SKU or model on every day. */
  others: readonly Pair[];
  /** Executions of forks' runs of that day. */
  forks: number;
  now: Utc;
};

/** GitHub's and providers' reports change for so long. */
const NOT_FINAL_DAYS = 2;

type Cause = (pair: Pair, around: Around) => string | null;

/** Why a day may differ, the likeliest first; empty: nothing that is known explains it. */
export function causesOf(pair: Pair, around: Around): string[] {
  const found = CAUSES.flatMap((cause) => cause(pair, around) ?? []);
  return found.length > 0 ? found : ["nothing that is known explains it"];
}

const CAUSES: readonly Cause[] = [
  ({ day }, { now }) =>
    day > dayOf(addSeconds(now, -NOT_FINAL_DAYS * DAY_SECONDS))
      ? "not final: reports of the last two days still change"
      : null,
  ({ ledger }) =>
    ledger !== null && ledger.unknown > 0
      ? `unknown cost: ${plural(ledger.unknown, "line")} of the ledger without an amount (${ledger.why ?? "no reason told"})`
      : null,
  ({ bill, ledger, side }) => {
    if (bill?.net_nano_usd == null || ledger === null) return null;
    return side !== "runners" &&
      isClose(bill.net_nano_usd - ledger.amount_nano_usd, bill.net_nano_usd) &&
      bill.net_nano_usd !== bill.amount_nano_usd
      ? "discount: what is left to pay is what the ledger has"
      : null;
  },
  anotherDay,
  anotherPrice,
  rounding,
  ({ ledger }) =>
    ledger !== null && ledger.estimated > 0
      ? `estimate: ${plural(ledger.estimated, "line")} of the ledger of approximate tokens, or of a prompt whose cached part is not told and costs a tenth`
      : null,
  (pair, { forks }) =>
    forks > 0 && differenceOf(pair) > 0
      ? `forks: ${plural(forks, "execution")} of forks' runs that day stand in no sum`
      : null,
  ({ bill, ledger, side }) => {
    if (ledger !== null || bill === null) return null;
    return side === "runners"
      ? "not in the records: runs that were not fetched, or jobs that GitHub no longer tells"
      : "not in the records: used outside of this repository's runs, or by an agent that told nothing";
  },
  ({ bill, ledger, side }) => {
    if (bill !== null || ledger === null || ledger.unknown > 0) return null;
    return side === "runners" && ledger.amount_nano_usd === 0
      ? "free: the ledger has what these minutes are worth, and no bill need list them"
      : "not in the bill: another account's, or billed by whoever sells the model";
  },
  (pair) =>
    pair.bill !== null && pair.ledger !== null && pair.ledger.unknown === 0 && differenceOf(pair) > 0
      ? "more than the records have: runs that were not fetched (Data health says how many), or work outside of runs"
      : null,
];

/** The days before and after make up for it: midnight is elsewhere, or the run went on past it. */
function anotherDay(pair: Pair, { others }: Around): string | null {
  const own = differenceOf(pair);
  const index = others.indexOf(pair);
  const neighbour = [others[index - 1], others[index + 1]].find(
    (other) =>
      other !== undefined &&
      isNext(pair, other) &&
      Math.sign(differenceOf(other)) === -Math.sign(own) &&
      isClose(own + differenceOf(other), own),
  );
  return neighbour === undefined
    ? null
    : `another day: ${neighbour.day} makes up for it, so days begin elsewhere or work went on past midnight`;
}

function isNext({ day }: Pair, other: Pair): boolean {
  return Math.abs(Date.parse(day) - Date.parse(other.day)) === DAY_SECONDS * 1000;
}

/** As much of it, and another amount. */
function anotherPrice({ bill, ledger, side }: Pair): string | null {
  if (!bill?.quantity || !ledger?.quantity || bill.quantity !== ledger.quantity) return null;
  const ours = side === "runners" ? ledger.worth_nano_usd : ledger.amount_nano_usd;
  const each = (nano: number, quantity: number) =>
    side === "runners" ? `${money(Math.round(nano / quantity))} a minute` : money(nano);
  return `another price: ${each(bill.amount_nano_usd, bill.quantity)} in the bill, ${each(ours, ledger.quantity)} in the ledger`;
}

/** Every job is rounded up to a minute, which may make a minute a job. */
function rounding({ side, bill, ledger }: Pair): string | null {
  if (side !== "runners" || bill?.quantity == null || ledger === null) return null;
  const apart = Math.abs(bill.quantity - ledger.quantity);
  return apart > 0 && apart <= ledger.n
    ? `rounding: ${count(apart)} minutes apart in ${plural(ledger.n, "job")}, each of which is rounded up to a minute`
    : null;
}
