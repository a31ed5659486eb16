import { type Comment, positionOf, type Source } from "#core/inventory/source.ts";
import { didYouMean } from "#core/nearest.ts";

/** `# agentops: ignore[rule-id, other-id] reason`, for the line it stands on, or alone for the line below. */
export type Suppression = { ids: readonly string[]; reason: string; line: number; comment: Comment };

const COMMENT = /^#\s*agentops:\s*ignore(?:\[([^\]]*)\])?\s*(.*)$/;

export function suppressionsOf(source: Source): Suppression[] {
  return source.comments.flatMap((comment) => {
    const match = COMMENT.exec(comment.text.trim());
    if (match === null) return [];
    const ids = (match[1] ?? "")
      .split(",")
      .map((id) => id.trim())
      .filter((id) => id !== "");
    const reason = (match[2] ?? "").trim();
    return [{ ids, reason, line: comment.alone ? comment.line + 1 : comment.line, comment }];
  });
}

/**
 * Whether a finding is silenced: at its own line, or, within a text of several lines, which holds no comments, at the
 * line of the key that the text belongs to.
 */
export function isSilenced(
  suppressions: readonly Suppression[],
  rule: string,
  { source, start }: { source: Source; start: number },
): boolean {
  const block = source.blocks.find((one) => one.start <= start && start < one.end);
  const offsets = block === undefined ? [start] : [start, block.start];
  const lines = offsets.map((offset) => positionOf(source, offset).line);
  return suppressions.some((one) => one.reason !== "" && one.ids.includes(rule) && lines.includes(one.line));
}

/** What is wrong with a comment itself; null: nothing. */
export function unknownIds({ ids }: Suppression, known: readonly string[]): string | null {
  if (ids.length === 0) return "it names no rule: `ignore[rule-id] reason`";
  const unknown = ids.filter((id) => !known.includes(id));
  if (unknown.length === 0) return null;
  return unknown.map((id) => `there is no rule ${JSON.stringify(id)}${didYouMean(id, known)}`).join("; ");
}
