import { AuditDocument, auditFold } from "#core/documents/audit/audit.ts";
import { alone } from "#core/documents/row/places.ts";
import { declare } from "#core/documents/row/row.ts";
import { table } from "#core/render/api-file.ts";
import { ACTIONS, APPROVALS, EGRESS, REDACTIONS, WORKS } from "#core/render/columns/audit.ts";

type Made = { audit: AuditDocument };

/** Linked from the Governance page. */
export const audit = declare({
  name: "audit",
  schema: { audit: AuditDocument },
  needs: [],
  reads: ["analyses", "events", "pulls", "workflows"],
  fold: (sources) => auditFold(sources),
  pages: {
    "governance/audit": ({ audit: made }: Made) => alone("governance/audit/", () => made),
  },
  *files({ audit: made }: Made, json) {
    const { works, actions, approvals, egress, redactions } = made;
    yield json("audit.json", "audit", "Who ran what, and what of it was sensitive", made, works.rows.length);
    yield table("audit.csv", "Every agent that ran, who ran it and how", WORKS, works.rows);
    yield table("sensitive-actions.csv", "Pushes, merges, releases and the like", ACTIONS, actions.rows);
    yield table("approvals.csv", "Who waited for an approval, and how long", APPROVALS, approvals.rows);
    yield table("egress.csv", "Hosts that agents asked, by workflow", EGRESS, egress.rows);
    yield table("redactions.csv", "What was taken out of texts, by kind", REDACTIONS, redactions);
  },
});
