import { describe, expect, it } from "vitest";
import { readPullOutcomes } from "#core/sync/payload/pull-outcomes.ts";

const REPOSITORY = "octo-org/agent-fleet";

/** As GitHub's GraphQL answers, with only what it never leaves out. */
const payload = (over: object = {}) => ({
  number: 7,
  title: "Fix it",
  state: "MERGED",
  createdAt: "2026-11-01T10:00:00Z",
  updatedAt: "2026-11-02T10:00:00Z",
  mergedAt: "2026-11-02T10:00:00Z",
  closedAt: "2026-11-02T10:00:00Z",
  headRefName: "copilot/fix-1",
  ...over,
});
const answer = (pull: object | null, errors?: object[]) =>
  readPullOutcomes({ data: { repository: { p7: pull } }, errors }, REPOSITORY, "2026-11-20");
const mentioned = (source: object, isCrossRepository = false) =>
  answer(
    payload({
      timelineItems: {
        nodes: [
          {},
          null,
          { isCrossRepository, source: { number: 9, title: "", body: "", merged: true, ...source } },
        ],
      },
    }),
  ).pulls[0]?.reverted_by;

describe("what GraphQL says of pull requests", () => {
  it("is read although fields are missing: nobody and nothing is known of them", () => {
    expect(answer(payload({ author: null, headRepository: null })).pulls).toMatchObject([
      { state: "merged", author: null, head_repository: null, additions: 0, reviews: { approved: 0 } },
    ]);
  });

  it("names apps as REST does", () => {
    const author = { __typename: "Bot", login: "copilot-swe-agent" };
    expect(answer(payload({ author })).pulls[0]?.author).toBe("copilot-swe-agent[bot]");
  });

  it.each<[string, object, boolean, number | null]>([
    ["GitHub's title", { title: 'Revert "Fix it"' }, false, 9],
    ["GitHub's words", { body: `Reverts ${REPOSITORY}#7` }, false, 9],
    ["the short form", { body: "It broke.\n\nReverts #7" }, false, 9],
    ["another number", { body: "Reverts #77" }, false, null],
    ["another repository's number", { body: "Reverts other/place#7" }, false, null],
    ["a mention", { body: "See #7, which reverts #3" }, false, null],
    ["one that is not merged", { title: 'Revert "Fix it"', merged: false }, false, null],
    ["one of another repository", { title: 'Revert "Fix it"' }, true, null],
  ])("takes %s for a revert or not", (_, source, isElsewhere, expected) => {
    expect(mentioned(source, isElsewhere)).toBe(expected);
  });

  it("tells a refusal from what is merely not there", () => {
    const error = (type: string) => [{ type, path: ["repository", "p7"], message: "No" }];
    expect(answer(null, error("FORBIDDEN"))).toMatchObject({ pulls: [], refused: "No", exhausted: null });
    expect(answer(null, error("NOT_FOUND"))).toMatchObject({ pulls: [], refused: null, exhausted: null });
    expect(answer(null, error("RATE_LIMITED"))).toMatchObject({ refused: null, exhausted: "No" });
    expect(readPullOutcomes("<html>", REPOSITORY, "2026-11-20").pulls).toEqual([]);
  });
});
