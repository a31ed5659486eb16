import { describe, expect, it } from "vitest";
import { UserError } from "#core/errors.ts";
import { actionInputs, environmentInputs, parseOptions } from "../../action/src/inputs.ts";
import { readSurroundings } from "../../action/src/surroundings.ts";

const parse = (given: Record<string, string>) => parseOptions(given, (name) => `--${name}`);

function complaint(given: Record<string, string>): string {
  try {
    parse(given);
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
  return "";
}

describe("inputs", () => {
  it("mean their defaults when they are left out or empty, as a runner passes them", () => {
    const empty = Object.fromEntries(Object.keys(parse({})).map((name) => [name, " "]));
    expect(parse(empty)).toEqual(parse({}));
    expect(parse({})).toMatchObject({
      command: "sync",
      commit: true,
      "data-branch": "agentops-data",
      "data-dir": "data",
      "dashboard-dir": "_site",
      "lookback-days": 90,
      "max-runs-per-workflow": null,
      workflows: [],
    });
  });

  it("become typed values", () => {
    expect(
      parse({ commit: "False", workflows: " ci.yml\n\n agent-* \n", "full-detail-runs": "10" }),
    ).toMatchObject({
      commit: false,
      workflows: ["ci.yml", "agent-*"],
      "full-detail-runs": 10,
    });
  });

  it.each([
    [{ commit: "yes" }, '--commit must be true or false, not "yes"'],
    [{ "lookback-days": "-1" }, '--lookback-days must be a whole number, not "-1"'],
    [{ "lookback-days": "1e3" }, '--lookback-days must be a whole number, not "1e3"'],
    [{ "lookback-days": "9999" }, "--lookback-days must be at most 400, not 9999"],
    [{ "enable-jobs-fetch": "agnts" }, 'did you mean "agents"?'],
    [{ "site-url": "javascript:alert(1)" }, "must be an http(s) address"],
    [{ repository: "just-a-name" }, "must be owner/name"],
    [{ repository: "../.." }, "must be owner/name"],
    [{ "log-level": "loud" }, "must be one of debug, info, warn, error"],
  ])("are refused with the reason: %o", (given, message) => {
    expect(complaint(given as Record<string, string>)).toContain(message);
  });

  it("say everything that is wrong at once", () => {
    expect(complaint({ commit: "x", "summary-runs": "y" }).split("\n")).toHaveLength(2);
  });

  it("are found where a runner puts them", () => {
    expect(actionInputs({ "INPUT_DATA-DIR": "d", "INPUT_MAX-API-REQUESTS": "5" })).toEqual({
      "data-dir": "d",
      "max-api-requests": "5",
    });
  });

  it("take the log level of a re-run with debug logging, unless they say one themselves", () => {
    expect(actionInputs({ RUNNER_DEBUG: "1", LOG_LEVEL: "warn" })["log-level"]).toBe("debug");
    expect(actionInputs({ RUNNER_DEBUG: "1", "INPUT_LOG-LEVEL": "error" })["log-level"]).toBe("error");
    expect(environmentInputs({ LOG_LEVEL: "warn", GITHUB_TOKEN: "t" })).toEqual({
      "log-level": "warn",
      token: "t",
    });
  });
});

describe("the surroundings", () => {
  it("are those of a job", () => {
    const job = readSurroundings({
      GITHUB_ACTIONS: "true",
      GITHUB_API_URL: "https://ghe.example/api/v3/",
      GITHUB_EVENT_NAME: "schedule",
      GITHUB_REPOSITORY: "o/r",
      GITHUB_RUN_ID: "36000000001",
      GITHUB_WORKFLOW_REF: "o/r/.github/workflows/sync.yml@refs/heads/main",
    });
    expect(job).toMatchObject({
      apiUrl: "https://ghe.example/api/v3",
      serverUrl: "https://github.com",
      trigger: "schedule",
      runId: 36_000_000_001,
      workflowFile: ".github/workflows/sync.yml",
    });
  });

  it("name a run's attempt, its trace as OpenTelemetry's receiver for GitHub names it, or the shell's trace", () => {
    const idsOf = (environment: Record<string, string>) => readSurroundings(environment).logIds;
    const job = { GITHUB_ACTIONS: "true", GITHUB_RUN_ID: "36", GITHUB_RUN_ATTEMPT: "1" };
    expect(idsOf(job)).toEqual({ run_id: 36, run_attempt: 1, trace_id: "d9783c237f51edfb932415cd523d1a94" });
    const traced = { TRACEPARENT: `00-${"ab".repeat(16)}-${"1".repeat(16)}-01` };
    expect(idsOf(traced)).toEqual({ trace_id: "ab".repeat(16) });
    expect(idsOf({})).toEqual({});
  });

  it("are those of a terminal elsewhere", () => {
    expect(readSurroundings({})).toMatchObject({
      inActions: false,
      trigger: "cli",
      runId: null,
      workflowFile: null,
    });
  });
});
