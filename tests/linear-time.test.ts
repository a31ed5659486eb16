import { describe, expect, it } from "vitest";
import { superlinear } from "./linear-time.ts";

describe("the check for linear time", () => {
  it.each([
    /(a+)+$/,
    /^(?:\w+\s?)*$/,
    /(?:a|aa)+b/,
    /\s+$/,
    /\d+-\d+x/,
    /<.*>.*<\/x>/,
    /[\w-]*password/,
    /(?<name>[a-z]+)=(?<value>.*);end/g,
    /eyJ[\w-]+\.[\w-]+/g,
  ])("names %s", (pattern) => {
    expect(superlinear([pattern])).toHaveLength(1);
  });

  it.each([
    /^error: (?<message>.*)/,
    /(?<![\w-])eyJ[\w-]{8,}\.[\w-]{8,}/g,
    /\berror TS\d{4}:/,
    /ghp_[A-Za-z0-9]{36,}/g,
    /^\s*at [^\n(]{1,200} \(/,
    /[a-z]{0,20}password/,
  ])("lets %s pass", (pattern) => {
    expect(superlinear([pattern])).toEqual([]);
  });
});
