import type { PeriodName } from "#core/attempts/period.ts";
import { inPeriods } from "#core/documents/row/places.ts";
import { declare } from "#core/documents/row/row.ts";
import { UsersDocument, usersFold } from "#core/documents/users/users.ts";
import { inEveryPeriod, table, withPeriod } from "#core/render/api-file.ts";
import { byPeriod } from "#core/render/api-json.ts";
import { USERS, userRows } from "#core/render/columns/users.ts";

type Made = { users: Record<PeriodName, UsersDocument> };

export const users = declare({
  name: "users",
  schema: { users: byPeriod(UsersDocument) },
  needs: [],
  fold: ({ context }) => usersFold(context),
  navigation: { label: "Users", path: "users/", place: 15, more: true },
  pages: { "users/index": ({ users: made }: Made) => inPeriods("users/", (period) => made[period]) },
  *files({ users: made }: Made, json) {
    const rows = inEveryPeriod((period) => userRows(made[period]));
    yield json("users.json", "users", "The Users page, every period", made, rows.length);
    yield table("users.csv", "People, apps and teams as a table", withPeriod(USERS), rows);
  },
});
