import { describe, expect, it } from "vitest";
import { AgentEvent } from "#core/records/event.ts";
import { scrub } from "#core/telemetry/otlp/scrub.ts";
import { redactedEvent } from "#core/telemetry/redacted-event.ts";
import { imported, jsonl } from "./importing.ts";

const SECRET = `ghp_${"a1B2c3D4e5".repeat(4).slice(0, 36)}`;
/** An address is shorter than what stands for it. */
const ADDRESSES = (characters: number) => "a@b.co ".repeat(Math.floor(characters / 7));
const event = (more: object = {}) => ({
  type: "custom.deployed",
  timestamp: "2026-11-20T14:00:00Z",
  ...more,
});
const read = (...lines: object[]) => imported({ "e/agentops-events.jsonl": jsonl(lines) });

describe("an event at the border", () => {
  it("is kept without the secret that its type holds", () => {
    const { events, problems } = read(
      event({ type: `custom.key.${SECRET}` }),
      event({ type: `custom.${SECRET}` }),
    );
    expect(problems).toEqual([]);
    expect(events.map(({ type }) => type)).toEqual([
      "custom.key.redacted.github_token",
      "custom.redacted.github_token",
    ]);
  });

  it("is not believed when it tells a time farther than 40 days from its run", () => {
    const days = (count: number) =>
      new Date(Date.parse("2026-11-20T14:00:05Z") + count * 86_400_000).toISOString();
    const { events, problems } = read(
      ...[-41, -39, 39, 41].map((count) => event({ timestamp: days(count) })),
    );
    expect(events.map(({ timestamp }) => timestamp)).toEqual([days(-39), days(39)]);
    expect(problems).toMatchObject(
      [1, 2].map(() => ({ message: expect.stringContaining("more than 40 days from its run") })),
    );
  });

  it("leaves the machine no longer than it may be stored", () => {
    const long = event({
      ...{ error_message: ADDRESSES(2000), agent_id: ADDRESSES(200), attributes: { note: ADDRESSES(500) } },
    });
    const left = redactedEvent(JSON.stringify(AgentEvent.parse(long)), {});
    expect(AgentEvent.safeParse(JSON.parse(left)).error).toBeUndefined();
    expect(left).not.toContain("a@b.co");
  });
});

describe("a text that grows when it is redacted", () => {
  it("ends with a whole mark, in executions and in telemetry that is passed on", () => {
    const failed = event({
      ...{ type: "agent.request.completed", status: "error", error_message: ADDRESSES(480) },
    });
    const [execution] = read(failed).executions;
    expect(execution?.error_message?.length).toBeLessThanOrEqual(500);
    expect(execution?.error_message?.replaceAll("[redacted:email]", "").trim()).not.toContain("[");
    const attribute = { key: "note", value: { stringValue: ADDRESSES(290) } };
    const kept = JSON.stringify(scrub({ attributes: [attribute] }, { redact: {} }, {}));
    expect(kept.replaceAll("[redacted:email]", "")).not.toContain("redacted");
  });
});
