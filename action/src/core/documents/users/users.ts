import * as z from "zod";
import { isAccount } from "#core/attempts/charged-to.ts";
import type { Context } from "#core/attempts/context.ts";
import type { Fold } from "#core/attempts/fold.ts";
import { grouped } from "#core/attempts/grouped.ts";
import { perPeriod } from "#core/attempts/per-period.ts";
import type { Period, PeriodName } from "#core/attempts/period.ts";
import { Stretch, stretchOf } from "#core/documents/figures/buckets.ts";
import { Activity, type ActivityFold, activityFold } from "#core/documents/users/activity.ts";

const UserRow = Activity.extend({
  /** A login, or what telemetry calls the user. Text of strangers. */
  user: z.string(),
  /** By name. */
  teams: z.array(z.string()),
});
type UserRow = z.infer<typeof UserRow>;

const TeamRow = Activity.extend({
  team: z.string(),
  /** People who did something for it. */
  people: z.number().int(),
});
type TeamRow = z.infer<typeof TeamRow>;

export const UsersDocument = z.strictObject({
  period: Stretch,
  /** False where the site names no people (`privacy.publish: redacted`). */
  named: z.boolean(),
  /** Most runs first, as the others. */
  people: z.array(UserRow),
  /** Apps, accounts of agents, and schedules: `<workflow> (scheduled)`. */
  bots: z.array(UserRow),
  teams: z.array(TeamRow),
  /** What nobody is named for, and what is no team's; null where there is none. */
  nobody: Activity.nullable(),
  no_team: Activity.nullable(),
  /** Names that have no row and count in `nobody` or `no_team`, because there are too many to be true. */
  left_out: z.number().int(),
});
export type UsersDocument = z.infer<typeof UsersDocument>;

/** Anybody can make up names in telemetry. */
const MOST_NAMES = 500;

/**
 * Who started runs and used agents, and for which team. An execution is its telemetry's user's, else of who started
 * the attempt; an attempt is of the users and teams of its executions, or of who started it where it has none.
 */
export function usersFold(context: Context): Fold<Record<PeriodName, UsersDocument>> {
  const periods = perPeriod(context, (period) => tally(period, context));
  return {
    add({ run, at, own, invocations, user, team }) {
      if (own) return;
      for (const invocation of invocations)
        periods.add({ at, run: run.id, user: invocation.user, team: invocation.team, invocation });
      if (invocations.length > 0) return;
      periods.add({ at, run: run.id, user, team, invocation: null });
    },
    finish: () => periods.finish(({ finish }) => finish()),
  };
}

type Deed = {
  at: string;
  run: number;
  user: string | null;
  team: string | null;
  invocation: Parameters<ActivityFold["execution"]>[0] | null;
};

function tally(period: Period, { config }: Context) {
  const users = grouped(MOST_NAMES, (_: string) => ({ activity: activityFold(), teams: new Set<string>() }));
  const teams = grouped(MOST_NAMES, (_: string) => ({ activity: activityFold(), people: new Set<string>() }));
  const [nobody, noTeam] = [activityFold(), activityFold()];
  return {
    add({ at, run, user, team, invocation }: Deed) {
      if (at < period.from || at >= period.to) return;
      const ofUser = user === null ? null : users.of(user);
      const ofTeam = team === null ? null : teams.of(team);
      for (const activity of [ofUser?.activity ?? nobody, ofTeam?.activity ?? noTeam]) {
        activity.run(run, at);
        if (invocation !== null) activity.execution(invocation);
      }
      if (ofUser !== null && ofTeam !== null && team !== null) ofUser.teams.add(team);
      if (ofTeam !== null && user !== null && !isAccount(user)) ofTeam.people.add(user);
    },
    finish(): UsersDocument {
      const rows = [...users.groups].flatMap(([user, { activity, teams: of }]): UserRow[] => {
        const done = activity.finish();
        return done === null ? [] : [{ user, teams: [...of].sort(), ...done }];
      });
      return {
        period: stretchOf(period),
        named: config.privacy.publish !== "redacted",
        people: rows.filter(({ user }) => !isAccount(user)).sort(byRuns(({ user }) => user)),
        bots: rows.filter(({ user }) => isAccount(user)).sort(byRuns(({ user }) => user)),
        teams: [...teams.groups]
          .flatMap(([team, { activity, people }]): TeamRow[] => {
            const done = activity.finish();
            return done === null ? [] : [{ team, people: people.size, ...done }];
          })
          .sort(byRuns(({ team }) => team)),
        nobody: nobody.finish(),
        no_team: noTeam.finish(),
        left_out: new Set([...users.leftOut, ...teams.leftOut]).size,
      };
    },
  };
}

function byRuns<Row extends Activity>(name: (row: Row) => string): (a: Row, b: Row) => number {
  return (a, b) => b.runs - a.runs || (name(a) < name(b) ? -1 : 1);
}
