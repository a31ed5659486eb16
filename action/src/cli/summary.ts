import { summary as summarize } from "#app/summary.ts";
import type { Context, Outcome } from "./context.ts";
import { openRecords } from "./records.ts";

/** Prints an overview of the stored records; asks GitHub nothing. */
export async function summary(context: Context): Promise<Outcome> {
  const records = await openRecords(context);
  try {
    const text = await summarize(
      { store: records.store, clock: context.clock },
      {
        repository: records.repository,
        config: records.config,
        server: context.surroundings.serverUrl,
        cron: records.cron,
        now: null,
        colour: context.colour,
      },
    );
    context.print(text);
    return { exitCode: 0 };
  } finally {
    await records.close();
  }
}
