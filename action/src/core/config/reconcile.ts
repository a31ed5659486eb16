import * as z from "zod";

const Header = z.string().min(1).max(200);

/** `reconcile` in the configuration: how to read bills whose columns nobody documents. */
export const ReconcileConfig = z
  .strictObject({
    columns: z
      .strictObject({
        date: Header.optional().describe("The heading of the day, in UTC."),
        sku: Header.optional().describe("Of what was bought, e.g. a kind of runner."),
        model: Header.optional().describe("Of the model."),
        quantity: Header.optional().describe("Of how much it was."),
        amount: Header.optional().describe("Of what it cost before discounts, in USD."),
        net: Header.optional().describe("Of what is left to pay of it."),
        repository: Header.optional().describe("Of whose it is."),
      })
      .prefault({}),
  })
  .describe("How `agentops reconcile` reads a bill of a provider; GitHub's reports need none of it.");
export type ReconcileConfig = z.infer<typeof ReconcileConfig>;
