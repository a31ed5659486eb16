import { DAY_SECONDS, epoch, HOUR_SECONDS, type Utc } from "#core/time.ts";

/** The turns of the story that the history tells, as epoch seconds. Documents are to find them by themselves. */
export type Story = {
  start: number;
  now: number;
  /** Since this commit the integration tests run against a real database and take 320 s instead of 180 s. */
  slowdown: number;
  /** Since then Claude plans before it edits, in fewer turns. */
  prompt3: number;
  /** Since this commit Claude works by prompt v4 and fails three times as often. */
  prompt4: number;
  /** AgentOps was installed. */
  installed: number;
  /** Three hours in which the model provider refused work. */
  outage: { from: number; to: number };
  /** Since then Claude works with a newer model, which is cheaper. */
  sonnet5: number;
  /** Since then Codex works with a newer model, which is dearer and fails less often. */
  codex53: number;
  /** Since then gh-aw's firewall counts tokens; before, only Copilot itself did. */
  firewall: number;
  /** Since this version the steward plans in one go: half the tokens, and it fails less often. */
  steward4: number;
  /** A UTC day on which Claude went round in circles. */
  loop: { from: number; to: number };
  /** Two days on which an MCP server was down. */
  searchDown: { from: number; to: number };
};

export function tellStory(now: Utc, days: number): Story {
  const end = epoch(now);
  const ago = (whole: number) => end - whole * DAY_SECONDS;
  const outage = workday(ago(5));
  const loop = midnight(workday(ago(27)));
  const searchDown = midnight(workday(ago(9)));
  return {
    start: ago(days),
    now: end,
    slowdown: workday(ago(24)),
    prompt3: ago(34),
    prompt4: workday(ago(16)),
    installed: ago(12),
    outage: { from: outage, to: outage + 3 * HOUR_SECONDS },
    sonnet5: workday(ago(46)),
    codex53: workday(ago(38)),
    firewall: midnight(ago(41)),
    steward4: midnight(ago(31)),
    loop: { from: loop, to: loop + DAY_SECONDS },
    searchDown: { from: searchDown, to: searchDown + 2 * DAY_SECONDS },
  };
}

/** 09:40 of the day, or of the Friday before a weekend. */
function workday(at: number): number {
  const weekday = new Date(at * 1000).getUTCDay();
  const back = weekday === 0 ? 2 : weekday === 6 ? 1 : 0;
  return midnight(at) - back * DAY_SECONDS + 9 * HOUR_SECONDS + 40 * 60;
}

function midnight(at: number): number {
  return at - (at % DAY_SECONDS);
}
