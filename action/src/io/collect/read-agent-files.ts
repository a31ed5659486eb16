import { createReadStream } from "node:fs";
import { pipeline } from "node:stream";
import { FileImport } from "#core/telemetry/import-files.ts";
import type { ImportContext, Imported } from "#core/telemetry/importer.ts";
import type { AgentFile } from "#io/collect/agent-files.ts";
import { zstdDecompressor } from "#io/zstd.ts";

/** Of all files together; some seconds of reading. */
const MOST_BYTES = 512 * 1024 * 1024;

/** What the files tell, each read as a stream; what cannot be read is a problem of its file. */
export async function readAgentFiles(files: readonly AgentFile[], context: ImportContext): Promise<Imported> {
  const importing = new FileImport(context);
  let left = MOST_BYTES;
  for (const { path, label } of files) {
    const problem = (message: string) => importing.problem({ file: label, line: null, message });
    const isPacked = label.endsWith(".zst");
    const unpack = isPacked ? zstdDecompressor() : null;
    if (isPacked && unpack === null) {
      problem("It is packed with zstd, which this Node cannot open.");
      continue;
    }
    const raw = createReadStream(path);
    const source = unpack === null ? raw : pipeline(raw, unpack, () => {});
    const sink = importing.file(isPacked ? label.slice(0, -".zst".length) : label);
    const decoder = new TextDecoder();
    try {
      for await (const piece of source as AsyncIterable<Buffer>) {
        left -= piece.length;
        if (left < 0) break;
        sink.push(decoder.decode(piece, { stream: true }));
      }
    } catch (error) {
      problem(`It could not be read: ${error instanceof Error ? error.message : String(error)}`);
    }
    sink.push(decoder.decode());
    sink.end();
    if (left < 0) {
      problem(`Only the first ${MOST_BYTES} bytes of all agents' files are read.`);
      break;
    }
  }
  return importing.finish();
}
