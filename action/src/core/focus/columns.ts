/**
 * The columns of our FOCUS data set, in their order: those that FOCUS 1.2 demands, the two names of 1.3, those that
 * charges for usage should have, and our own, which begin with `x_`.
 */
export type FocusType = "Date/Time" | "Decimal" | "String" | "JSON";

type Column = { type: FocusType; mandatory?: true; nullable?: true };

const required = (type: FocusType): Column => ({ type, mandatory: true });
const orNull = (type: FocusType): Column => ({ type, mandatory: true, nullable: true });
const wanted = (type: FocusType): Column => ({ type, nullable: true });

export const FOCUS = {
  BilledCost: required("Decimal"),
  BillingAccountId: required("String"),
  BillingAccountName: orNull("String"),
  BillingCurrency: required("String"),
  BillingPeriodStart: required("Date/Time"),
  BillingPeriodEnd: required("Date/Time"),
  ChargeCategory: required("String"),
  ChargeClass: orNull("String"),
  ChargeDescription: orNull("String"),
  ChargePeriodStart: required("Date/Time"),
  ChargePeriodEnd: required("Date/Time"),
  ContractedCost: required("Decimal"),
  EffectiveCost: required("Decimal"),
  InvoiceIssuerName: required("String"),
  ListCost: required("Decimal"),
  PricingQuantity: orNull("Decimal"),
  PricingUnit: orNull("String"),
  ProviderName: required("String"),
  PublisherName: required("String"),
  ServiceCategory: required("String"),
  ServiceName: required("String"),
  ServiceProviderName: wanted("String"),
  HostProviderName: wanted("String"),
  ChargeFrequency: wanted("String"),
  ConsumedQuantity: wanted("Decimal"),
  ConsumedUnit: wanted("String"),
  ContractedUnitPrice: wanted("Decimal"),
  ListUnitPrice: wanted("Decimal"),
  PricingCategory: wanted("String"),
  ResourceId: wanted("String"),
  ResourceName: wanted("String"),
  ResourceType: wanted("String"),
  ServiceSubcategory: wanted("String"),
  SkuId: wanted("String"),
  SkuMeter: wanted("String"),
  SkuPriceId: wanted("String"),
  SubAccountId: wanted("String"),
  SubAccountName: wanted("String"),
  Tags: wanted("JSON"),
  x_RunId: wanted("String"),
  x_RunAttempt: wanted("String"),
  x_ExecutionId: wanted("String"),
  x_Agent: wanted("String"),
  x_Model: wanted("String"),
  x_TokenClass: wanted("String"),
  x_Runner: wanted("String"),
  x_CostBasis: wanted("String"),
  x_Estimated: wanted("String"),
} as const satisfies Readonly<Record<string, Column>>;

export type FocusColumn = keyof typeof FOCUS;
export const FOCUS_COLUMNS = Object.keys(FOCUS) as FocusColumn[];

/** One charge. What is left out is null, an empty cell. */
export type FocusRow = Partial<Record<FocusColumn, string | null>>;

export const CHARGE_CATEGORIES = ["Usage", "Purchase", "Tax", "Credit", "Adjustment"] as const;
