import type { LedgerLine } from "#core/attempts/ledger.ts";
import type { DatedLine } from "#core/chargeback/adjustments.ts";
import type { FocusRow } from "#core/focus/columns.ts";
import { publisherOf, serviceOf } from "#core/focus/providers.ts";
import { unitsOf } from "#core/focus/units.ts";
import { decimalUsd } from "#core/pricing/money.ts";
import { addDays, addSeconds, HOUR_SECONDS, type Month, startOfDay, type Utc } from "#core/time.ts";

/** Whose charges they are: `owner/name`. */
type Account = { repository: string };

/**
 * The charges of one line of the ledger: one for each class of its tokens, one for the minutes of a kind of runner, one
 * for the calls of a service. They add up to its amount. A line without an amount has none: FOCUS knows no unknown cost.
 */
export function usageRows(line: LedgerLine, month: Month, account: Account): FocusRow[] {
  if (line.amount_nano_usd === null) return [];
  const [owner = ""] = account.repository.split("/");
  const isOurs = line.basis === "self_hosted" || (line.kind === "minutes" && line.basis === "configured");
  const publisher = isOurs ? owner : publisherOf(line);
  const hour = `${line.at.slice(0, 13)}:00:00Z`;
  const common: FocusRow = {
    ...billed(month, account),
    ChargeCategory: "Usage",
    ChargeFrequency: "Usage-Based",
    ChargeDescription: descriptionOf(line),
    ChargePeriodStart: hour,
    ChargePeriodEnd: addSeconds(hour, HOUR_SECONDS),
    ...issuedBy(publisher),
    HostProviderName: isOurs ? null : publisher,
    ...serviceOf(line, publisher),
    ResourceId: `github.com/${account.repository}/actions/workflows/${line.workflow_id}`,
    ResourceName: line.workflow,
    ResourceType: "Workflow",
    Tags: tagsOf(line),
    x_RunId: String(line.run_id),
    x_RunAttempt: String(line.run_attempt),
    x_ExecutionId: line.execution_id,
    x_Agent: line.agent,
    x_Model: line.kind === "tokens" ? line.item : null,
    x_Runner: line.kind === "minutes" ? line.item : null,
    x_CostBasis: line.basis,
    x_Estimated: String(line.basis === "estimated" || line.basis === "logged"),
  };
  return unitsOf(line).map((unit) => ({ ...common, ...unit }));
}

/** A credit, discount or correction of the configuration. */
export function adjustmentRow(line: DatedLine, month: Month, account: Account): FocusRow {
  const [owner = ""] = account.repository.split("/");
  const amount = decimalUsd(line.amount_nano_usd);
  return {
    ...billed(month, account),
    ChargeCategory: line.kind === "credit" ? "Credit" : "Adjustment",
    ChargeFrequency: "One-Time",
    ChargeDescription: [line.kind, line.description || line.id].join(": "),
    ChargePeriodStart: startOfDay(line.date),
    ChargePeriodEnd: startOfDay(addDays(line.date, 1)),
    ...issuedBy(owner),
    ServiceCategory: "Other",
    ServiceSubcategory: "Other (Other)",
    ServiceName: "Chargeback",
    BilledCost: amount,
    EffectiveCost: amount,
    ContractedCost: amount,
    ListCost: amount,
    Tags: JSON.stringify({ scope: line.scope }),
  };
}

function billed(month: Month, { repository }: Account): FocusRow {
  const [owner = "", name = ""] = repository.split("/");
  return {
    BillingAccountId: `github.com/${owner}`,
    BillingAccountName: owner,
    SubAccountId: `github.com/${repository}`,
    SubAccountName: name,
    BillingCurrency: "USD",
    BillingPeriodStart: firstInstant(month),
    BillingPeriodEnd: firstInstant(addDays(`${month}-01`, 31).slice(0, 7)),
    ChargeClass: null,
  };
}

function issuedBy(name: string): FocusRow {
  return { InvoiceIssuerName: name, ProviderName: name, PublisherName: name, ServiceProviderName: name };
}

function firstInstant(month: Month): Utc {
  return startOfDay(`${month}-01`);
}

function descriptionOf({ kind, item, agent, why }: LedgerLine): string {
  const what = { tokens: "Tokens of", minutes: "Minutes of", calls: "Calls of" }[kind];
  return `${what} ${item ?? "an unnamed model"}${agent === null ? "" : ` by ${agent}`}: ${why}`;
}

/** Flat, as FOCUS has it; what the configuration labels goes before what the ledger knows. */
function tagsOf({ agent, team, user, event, tags }: LedgerLine): string {
  const known = Object.entries({ agent, team, user, event }).filter(([, value]) => value !== null);
  return JSON.stringify({ ...Object.fromEntries(known), ...tags });
}
