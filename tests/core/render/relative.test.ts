import { describe, expect, it } from "vitest";
import { basedAddresses, relativeAddresses } from "#core/render/relative.ts";

const PAGE = `<a href="/__BASE__/">home</a><script src="/__BASE__/_astro/x.js"></script>`;

describe("addresses of the compiled site", () => {
  it("become relative to the page", () => {
    expect(relativeAddresses(PAGE, "")).toBe(`<a href="./">home</a><script src="./_astro/x.js"></script>`);
    expect(relativeAddresses(PAGE, "workflows/ci/")).toBe(
      `<a href="../../">home</a><script src="../../_astro/x.js"></script>`,
    );
  });

  it("stand below a known base where a page is served at any depth", () => {
    expect(basedAddresses(PAGE, ["/agent-fleet/"])).toContain(`src="/agent-fleet/_astro/x.js"`);
  });

  it("are left alone in texts of strangers, which cannot hold a raw quote", () => {
    const text = `<p>=&quot;/__BASE__/ and ='/__BASE__/'</p>`;
    expect(relativeAddresses(text, "x/")).toBe(text);
  });

  it("asks for the 404 page's styles and scripts below every base it may be served under", () => {
    const page = `<link rel="stylesheet" href="/__BASE__/a.css"><script src="/__BASE__/b.js"></script><a href="/__BASE__/c/">`;
    expect(basedAddresses(page, ["/", "/fleet/"])).toBe(
      `<link rel="stylesheet" href="/a.css"><link rel="stylesheet" href="/fleet/a.css">` +
        `<script src="/b.js"></script><script src="/fleet/b.js"></script><a href="/c/">`,
    );
  });
});
