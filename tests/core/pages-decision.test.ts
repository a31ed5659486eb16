import { describe, expect, it } from "vitest";
import { Config } from "#core/config.ts";
import { decidePublication, privacyRefusal } from "#core/pages-decision.ts";

const config = (publish?: string) => Config.parse(publish === undefined ? {} : { privacy: { publish } });
const url = "https://octo-org.github.io/agent-fleet/";

describe("privacy", () => {
  it("lets a public repository be published unless the configuration says otherwise", () => {
    expect(privacyRefusal("public", config())).toBeNull();
    expect(privacyRefusal("public", config("artifact"))?.publish).toBe(false);
  });

  it.each(["private", "internal", null])("keeps a repository back whose visibility is %s", (visibility) => {
    const refusal = privacyRefusal(visibility, config());
    expect(refusal?.publish).toBe(false);
    expect(refusal?.reason).toContain("privacy.publish: public");
    expect(privacyRefusal(visibility, config("public"))).toBeNull();
    expect(privacyRefusal(visibility, config("redacted"))).toBeNull();
  });
});

describe("an existing Pages site", () => {
  it("is replaced when it is ours, or when there is none yet", () => {
    expect(decidePublication({ kind: "workflow", url, shows: "ours" }).publish).toBe(true);
    expect(decidePublication({ kind: "workflow", url, shows: "nothing" }).publish).toBe(true);
  });

  it.each([
    [{ kind: "workflow", url, shows: "other" }, "not AgentOps'"],
    [{ kind: "workflow", url, shows: "unreadable" }, "does not say"],
    [{ kind: "legacy" }, "Source: GitHub Actions"],
    [{ kind: "disabled" }, "Settings → Pages"],
    [{ kind: "forbidden" }, "pages: write"],
    [{ kind: "unanswered", status: 502 }, "502"],
  ] as const)("is left alone otherwise, and the reason says what to do: %o", (state, words) => {
    const { publish, reason } = decidePublication(state);
    expect(publish).toBe(false);
    expect(reason).toContain(words);
  });
});
