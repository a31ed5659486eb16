import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keyOf } from "#core/records/kind.ts";
import { KIND_NAMES, KINDS, type KindName, type Stored } from "#core/records/kinds.ts";
import { mergeRecords } from "#core/records/merge-records.ts";
import { parseShard } from "#core/records/parse-shard.ts";
import { reapply } from "#core/records/reapply.ts";
import { shardTexts } from "#core/records/shard.ts";
import { OBSERVATIONS } from "./arbitraries.ts";

const SHARD = { day: "2026-11-20", month: "2026-11" };

/** What holds for every kind of record, whatever it is about. */
function laws<Name extends KindName>(name: Name): void {
  const kind = KINDS[name];
  const shard = SHARD[kind.shard];
  const observation = OBSERVATIONS[name].map((record) => kind.schema.parse(record)); // keys as they are stored
  const observations = fc.array(observation, { maxLength: 6 });
  const same = fc
    .tuple(observation, observation, observation)
    .map((all) => all.map((each) => kind.schema.parse({ ...each, ...keyFields(all[0]) })) as typeof all);
  const keyFields = (record: Stored[Name]) =>
    Object.fromEntries(kind.key.map((field) => [field, record[field]]));
  const merged = (...lists: Stored[Name][][]) =>
    lists.reduce((stored, fresh) => mergeRecords(kind, stored, fresh).records, []);
  const file = { kind: name, shard, part: 1 };

  it("merges two observations to one, in any order and as often as you like", () => {
    fc.assert(
      fc.property(same, ([a, b, c]) => {
        expect(kind.merge(a, b)).toEqual(kind.merge(b, a));
        expect(kind.merge(kind.merge(a, b), c)).toEqual(kind.merge(a, kind.merge(b, c)));
        expect(kind.merge(kind.merge(a, b), b)).toEqual(kind.merge(a, b));
      }),
    );
  });

  it("keeps everything that was seen, once, and finds nothing new in what it has", () => {
    fc.assert(
      fc.property(observations, observations, (a, b) => {
        const all = merged(a, b);
        expect(all.map((record) => keyOf(kind, record)).sort()).toEqual(
          [...new Set([...a, ...b].map((record) => keyOf(kind, record)))].sort(),
        );
        expect(mergeRecords(kind, all, a)).toEqual({ records: all, added: 0, updated: 0 });
      }),
    );
  });

  it.runIf(kind.grows)("never changes a record that is stored", () => {
    fc.assert(
      fc.property(observations, observations, (a, b) => {
        const stored = merged(a);
        const texts = new Set(merged(a, b).map((record) => JSON.stringify(record)));
        for (const record of stored) expect(texts).toContain(JSON.stringify(record));
      }),
    );
  });

  it.runIf(!kind.grows)("ends with the same records whatever came first", () => {
    fc.assert(
      fc.property(observations, observations, observations, (a, b, c) => {
        expect(merged(a, b, c)).toEqual(merged(c, merged(b, a)));
      }),
    );
  });

  it("is read as it was written, and written as it was read", () => {
    fc.assert(
      fc.property(observations, (seen) => {
        const records = merged(seen);
        const texts = shardTexts(name, shard, records);
        const read = [...texts.values()].flatMap((text) => parseShard(file, text, "here").records);
        expect(read).toEqual(records);
        expect(shardTexts(name, shard, read)).toEqual(texts);
      }),
    );
  });

  it("is the same bytes in whatever order records came", () => {
    fc.assert(
      fc.property(observations, (seen) => {
        const records = merged(seen);
        expect(shardTexts(name, shard, [...records].reverse())).toEqual(shardTexts(name, shard, records));
      }),
    );
  });

  it("joins what two syncs stored at once", () => {
    fc.assert(
      fc.property(observations, observations, (a, b) => {
        const texts = (list: Stored[Name][]) => shardTexts(name, shard, merged(list));
        expect(reapply(file, new Map(), texts(a), texts(b), "")).toEqual(texts(merged(b, merged(a))));
      }),
    );
  });

  it("loses nothing that a valid record needs on a redacted site", () => {
    fc.assert(
      fc.property(observation, (record) => {
        const left = kind.anonymise(record, () => false);
        expect(kind.schema.parse(left)).toEqual(left);
        expect(keyOf(kind, left)).toBe(keyOf(kind, record));
      }),
    );
  });

  it("keeps its row when its details go by age, and has none left to lose after that", () => {
    fc.assert(
      fc.property(observation, (record) => {
        const { retention } = kind;
        if (retention === null) return;
        const left = retention.without(record);
        expect(kind.schema.parse(left)).toEqual(left);
        expect(keyOf(kind, left)).toBe(keyOf(kind, record));
        expect(retention.without(left)).toBe(left);
      }),
    );
  });
}

for (const name of KIND_NAMES) describe(`records in ${name}/`, () => laws(name));
