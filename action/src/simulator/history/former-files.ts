import { formatUtc } from "#core/time.ts";
import type { Story } from "#simulator/history/story.ts";
import { CLAUDE_CODE, CODEX } from "#simulator/history/workflows/agents.ts";
import type { SimulatedRepository } from "#simulator/model.ts";

type Files = Pick<SimulatedRepository, "formerFiles" | "files">;

const PROMPT = (version: number) => `# How Claude works here (v${version})\n`;

/** What stands in the files that agents' runs are made of, and what stood there before the turns of the story. */
export function agentFiles({ prompt3, prompt4, sonnet5, codex53 }: Story): Required<Files> {
  const until = (at: number, text: string) => ({ until: formatUtc(at), text });
  const claude = CLAUDE_CODE.text.replace("--max-turns", "--model claude-sonnet-4-5 --max-turns");
  const codex = CODEX.text.replace("prompt-file:", "model: gpt-5.1-codex\n          prompt-file:");
  return {
    files: new Map([
      [".github/prompts/claude.md", PROMPT(4)],
      [".github/prompts/review.md", "# How Codex reviews here\n"],
    ]),
    formerFiles: new Map([
      [CLAUDE_CODE.path, [until(sonnet5, claude)]],
      [CODEX.path, [until(codex53, codex)]],
      [".github/prompts/claude.md", [until(prompt3, PROMPT(2)), until(prompt4, PROMPT(3))]],
    ]),
  };
}
