import { expect, it } from "vitest";
import { repositoryLinks } from "#core/links.ts";

const links = repositoryLinks("https://github.com", "octo-org/agent-fleet");

it("addresses GitHub by names of every character, half ones included", () => {
  expect(links.branch("fix/ä?#")).toBe("https://github.com/octo-org/agent-fleet/tree/fix/%C3%A4%3F%23");
  expect(links.branch("a\ud800b")).toBe("https://github.com/octo-org/agent-fleet/tree/a%EF%BF%BDb");
  expect(links.user("a\udc00")).toBe("https://github.com/a%EF%BF%BD");
  expect(links.workflow(".github/workflows/\ud83d.yml")).toMatch(/\/actions\/workflows\/%EF%BF%BD\.yml$/);
});
