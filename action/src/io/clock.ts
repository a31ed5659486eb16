import { setTimeout as wait } from "node:timers/promises";
import type { Clock } from "#app/effects.ts";
import { formatUtc } from "#core/time.ts";

export const systemClock: Clock = {
  now: () => formatUtc(Date.now() / 1000),
  sleep: async (seconds) => {
    await wait(seconds * 1000);
  },
};
