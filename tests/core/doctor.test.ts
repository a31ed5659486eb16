import { describe, expect, it } from "vitest";
import {
  branchCheck,
  permissionCheck,
  pushCheck,
  rateLimitCheck,
  repositoryCheck,
  scheduleCheck,
  tokenCheck,
} from "#core/doctor.ts";
import { checksTable } from "#core/render/terminal.ts";

const FILE = ".github/workflows/agentops-data-sync.yml";

describe("the doctor", () => {
  it.each([
    [200, "ok"],
    [401, "broken"],
    [0, "broken"],
    [404, "ok"],
    [503, "unknown"],
  ])("judges a token by the status %i", (status, state) => {
    expect(tokenCheck(status).state).toBe(state);
  });

  it("names the permission that is missing, in GitHub's words too", () => {
    const check = permissionCheck("actions: read", "reading runs", 403, "actions=read");
    expect(check).toMatchObject({ state: "broken", fix: "Add `actions: read` to the job's permissions." });
    expect(check.detail).toContain("actions=read");
    expect(permissionCheck("actions: read", "reading runs", 502, null).state).toBe("unknown");
  });

  it.each([
    ["17 */2 * * *", "ok"],
    ["0 * * * *", "warn"],
    ["30 4 * * *", "warn"],
    ["*/7 * * * *", "warn"],
  ])("finds %s %s", (cron, state) => {
    expect(scheduleCheck(FILE, { state: "active" }, [cron]).state).toBe(state);
  });

  it("finds a schedule that GitHub has stopped, that nobody set, or whose workflow is not there", () => {
    const stopped = scheduleCheck(FILE, { state: "disabled_inactivity" }, ["17 * * * *"]);
    expect(stopped).toMatchObject({
      state: "broken",
      fix: "Enable it: gh workflow enable agentops-data-sync.yml",
    });
    expect(stopped.detail).toContain("60 days");
    expect(scheduleCheck(FILE, { state: "active" }, []).state).toBe("warn");
    expect(scheduleCheck(FILE, null, []).state).toBe("broken");
  });

  it("says that it cannot see what only a push shows", () => {
    expect(pushCheck(null)).toMatchObject({ state: "unknown", fix: null });
    expect(pushCheck(false).state).toBe("broken");
    expect(branchCheck("agentops-data", 404).detail).toContain("the first sync makes it");
  });

  it("warns before a sync would stop at its reserve", () => {
    const reset = 1_795_000_000;
    expect(rateLimitCheck({ limit: 1000, remaining: 90, reset }).state).toBe("warn");
    expect(rateLimitCheck({ limit: 1000, remaining: 900, reset }).state).toBe("ok");
    expect(rateLimitCheck(null).state).toBe("ok");
  });

  it("prints its findings without acting on what they quote", () => {
    const found = checksTable([repositoryCheck("o/r", 200, "\u001b[31mpublic\n::error::x")], false);
    expect(found).not.toContain("\u001b");
    expect(found).not.toMatch(/^::/m);
    expect(checksTable([tokenCheck(401)], true)).toContain("\u001b[31mbroken");
  });
});
