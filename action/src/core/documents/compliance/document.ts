import { ComplianceDocument, complianceFold } from "#core/documents/compliance/compliance.ts";
import { alone } from "#core/documents/row/places.ts";
import { declare } from "#core/documents/row/row.ts";
import { table } from "#core/render/api-file.ts";
import { COMPLIANCE } from "#core/render/columns/compliance.ts";

type Made = { compliance: ComplianceDocument };

export const compliance = declare({
  name: "compliance",
  schema: { compliance: ComplianceDocument },
  needs: [],
  reads: ["analyses", "events", "workflows"],
  fold: (sources) => complianceFold(sources),
  pages: {
    "governance/compliance": ({ compliance: made }: Made) => alone("governance/compliance/", () => made),
  },
  *files({ compliance: made }: Made, json) {
    const about = "Checks with their evidence";
    yield json("compliance.json", "compliance", about, made, made.checks.length);
    yield table("compliance.csv", "The same as a table", COMPLIANCE, made.checks);
  },
});
