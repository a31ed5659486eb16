import { readFile, stat } from "node:fs/promises";
import AdmZip from "adm-zip";
import { isLabel, readableName } from "#io/archive-names.ts";
import { inflateEntry } from "#io/inflate.ts";

type EntryReading = {
  /** Handed out. */
  bytes: number;
  /** Why it is not all of it, or not what was meant; null when it is. */
  problem: string | null;
};

type ArchiveEntry = {
  /** As the archive says; a label, never a path. */
  name: string;
  /** As declared, at least 1. */
  size: number;
  /** Hands the content to `push` in pieces, which stay as they are afterwards. Never rejects for what the entry holds. */
  read(push: (bytes: Uint8Array) => void): Promise<EntryReading>;
};

export type Archive =
  | { status: "open"; entries: ArchiveEntry[]; skipped: { name: string; reason: string }[] }
  | {
      /** Nothing of it can be read; ask for the jobs' logs one by one. */
      status: "refused";
      reason: "not_a_zip" | "truncated" | "duplicate_names" | "corrupt" | "too_large";
      detail: string;
    };

/** Held in memory while entries are read. 500 MB of log make 20 to 50 MB of archive. */
const LARGEST_ARCHIVE = 256 * 1024 * 1024;
/** 500 jobs of 38 steps; each costs 3 kB in adm-zip. */
const MOST_ENTRIES = 20_000;
/** Of one job's log; ten seconds of reading. What is beyond is not read. */
const LARGEST_ENTRY = 1024 * 1024 * 1024;
/** Of everything read from one archive: within a minute. */
const MOST_BYTES = 4 * LARGEST_ENTRY;
/** Deflate reaches 1,032 : 1 and no more: whoever declares more lies. */
const HIGHEST_RATIO = 1032;

const STORED = 0;
const DEFLATED = 8;

/**
 * Opens a run's log archive, from memory or from a file. What strangers can put into one is data: it comes back as
 * `refused`, `skipped` or an entry's `problem`. Rejects only when the file cannot be read.
 */
export async function openArchive(source: Buffer | string): Promise<Archive> {
  const size = typeof source === "string" ? (await stat(source)).size : source.length;
  if (size > LARGEST_ARCHIVE) return refused("too_large", `${size} bytes, more than ${LARGEST_ARCHIVE}`);
  const bytes = typeof source === "string" ? await readFile(source) : source;
  if (bytes.length < 4 || bytes.readUInt16LE(0) !== 0x4b50) return refused("not_a_zip", "no ZIP signature");
  try {
    const zip = new AdmZip(bytes, { noSort: true, decoder: { efs: true, encode, decode: readableName } });
    if (zip.getEntryCount() > MOST_ENTRIES)
      return refused("too_large", `${zip.getEntryCount()} entries, more than ${MOST_ENTRIES}`);
    const listed = zip.getEntries();
    if (listed.reduce((sum, entry) => sum + entry.header.compressedSize, 0) > bytes.length)
      return refused("corrupt", "entries overlap");
    return sorted(listed);
  } catch (thrown) {
    return refusal(thrown instanceof Error ? thrown.message : String(thrown));
  }
}

const encode = (name: string): Buffer => Buffer.from(name);

function refused(reason: Extract<Archive, { status: "refused" }>["reason"], detail: string): Archive {
  return { status: "refused", reason, detail };
}

/** adm-zip tells its reasons apart by their words only. */
function refusal(message: string): Archive {
  const detail = message.replace(/^ADM-ZIP: /, "");
  if (detail.includes("Duplicate entry name")) return refused("duplicate_names", detail);
  if (detail.includes("No END header")) return refused("truncated", detail);
  return refused("corrupt", detail);
}

function sorted(listed: readonly AdmZip.IZipEntry[]): Archive {
  const budget = { left: MOST_BYTES };
  const entries: ArchiveEntry[] = [];
  const skipped: { name: string; reason: string }[] = [];
  for (const entry of listed) {
    const reason = unreadable(entry);
    if (reason !== null) skipped.push({ name: entry.entryName, reason });
    else
      entries.push({
        name: entry.entryName,
        size: entry.header.size,
        read: (push) => readEntry(entry, budget, push),
      });
  }
  return { status: "open", entries, skipped };
}

/** Why an entry is not offered at all; null when it is. */
function unreadable(entry: AdmZip.IZipEntry): string | null {
  const { method, size, compressedSize, encrypted } = entry.header;
  if (entry.isDirectory) return "directory";
  if (!isLabel(entry.entryName)) return "name leaves the archive";
  if (encrypted) return "encrypted";
  if (method !== STORED && method !== DEFLATED) return `unsupported compression method ${method}`;
  if (size === 0) return "empty";
  if (size > compressedSize * HIGHEST_RATIO) return `declares ${size} bytes in ${compressedSize}`;
  if (method === STORED && size !== compressedSize) return `declares ${size} bytes, stores ${compressedSize}`;
  return null;
}

/** Reads at most what the entry declares, what one entry may have, and what is left for the whole archive. */
async function readEntry(
  entry: AdmZip.IZipEntry,
  budget: { left: number },
  push: (bytes: Uint8Array) => void,
): Promise<EntryReading> {
  const { size, crc, method } = entry.header;
  const most = Math.min(size, LARGEST_ENTRY, budget.left);
  let compressed: Buffer;
  try {
    compressed = entry.getCompressedData();
  } catch {
    return { bytes: 0, problem: "cut off or out of place" };
  }
  const content = await inflateEntry(compressed, method === DEFLATED, most, push);
  budget.left -= content.bytes;
  return { bytes: content.bytes, problem: content.problem ?? difference(content, { size, crc, most }) };
}

function difference(
  content: { bytes: number; more: boolean; crc: number | null },
  declared: { size: number; crc: number; most: number },
): string | null {
  if (content.more && declared.most < declared.size) return `only the first ${content.bytes} bytes were read`;
  if (content.more) return `holds more than the ${declared.size} bytes it declares`;
  if (content.bytes !== declared.size)
    return `holds ${content.bytes} of the ${declared.size} bytes it declares`;
  if (content.crc !== null && content.crc !== declared.crc) return "checksum differs";
  return null;
}
