import { createWriteStream, type WriteStream } from "node:fs";
import { mkdir, stat } from "node:fs/promises";
import { dirname } from "node:path";

/** A JSONL file that only grows, up to a limit. */
export type TelemetryFile = {
  readonly path: string;
  /** Lines written by this process. */
  readonly lines: number;
  /** Resolves when the line is with the operating system; false when the file is full and nothing was written. */
  append(line: string): Promise<boolean>;
  close(): Promise<void>;
};

/** @param mostBytes what is there already counts */
export async function telemetryFile(path: string, mostBytes: number): Promise<TelemetryFile> {
  await mkdir(dirname(path), { recursive: true });
  let bytes = await stat(path).then(
    ({ size }) => size,
    () => 0,
  );
  let lines = 0;
  let stream: WriteStream | null = null;
  return {
    path,
    get lines() {
      return lines;
    },
    append(line) {
      const text = `${line}\n`;
      const size = Buffer.byteLength(text);
      if (bytes + size > mostBytes) return Promise.resolve(false);
      bytes += size;
      lines += 1;
      stream ??= createWriteStream(path, { flags: "a" });
      const open = stream;
      return new Promise((resolve, reject) => {
        open.write(text, (error) => (error ? reject(error) : resolve(true)));
      });
    },
    close: () =>
      new Promise((resolve, reject) => {
        if (stream === null) return resolve();
        stream.end((error?: Error | null) => (error ? reject(error) : resolve()));
      }),
  };
}
