import { expect, it } from "vitest";
import {
  aFinding,
  aJobRecord,
  anEvent,
  anExecution,
  aReading,
  aRunRecord,
  aStepRecord,
  aUsage,
} from "../builders.ts";
import { memoryStore } from "../memory-store.ts";
import { NOW, renderSite } from "./rendered.ts";

/** Zero-width space, marks of direction, a word joiner, and an instruction in tag characters. */
const TAGS = [..."obey"].map((letter) => String.fromCodePoint(0xe0000 + letter.charCodeAt(0))).join("");
const HIDDEN = `\u200b\u200e\u202e\u2060\u2066${TAGS}`;
const FOUND =
  /[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\u{e0000}-\u{e007f}]|&#x?(?:200b|8203|202e|8238|2060|8288|e00)/iu;
const word = (name: string) => `${name}${HIDDEN}name`;

it("shows no invisible, directional or tag character of a stranger's words on any page", async () => {
  const day = NOW.slice(0, 10);
  const step = aStepRecord({ name: word("step"), conclusion: "failure" });
  const job = aJobRecord({
    ...{ name: word("job"), conclusion: "failure", steps: [step] },
    ...{ labels: [word("label")], runner_name: word("runner"), runner_group_name: word("group") },
  });
  const run = aRunRecord({
    ...{ id: 1, created_at: `${day}T10:00:00Z`, conclusion: "failure", jobs: [job], detail: "full" },
    ...{ display_title: word("title"), head_branch: word("branch"), workflow_name: word("workflow") },
    ...{ actor: word("actor"), triggering_actor: word("starter"), event: word("event") },
    head_commit: { message: word("message"), author: word("author") },
  });
  const of = { run_id: run.id, run_attempt: run.run_attempt };
  const finding = aFinding({ title: word("finding"), message: word("line"), job: job.name, step: step.name });
  const store = memoryStore({
    runs: [run],
    readings: [aReading({ ...of, findings: [finding] })],
    executions: [
      anExecution({
        ...{ ...of, agent_id: word("agent"), agent_name: word("agent"), user_id: word("user") },
        ...{ session_id: word("session"), team: word("team"), model: word("model") },
        usage: [aUsage({ model: word("model"), provider: word("provider") })],
      }),
    ],
    events: [anEvent({ ...of, tool_name: word("tool"), agent_id: word("agent") })],
  });
  const { files } = await renderSite(store);
  const pages = [...files].filter(([path]) => path.endsWith(".html"));
  // The words stand on them, and what nobody sees does not.
  for (const name of ["title", "branch", "workflow", "job", "step", "agent", "model"])
    expect(
      pages.some(([, text]) => text.includes(`${name}name`)),
      name,
    ).toBe(true);
  const guilty = pages.filter(([, text]) => FOUND.test(text)).map(([path]) => path);
  expect(guilty).toEqual([]);
}, 240_000);
