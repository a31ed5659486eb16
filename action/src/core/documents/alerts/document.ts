import { alertPath } from "#core/addresses/paths.ts";
import { type AlertRow, AlertsDocument, alertsDocument } from "#core/documents/alerts/alerts.ts";
import { conditions } from "#core/documents/conditions/document.ts";
import { alone, each } from "#core/documents/row/places.ts";
import { declare } from "#core/documents/row/row.ts";
import { table } from "#core/render/api-file.ts";
import { ALERTS } from "#core/render/columns/alerts.ts";
import { filed } from "#core/render/columns/column.ts";

type Made = { alerts: AlertsDocument };

export const alerts = declare({
  name: "alerts",
  schema: { alerts: AlertsDocument },
  needs: [conditions],
  reads: ["alerts"],
  fold: ({ context, alerts: stored = [] }) => ({
    add: () => {},
    finish: (made) => alertsDocument(stored, made.conditions, context.config.alerts),
  }),
  navigation: { label: "Alerts", path: "alerts/", place: 7, more: true },
  pages: {
    "alerts/index": ({ alerts: made }: Made) => alone("alerts/", () => made),
    "alerts/[id]": ({ alerts: made }: Made) =>
      each(
        made.alerts,
        ({ id }: AlertRow) => alertPath(id),
        (row) => row,
      ),
  },
  *files({ alerts: made }: Made, json) {
    yield json("alerts.json", "alerts", "Every alert that was told", made, made.alerts.length);
    yield table("alerts.csv", "The same as a table", filed(ALERTS), made.alerts);
  },
});
