import { newestEpisodes } from "#app/judge-alerts.ts";
import { replayAlerts } from "#app/replay-alerts.ts";
import { firingText, replayText } from "#core/render/alerts-text.ts";
import type { Context, Outcome } from "./context.ts";
import { documentOptions } from "./dashboard.ts";
import { daysOf } from "./days.ts";
import type { Extras } from "./extras.ts";
import { openToRead } from "./read-records.ts";

/** Prints the alerts that fire, as the last sync judged them, or what would have fired. Stores and tells nothing. */
export async function alerts(context: Context, { replay }: Pick<Extras, "replay">): Promise<Outcome> {
  const days = replay === null ? null : daysOf(replay, "--replay");
  const records = await openToRead(context, null);
  try {
    const { store } = records;
    const { clock, report, colour, print } = context;
    if (days === null) {
      const newest = await newestEpisodes(store);
      print(firingText(newest, clock.now(), colour));
      return {
        exitCode: 0,
        outputs: { alerts: String(newest.filter(({ state }) => state === "firing").length) },
      };
    }
    const options = await documentOptions(records, context);
    print(replayText(await replayAlerts({ store, clock, report }, options, days)));
    return { exitCode: 0 };
  } finally {
    await records.close();
  }
}
