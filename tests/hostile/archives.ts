import { deflateRawSync, zstdCompressSync } from "node:zlib";
import AdmZip from "adm-zip";
import { anArtifact } from "#simulator/builders.ts";
import { archive } from "#simulator/history/telemetry/archive.ts";
import { addRun, type HostileItem } from "./item.ts";
import { HOSTILE_WORDS } from "./words.ts";

/** Archives that are not what they say, as an agent's artifact and as the logs of a run. */
export function hostileArchives(): HostileItem[] {
  return Object.entries(ARCHIVES)
    .flatMap(([what, zip]): HostileItem[] => [
      {
        name: `artifact: ${what}`,
        put(truth, id, now) {
          const run = addRun(truth, id, now);
          truth.artifacts.push({
            payload: anArtifact(run, { id: id * 10, name: "agentops-telemetry" }),
            zip,
          });
        },
      },
      {
        name: `archive of logs: ${what}`,
        put(truth, id, now) {
          addRun(truth, id, now);
          truth.archives.set(id, zip());
        },
      },
    ])
    .concat(
      Object.entries(HOSTILE_WORDS).map(([what, name]) => ({
        name: `artifact's name and entry: ${what}`,
        put(truth, id, now) {
          const run = addRun(truth, id, now);
          const payload = anArtifact(run, { id: id * 10, name: `agentops-${name}` });
          truth.artifacts.push({
            payload,
            zip: () => archive({ [`${name.slice(0, 200) || "x"}/agentops-events.jsonl`]: "{}\n" }),
          });
        },
      })),
    );
}

const zeros = (megabytes: number) => deflateRawSync(Buffer.alloc(megabytes * 1024 * 1024));

const ARCHIVES: Record<string, () => Buffer> = {
  "no byte": () => Buffer.alloc(0),
  "no archive": () => Buffer.from("this is no archive"),
  "two letters": () => Buffer.from("PK"),
  "cut in the middle": () => good().subarray(0, 60),
  "its directory missing": () => good().subarray(0, -22),
  "256 MiB of zeros": () => stored("agentops-events.jsonl", zeros(256), 256 * 1024 * 1024),
  "a size that lies low": () => stored("agentops-events.jsonl", zeros(64), 10),
  "a size that lies high": () => stored("agentops-events.jsonl", zeros(1), 4_000_000_000),
  "a method nobody knows": () => patched(good(), 10, 99),
  "an encrypted entry": () => patched(good(), 8, 1),
  "names that climb": () => archive({ "../../../agentops-events.jsonl": "{}\n" }),
  "an absolute name": () => archive({ "/etc/agentops-events.jsonl": "{}\n" }),
  "5,000 entries": () =>
    archive(Object.fromEntries(Array.from({ length: 5_000 }, (_, at) => [`${at}.jsonl`, "{}\n"]))),
  "a rollout of 600 MB of zeros": () => rollout(Buffer.alloc(600 * 1024 * 1024)),
  "a rollout of forty million broken lines": () => rollout(Buffer.alloc(120 * 1024 * 1024, "{{\n")),
  "a rollout that is not packed": () => packed(Buffer.from("{}\n")),
  "a rollout packed twice": () => rollout(zstdCompressSync(Buffer.from("{}\n"))),
  "a rollout cut in the middle": () => packed(zstdCompressSync(Buffer.alloc(9_000, "{}\n")).subarray(0, 12)),
  "an archive within": () => {
    const zip = new AdmZip();
    zip.addFile("inner.zip", good());
    return zip.toBuffer();
  },
};

/** As Codex packs what it did. */
const rollout = (text: Buffer) => packed(zstdCompressSync(text));

function packed(zst: Buffer): Buffer {
  const zip = new AdmZip();
  zip.addFile("sessions/rollout-2026-11-20T09-00-00-0190.jsonl.zst", zst);
  return zip.toBuffer();
}

const good = () =>
  archive({ "agentops-events.jsonl": '{"type":"custom.x","timestamp":"2026-11-20T09:00:00Z"}\n' });

/** Overwrites a field of two bytes in the first local header and in the first of the directory, two further on. */
function patched(zip: Buffer, offset: number, value: number): Buffer {
  const copy = Buffer.from(zip);
  copy.writeUInt16LE(value, offset - 2);
  const directory = copy.indexOf(Buffer.from("PK\x01\x02"));
  copy.writeUInt16LE(value, directory + offset);
  return copy;
}

/** An archive of one deflated entry that says it holds `size` bytes. */
function stored(name: string, deflated: Buffer, size: number): Buffer {
  const local = Buffer.alloc(30 + name.length);
  local.write("PK\x03\x04", 0, "latin1");
  local.writeUInt16LE(20, 4);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(deflated.length, 18);
  local.writeUInt32LE(size, 22);
  local.writeUInt16LE(name.length, 26);
  local.write(name, 30);
  const central = Buffer.alloc(46 + name.length);
  central.write("PK\x01\x02", 0, "latin1");
  central.writeUInt16LE(20, 4);
  central.writeUInt16LE(20, 6);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(deflated.length, 20);
  central.writeUInt32LE(size, 24);
  central.writeUInt16LE(name.length, 28);
  central.write(name, 46);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", 0, "latin1");
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length + deflated.length, 16);
  return Buffer.concat([local, deflated, central, end]);
}
