import * as z from "zod";
import { Previews } from "#core/records/previews.ts";

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
  previews: Previews.default("none").describe(
    "What of agents' words is stored and shown, redacted: `none`; `short`: the first 500 characters of the first prompt and of the last answer; `full`: also what each step said, and what tools were given and gave back, at most 2,000 characters each. `full` is refused where the repository is public, or not known not to be.",
  ),
  "full-previews-in-public": z
    .boolean()
    .default(false)
    .describe(
      "Second key to `previews: full` in a public repository, where everybody can read what is stored: `true` allows it.",
    ),
  "hash-users": z
    .boolean()
    .default(false)
    .describe("Whether the users that telemetry names are stored as hashes, the same within the repository."),
});
export type PrivacyConfig = z.infer<typeof PrivacyConfig>;
