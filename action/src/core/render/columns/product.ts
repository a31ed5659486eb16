import type { ModelsDocument } from "#core/documents/models/models.ts";
import type { Adoption } from "#core/documents/product/adoption.ts";
import type { Work } from "#core/documents/product/work.ts";
import { count, duration, money, percent, tokens } from "#core/format.ts";
import { type Column, figure, words } from "#core/render/columns/column.ts";

type ProviderRow = ModelsDocument["providers"][number];
type Adopting = Adoption["workflows"][number];

/** Where agents work; nobody is named. */
export const ADOPTION: readonly Column<Adopting>[] = [
  { ...words<Adopting>("Workflow", (row) => row.workflow, "name"), title: (row) => row.workflow },
  figure("Executions", (row) => row.executions),
  figure("Users", (row) => row.users),
  figure("Last whole week", (row) => row.weeks.at(-2) ?? null),
  { heading: "Trend", kind: "trend", value: () => null, series: (row) => row.weeks.slice(0, -1) },
];

export const ACTIONS: readonly Column<Work["actions"][number]>[] = [
  words("Action", (row) => row.type.replaceAll("_", " "), "name"),
  figure("Times", (row) => row.count),
  figure("Executions", (row) => row.executions),
];

const all = ({ figures }: ProviderRow) => figures.executions + figures.children;

export const PROVIDERS: readonly Column<ProviderRow>[] = [
  words("Provider", (row) => row.provider ?? "not told", "name"),
  figure("Executions", all),
  figure("Tokens", (row) => row.figures.tokens.total, tokens),
  figure("Cost", (row) => row.figures.cost.nano_usd, money),
  {
    heading: "Success",
    kind: "figure",
    value: (row) => row.figures.success.value,
    text: ({ figures: { success } }) => `${percent(success.value)} of ${count(success.n)}`,
  },
  figure("p50", (row) => row.figures.duration.p50, duration),
];
