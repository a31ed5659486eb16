import { beforeEach, describe, expect, it } from "vitest";
import type { Store } from "#app/effects.ts";
import { issueStatements } from "#app/issue-statements.ts";
import { Config } from "#core/config.ts";
import { directoryStore } from "#io/store.ts";
import { aJournalEntry, aRepositoryRecord, aRunRecord, aState } from "../builders.ts";
import { temporaryFolder } from "../io/remote.ts";

const REPOSITORY = "octo-org/agent-fleet";

describe("the statement of the month before", () => {
  let store: Store;

  beforeEach(async () => {
    store = directoryStore(temporaryFolder(), REPOSITORY);
    await store.writeRepository(aRepositoryRecord());
    await store.writeState(aState({ covered: { from: "2026-09-02T00:00:00Z", to: "2026-12-03T00:00:00Z" } }));
    await store.merge("runs", "2026-11-20", [aRunRecord()]);
  });

  const issue = (now: string, settled = true, timezone = "UTC") =>
    issueStatements(
      { store, clock: { now: () => now, sleep: async () => {} } },
      {
        repository: REPOSITORY,
        config: Config.parse({ timezone }),
        server: "https://github.com",
        cron: null,
        now: null,
        settled,
      },
    );

  it("is issued once, two days after its end, where people live", async () => {
    expect(await issue("2026-12-02T23:59:59Z")).toEqual(["2026-10"]);
    expect(await issue("2026-12-03T00:00:00Z", true, "America/St_Johns")).toEqual([]);
    expect(await issue("2026-12-03T00:00:00Z")).toEqual(["2026-11"]);
    expect(await issue("2026-12-03T02:00:00Z")).toEqual([]);
    const [stored] = await store.read("statements", "2026-11");
    expect(stored).toMatchObject({ attempts: 1, complete: true, issued_at: "2026-12-03T00:00:00Z" });
  });

  it("waits a week for records that are not complete, and says that they are not", async () => {
    await store.merge("journal", "2026-11", [aJournalEntry({ started_at: "2026-11-20T00:00:00Z" })]);
    expect(await issue("2026-12-04T00:00:00Z", false)).toEqual(["2026-10"]);
    expect(await issue("2026-12-08T00:00:00Z", false)).toEqual(["2026-11"]);
    expect((await store.read("statements", "2026-11"))[0]?.complete).toBe(false);
  });

  it("waits for a first sync that is still behind, however old the month", async () => {
    await store.merge("journal", "2026-12", [aJournalEntry({ started_at: "2026-12-20T00:00:00Z" })]);
    expect(await issue("2026-12-26T23:59:59Z", false)).toEqual([]);
    expect(await issue("2026-12-27T00:00:00Z", false)).toEqual(["2026-11", "2026-10"]);
  });

  it("is not issued of a month whose beginning the records do not know", async () => {
    await store.writeState(aState({ covered: { from: "2026-11-05T00:00:00Z", to: "2026-12-03T00:00:00Z" } }));
    expect(await issue("2026-12-09T00:00:00Z")).toEqual([]);
  });
});
