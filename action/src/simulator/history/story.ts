import { DAY_SECONDS, epoch, HOUR_SECONDS, type Utc } from "#core/time.ts";

/** The turns of the story that the history tells, as epoch seconds. Documents are to find them by themselves. */
export type Story = {
  start: number;
  now: number;
  /** Since this commit the integration tests run against a real database and take 320 s instead of 180 s. */
  slowdown: number;
  /** Since this commit Claude works by prompt v4 and fails three times as often. */
  prompt4: number;
  /** AgentOps was installed. */
  installed: number;
  /** Three hours in which the model provider refused work. */
  outage: { from: number; to: number };
};

export function tellStory(now: Utc, days: number): Story {
  const end = epoch(now);
  const ago = (whole: number) => end - whole * DAY_SECONDS;
  const outage = workday(ago(5));
  return {
    start: ago(days),
    now: end,
    slowdown: workday(ago(24)),
    prompt4: workday(ago(16)),
    installed: ago(12),
    outage: { from: outage, to: outage + 3 * HOUR_SECONDS },
  };
}

/** 09:40 of the day, or of the Friday before a weekend. */
function workday(at: number): number {
  const midnight = at - (at % DAY_SECONDS);
  const weekday = new Date(at * 1000).getUTCDay();
  const back = weekday === 0 ? 2 : weekday === 6 ? 1 : 0;
  return midnight - back * DAY_SECONDS + 9 * HOUR_SECONDS + 40 * 60;
}
