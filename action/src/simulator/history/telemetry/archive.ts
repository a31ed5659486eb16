import AdmZip from "adm-zip";

/** Text by name, as an artifact holds it. */
export type Files = Readonly<Record<string, string>>;

/** The same files give the same bytes: entries are dated 1980-00-00, not now. */
export function archive(files: Files): Buffer {
  const zip = new AdmZip();
  for (const [name, text] of Object.entries(files)) {
    const entry = zip.addFile(name, Buffer.from(text));
    Object.assign(entry.header, { timeval: 0 });
  }
  return zip.toBuffer();
}

export function jsonl(lines: readonly unknown[]): string {
  return lines.map((line) => `${JSON.stringify(line)}\n`).join("");
}
