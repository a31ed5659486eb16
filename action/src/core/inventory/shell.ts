/** Commands in a script, found by their name: enough of the shell to know where one starts and ends. */

export type Command = { name: string; text: string; start: number; end: number };

/** What may stand between the start of a command and its name: assignments, and programs that run another. */
const BEFORE =
  /^\s*(?:(?:then|do|else|if|while|until|exec|time|nohup|command|eval|sudo|env|stdbuf|xargs|npx|bunx|uvx|pipx|npm|pnpm|yarn|bun|node|run|x|dlx|timeout|!|\{|-{1,2}[\w-]+(?:=\S*)?|[A-Za-z_]\w*=\S*|\d+[smh]?)\s+)*(?:\S*\/)?$/;

/** How much of a line is looked at to tell whether a name starts a command. */
const MOST_BEFORE = 300;

/**
 * Every command of one of the names.
 *
 * @param names what to look for, with a package's scope if it has one: `claude`, `@openai/codex`
 */
export function commandsNamed(script: string, names: RegExp): Command[] {
  const found: Command[] = [];
  for (const match of script.matchAll(names)) {
    const start = match.index;
    if ((found.at(-1)?.end ?? 0) > start) continue;
    if (!startsCommand(script, start)) continue;
    const end = commandEnd(script, start);
    found.push({ name: match[0], text: script.slice(start, end), start, end });
  }
  return found;
}

function startsCommand(script: string, at: number): boolean {
  const before = script.slice(Math.max(0, at - MOST_BEFORE), at).replaceAll(/\\\r?\n/g, " ");
  const from = Math.max(...["\n", ";", "|", "&", "(", "`", "'"].map((sign) => before.lastIndexOf(sign)));
  return BEFORE.test(before.slice(from + 1));
}

/** Up to what ends a command outside of quotes; a backslash takes the next character with it. */
function commandEnd(script: string, start: number): number {
  let quote: string | null = null;
  for (let at = start; at < script.length; at += 1) {
    const sign = script.charAt(at);
    if (sign === "\\" && quote !== "'") at += 1;
    else if (quote !== null) {
      if (sign === quote) quote = null;
    } else if (sign === '"' || sign === "'") quote = sign;
    else if (/[\n;|&)`]/.test(sign)) return at;
  }
  return script.length;
}

/** A script without the lines that are comments. */
export function withoutComments(script: string): string {
  return script.replaceAll(/^[ \t]*#[^\n]*/gm, (line) => " ".repeat(line.length));
}
