import { CHARGE_CATEGORIES } from "#core/focus/columns.ts";
import { type Decimal, isEqual, multiply, parseDecimal } from "#core/text/decimal.ts";

/** The value of a column of one charge, which is of the column's type; null: empty, or not there. */
export type Charge = (column: string) => string | null;

type Broken = { column: string; message: string };
type Check = (charge: Charge) => Broken[];

const unless = (holds: boolean, column: string, message: string): Broken[] =>
  holds ? [] : [{ column, message }];

const COSTS = ["ListCost", "ContractedCost", "EffectiveCost", "BilledCost"];
/** What a charge for usage must say. */
const OF_USAGE = [
  "PricingQuantity",
  "PricingUnit",
  "SkuId",
  "SkuPriceId",
  "ListUnitPrice",
  "ContractedUnitPrice",
];

/** The rules that hold within one charge. */
export const CHECKS: readonly Check[] = [
  (charge) =>
    unless(
      (CHARGE_CATEGORIES as readonly (string | null)[]).includes(charge("ChargeCategory")),
      "ChargeCategory",
      `must be one of ${CHARGE_CATEGORIES.join(", ")}`,
    ),
  (charge) =>
    unless(
      [null, "Correction"].includes(charge("ChargeClass")),
      "ChargeClass",
      "must be empty, or Correction of an invoiced period",
    ),
  (charge) =>
    unless(
      /^[A-Z]{3}$/.test(charge("BillingCurrency") ?? ""),
      "BillingCurrency",
      "must be a code of ISO 4217, such as USD",
    ),
  periods,
  (charge) => product(charge, "ListUnitPrice", "ListCost"),
  (charge) => product(charge, "ContractedUnitPrice", "ContractedCost"),
  (charge) =>
    charge("ChargeCategory") !== "Usage" || charge("ChargeClass") === "Correction"
      ? []
      : OF_USAGE.flatMap((column) =>
          unless(charge(column) !== null, column, "a charge for usage must say it"),
        ),
  (charge) =>
    unless(
      (charge("PricingQuantity") === null) === (charge("PricingUnit") === null),
      "PricingUnit",
      "must be there where PricingQuantity is, and only there",
    ),
  (charge) =>
    unless(
      (charge("ConsumedQuantity") === null) === (charge("ConsumedUnit") === null),
      "ConsumedUnit",
      "must be there where ConsumedQuantity is, and only there",
    ),
  besidesUsage,
  (charge) =>
    unless(
      (charge("SubAccountId") === null) === (charge("SubAccountName") === null),
      "SubAccountName",
      "must be there where SubAccountId is, and only there",
    ),
];

function periods(charge: Charge): Broken[] {
  const [billStart, billEnd] = [charge("BillingPeriodStart") ?? "", charge("BillingPeriodEnd") ?? ""];
  const [start, end] = [charge("ChargePeriodStart") ?? "", charge("ChargePeriodEnd") ?? ""];
  return [
    ...unless(
      /^\d{4}-\d\d-01T00:00:00Z$/.test(billStart) && billEnd === nextMonth(billStart),
      "BillingPeriodEnd",
      "a billing period is one month of UTC, from its first instant to that of the next",
    ),
    ...unless(start < end, "ChargePeriodEnd", "must be later than ChargePeriodStart"),
    ...unless(
      start >= billStart && end <= billEnd,
      "ChargePeriodStart",
      "the charge period must lie within the billing period",
    ),
  ];
}

function nextMonth(start: string): string {
  const date = new Date(start);
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1))
    .toISOString()
    .replace(".000Z", "Z");
}

function product(charge: Charge, price: string, cost: string): Broken[] {
  if (charge("ChargeClass") === "Correction") return [];
  const [each, quantity] = [decimal(charge, price), decimal(charge, "PricingQuantity")];
  const told = decimal(charge, cost);
  if (each === null || quantity === null || told === null) return [];
  return unless(
    isEqual(multiply(each, quantity), told),
    cost,
    `must be ${price} × PricingQuantity, to the last digit`,
  );
}

/** Credits and adjustments are sums, of nothing that was consumed. */
function besidesUsage(charge: Charge): Broken[] {
  if (!["Credit", "Adjustment"].includes(charge("ChargeCategory") ?? "")) return [];
  const [first, ...rest] = COSTS.map((column) => decimal(charge, column));
  return [
    ...["ConsumedQuantity", "ConsumedUnit"].flatMap((column) =>
      unless(charge(column) === null, column, "must be empty of a credit or an adjustment"),
    ),
    ...unless(
      rest.every((cost) => first != null && cost !== null && isEqual(first, cost)),
      "BilledCost",
      "the four costs of a credit or an adjustment must be the same",
    ),
  ];
}

function decimal(charge: Charge, column: string): Decimal | null {
  const value = charge(column);
  return value === null ? null : parseDecimal(value);
}
