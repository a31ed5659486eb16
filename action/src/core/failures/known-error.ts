/**
 * What people of the repository wrote about a signature, in `.github/agentops/errors/<signature>.md`: the first
 * heading is the title; sections headed Cause and Fix are what they say; text before any section is the cause.
 * Markdown, escaped or sanitised where it is shown.
 */
export type KnownError = { title: string; cause: string | null; fix: string | null };

/** By signature. */
export type KnownErrors = ReadonlyMap<string, KnownError>;

export const KNOWN_ERRORS_FOLDER = ".github/agentops/errors";

const FILE = /^([0-9a-f]{16})\.md$/;
const LONGEST = 10_000;

/** The signature that a file of the folder speaks of; null for other files, such as a README. */
export function signatureOfFile(name: string): string | null {
  return FILE.exec(name)?.[1] ?? null;
}

/** Any text is one: without a heading its first line is the title. */
export function parseKnownError(markdown: string): KnownError {
  const lines = markdown.slice(0, LONGEST).replaceAll("\r", "").split("\n");
  const first = lines.findIndex((line) => line.trim() !== "");
  const sections = { cause: [] as string[], fix: [] as string[] };
  let current: keyof typeof sections | null = "cause";
  let fence = "";
  for (const line of lines.slice(first + 1)) {
    const [mark = ""] = /^ {0,3}(?:`{3,}|~{3,})/.exec(line) ?? [];
    const heading = fence === "" ? headingOf(line) : null;
    if (mark !== "") fence = fence === "" ? mark.trim() : line.trim().startsWith(fence) ? "" : fence;
    if (heading !== null) current = sectionOf(heading);
    else if (current !== null) sections[current].push(line);
  }
  const title = lines[first] ?? "";
  return {
    title: headingOf(title) ?? title.trim(),
    cause: sections.cause.join("\n").trim() || null,
    fix: sections.fix.join("\n").trim() || null,
  };
}

function headingOf(line: string): string | null {
  const [, text] = /^#{1,6}[ \t]+(\S.*)$/.exec(line) ?? [];
  return text === undefined ? null : text.trim();
}

/** Null: a section that says neither. */
function sectionOf(heading: string): "cause" | "fix" | null {
  if (/^(?:known |root )?causes?\b|^why\b/i.test(heading)) return "cause";
  return /^(?:known )?fix(?:es)?\b|^(?:solution|remedy|workaround|what to do)\b/i.test(heading)
    ? "fix"
    : null;
}
