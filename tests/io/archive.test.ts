import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32, deflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { type Archive, openArchive } from "#io/archive.ts";

type Member = {
  name: string;
  content?: Buffer;
  /** What the headers say, where it is not the truth. */
  size?: number;
  crc?: number;
  method?: number;
  flags?: number;
  data?: Buffer;
};

/** A ZIP written by hand, so that it can lie. */
function zip(members: readonly Member[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const member of members) {
    const content = member.content ?? Buffer.alloc(0);
    const method = member.method ?? 8;
    const data = member.data ?? (method === 8 ? deflateRawSync(content) : content);
    const name = Buffer.from(member.name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(member.flags ?? 0x0800, 2);
    common.writeUInt16LE(method, 4);
    common.writeUInt32LE(member.crc ?? crc32(content), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(member.size ?? content.length, 18);
    common.writeUInt16LE(name.length, 22);
    parts.push(Buffer.from("PK\x03\x04"), common, name, data);
    directory.push(
      Buffer.from("PK\x01\x02\x14\x00", "latin1"),
      common,
      Buffer.alloc(10),
      uint32(offset),
      name,
    );
    offset += 30 + name.length + data.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06");
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, listing, end]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

const good: Member = { name: "0_build.txt", content: Buffer.from("first\nsecond\n") };

async function opened(bytes: Buffer): Promise<Extract<Archive, { status: "open" }>> {
  const archive = await openArchive(bytes);
  if (archive.status !== "open") throw new Error(`refused: ${archive.reason}, ${archive.detail}`);
  return archive;
}

async function contents(bytes: Buffer) {
  const { entries, skipped } = await opened(bytes);
  const texts: Record<string, { text: string; problem: string | null }> = {};
  for (const entry of entries) {
    const pieces: Buffer[] = [];
    const { problem } = await entry.read((piece) => pieces.push(Buffer.from(piece)));
    texts[entry.name] = { text: Buffer.concat(pieces).toString(), problem };
  }
  return { texts, skipped };
}

describe("a log archive", () => {
  it("hands out what its entries hold, compressed or stored, in pieces", async () => {
    const long = Buffer.from("2026-11-20T10:00:00.0000000Z a line of a log\n".repeat(20_000));
    const { texts, skipped } = await contents(
      zip([good, { name: "1_long.txt", content: long }, { name: "2_stored.txt", content: long, method: 0 }]),
    );
    expect(texts["0_build.txt"]).toEqual({ text: "first\nsecond\n", problem: null });
    expect(texts["1_long.txt"]).toEqual({ text: long.toString(), problem: null });
    expect(texts["2_stored.txt"]).toEqual({ text: long.toString(), problem: null });
    expect(skipped).toEqual([]);
  });

  it("is read from a file as well", async () => {
    const folder = mkdtempSync(join(tmpdir(), "archive-"));
    try {
      writeFileSync(join(folder, "logs.zip"), zip([good]));
      expect(await openArchive(join(folder, "logs.zip"))).toMatchObject({
        status: "open",
        entries: [{ name: "0_build.txt", size: 13 }],
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("keeps names that are not ASCII", async () => {
    const { texts } = await contents(zip([{ ...good, name: "0_Prüfung 🚀.txt" }]));
    expect(Object.keys(texts)).toEqual(["0_Prüfung 🚀.txt"]);
  });

  it.each([
    ["an API error", Buffer.from('{"message":"Not Found"}'), "not_a_zip"],
    ["an empty answer", Buffer.alloc(0), "not_a_zip"],
    ["half a download", zip([good]).subarray(0, 30), "truncated"],
    ["two entries of one name", zip([good, good]), "duplicate_names"],
    ["a directory that points nowhere", misdirected(zip([good])), "corrupt"],
    [
      "more entries than a run has",
      zip(Array.from({ length: 20_001 }, (_, n) => ({ name: `${n}_a.txt` }))),
      "too_large",
    ],
  ])("refuses %s as a whole and says why", async (_, bytes, reason) => {
    expect(await openArchive(bytes)).toMatchObject({ status: "refused", reason });
  });

  it("refuses entries that share one another's bytes, however small it is", async () => {
    const content = Buffer.alloc(1_000_000);
    const one = zip([{ name: "0_a.txt", content }]);
    const listing = one.subarray(one.indexOf("PK\x01\x02"), one.length - 22);
    const again = Buffer.from(listing);
    again.write("1", 46);
    const more = Array.from({ length: 9 }, (_, n) => {
      const copy = Buffer.from(again);
      copy.write(String(n + 1), 46);
      return copy;
    });
    const end = Buffer.from(one.subarray(one.length - 22));
    end.writeUInt16LE(10, 8);
    end.writeUInt16LE(10, 10);
    const bomb = Buffer.concat([one.subarray(0, one.length - 22), ...more, end]);
    expect(await openArchive(bomb)).toMatchObject({
      status: "refused",
      reason: "corrupt",
      detail: "entries overlap",
    });
  });

  it.each<[string, Member, string]>([
    ["an encrypted entry", { ...good, name: "1_x.txt", flags: 0x0801 }, "encrypted"],
    ["an unknown compression", { ...good, name: "1_x.txt", method: 14 }, "unsupported compression method 14"],
    ["a way up", { ...good, name: "../../etc/passwd" }, "name leaves the archive"],
    ["an absolute name", { ...good, name: "/etc/passwd" }, "name leaves the archive"],
    ["a drive", { ...good, name: "C:/windows/x.txt" }, "name leaves the archive"],
    ["a backslash", { ...good, name: "..\\x.txt" }, "name leaves the archive"],
    ["a directory", { name: "build/", method: 0 }, "directory"],
    ["an empty entry", { name: "1_x.txt" }, "empty"],
    [
      "a size that deflate cannot reach",
      { ...good, name: "1_x.txt", size: 4_000_000_000 },
      "declares 4000000000 bytes in 15",
    ],
  ])("passes over %s and reads the rest", async (_, member, reason) => {
    const { texts, skipped } = await contents(zip([member, good]));
    expect(skipped).toEqual([{ name: member.name, reason }]);
    expect(texts).toEqual({ "0_build.txt": { text: "first\nsecond\n", problem: null } });
  });

  it.each<[string, Partial<Member>, string, string]>([
    ["a wrong checksum", { crc: 1 }, "first\nsecond\n", "checksum differs"],
    ["more than it declared", { size: 6 }, "first\n", "holds more than the 6 bytes it declares"],
    ["less than it declared", { size: 20 }, "first\nsecond\n", "holds 13 of the 20 bytes it declares"],
    [
      "bytes that are not deflated",
      { data: Buffer.from("\xff\xff\xff\xff", "latin1") },
      "",
      "does not inflate: ",
    ],
    [
      "a stream that breaks off",
      { data: deflateRawSync(Buffer.from("first\nsecond\n")).subarray(0, -2) },
      "",
      "does not inflate: unexpected end of file",
    ],
  ])("says that an entry has %s and reads the rest", async (_, lie, text, problem) => {
    const { texts } = await contents(zip([{ ...good, name: "1_x.txt", ...lie }, good]));
    expect(texts["1_x.txt"]?.problem).toContain(problem);
    expect("first\nsecond\n".startsWith(texts["1_x.txt"]?.text ?? "?")).toBe(true);
    if (text !== "") expect(texts["1_x.txt"]?.text).toBe(text);
    expect(texts["0_build.txt"]?.problem).toBeNull();
  });

  it("stops a bomb at the size it declares", async () => {
    const bomb = deflateRawSync(Buffer.alloc(50_000_000));
    const { entries } = await opened(zip([{ name: "0_a.txt", data: bomb, size: 1000 }]));
    expect(await entries[0]?.read(() => {})).toEqual({
      bytes: 1000,
      problem: "holds more than the 1000 bytes it declares",
    });
  });

  it("says where an entry begins outside the archive", async () => {
    const bytes = zip([good]);
    bytes.writeUInt32LE(bytes.length, bytes.indexOf("PK\x01\x02") + 42);
    const { entries } = await opened(bytes);
    expect(await entries[0]?.read(() => {})).toEqual({ bytes: 0, problem: "cut off or out of place" });
  });

  it("makes no towers of folders from a name", async () => {
    const { texts, skipped } = await contents(zip([{ ...good, name: `${"a/".repeat(30_000)}x.txt` }]));
    expect(Object.keys(texts).map((name) => [name.length, name.includes("/")])).toEqual([[1024, false]]);
    expect(skipped).toEqual([]);
  });

  it("leaves the errors of its reader alone", async () => {
    const { entries } = await opened(zip([good]));
    const reading = entries[0]?.read(() => {
      throw new Error("the reader's own");
    });
    await expect(reading).rejects.toThrow("the reader's own");
  });
});

function misdirected(bytes: Buffer): Buffer {
  bytes.writeUInt32LE(3, bytes.length - 22 + 16);
  return bytes;
}
