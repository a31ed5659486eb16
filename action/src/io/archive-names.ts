/** GitHub's are below 300 bytes: an ordinal or step number, a name, an ending. */
const LONGEST_NAME = 1024;
/** GitHub's have one. adm-zip makes up a folder for every level of every name. */
const DEEPEST = 8;

/** The name of an entry as adm-zip is to see it: cut, and flat where it is a tower of folders. */
export function readableName(bytes: Buffer): string {
  const name = bytes.toString("utf8", 0, LONGEST_NAME);
  return name.split("/").length > DEEPEST ? name.replaceAll("/", "_") : name;
}

/** Whether a name is one that GitHub gives: not absolute, no way up, no backslash, no control character. */
export function isLabel(name: string): boolean {
  return !/^\/|^[A-Za-z]:|\\|[\x00-\x1f\x7f]/.test(name) && !name.split("/").includes("..");
}
