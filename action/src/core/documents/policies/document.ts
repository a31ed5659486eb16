import { PoliciesDocument, policiesFold } from "#core/documents/policies/policies.ts";
import { alone } from "#core/documents/row/places.ts";
import { declare } from "#core/documents/row/row.ts";
import { table } from "#core/render/api-file.ts";
import { DECISIONS, POLICIES, STOPPED, VIOLATIONS } from "#core/render/columns/policies.ts";

type Made = { policies: PoliciesDocument };

export const policies = declare({
  name: "policies",
  schema: { policies: PoliciesDocument },
  needs: [],
  reads: ["events", "pulls", "workflows"],
  fold: (sources) => policiesFold(sources),
  navigation: { label: "Governance", path: "governance/", place: 9, more: true },
  pages: {
    "governance/index": ({ policies: made }: Made) => alone("governance/", () => made),
  },
  *files({ policies: made }: Made, json) {
    const { policies: rows, violations, stopped, decisions } = made;
    yield json(
      "policies.json",
      "policies",
      "The Governance page: policies, violations, decisions",
      made,
      rows.length,
    );
    yield table("policies.csv", "Each policy and what came of it", POLICIES, rows);
    yield table("violations.csv", "Who broke which policy", VIOLATIONS, violations.rows);
    yield table("stopped.csv", "What a guard would have stopped", STOPPED, stopped.rows);
    yield table("decisions.csv", "What was decided, as telemetry told", DECISIONS, decisions.rows);
  },
});
