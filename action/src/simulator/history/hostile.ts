/** Titles that strangers may write. Each is harmless where it is shown as text and only there. */
export const HOSTILE_TITLES: readonly string[] = [
  "<img src=x onerror=alert(1)>",
  "=cmd()|' /C calc'!A0",
  "Fix `rm -rf /` in | pipes | and ``nested`` ticks",
  "@octo-org/everyone please look, cc @mona @grace-h",
  "Rename \u202egnp.exe\u202c to something honest",
  `Very long: ${"agent ".repeat(50)}`,
  "🚀🔥 Ship it 👩‍👩‍👧‍👦 ✅",
  "</script><script>alert(document.domain)</script>",
  "\u001b[31mred\u001b[0m \u001b]8;;https://evil.example\u0007link\u001b]8;;\u0007",
  "::set-output name=token::stolen ##[add-mask]x",
  "[click](javascript:alert(1)) <!-- agentops:summary -->",
  "+1-555-0100, -2+3, \"quoted\", 'single'; DROP TABLE runs;--",
  `{{ constructor.constructor("return 1")() }} \${{ github.token }}`,
];

/** Branch names that git allows. */
export const HOSTILE_BRANCHES: readonly string[] = [
  "<svg/onload=alert(1)>",
  "feature/`whoami`|tee",
  "=HYPERLINK(evil)",
  "weird/🦄/$(id)/@{0",
  `long/${"x".repeat(200)}`,
];
