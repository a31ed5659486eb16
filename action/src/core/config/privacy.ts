import * as z from "zod";

export const PrivacyConfig = z.strictObject({
  publish: z
    .enum(["artifact", "redacted", "public"])
    .optional()
    .describe(
      "What a private repository may publish on Pages. Default: `artifact` (no site) for private repositories, `public` for public ones.",
    ),
  excerpts: z
    .enum(["stored", "none"])
    .default("stored")
    .describe(
      "What of logs is stored: `stored`: messages and at most 20 redacted lines a finding; `none`: no text of theirs, only kinds, places and signatures.",
    ),
  redact: z
    .array(z.enum(["card", "phone", "ip"]))
    .default([])
    .describe("What is redacted besides secrets and e-mail addresses: `card`, `phone`, `ip`."),
  previews: z
    .enum(["none", "short"])
    .default("none")
    .describe(
      "Whether the first words of agents' prompts and answers are stored: `none`, or `short` (at most 500 characters, redacted).",
    ),
  "hash-users": z
    .boolean()
    .default(false)
    .describe("Whether the users that telemetry names are stored as hashes, the same within the repository."),
});
export type PrivacyConfig = z.infer<typeof PrivacyConfig>;
