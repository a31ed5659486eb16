import * as z from "zod";
import { Attention } from "#core/documents/overview/attention.ts";
import { OverviewDocument } from "#core/documents/overview/overview.ts";
import { attentionLink, attentionText } from "#core/render/words/attention.ts";
import { summarize } from "#core/render/words/overview.ts";

const said = { text: z.string(), /** Below the site's root. */ link: z.string() };

/** The Overview as a file: its figures, and the sentences in which its page and a terminal say them. */
export const OverviewFile = OverviewDocument.extend({
  attention: z.array(z.union(Attention.options.map((one) => one.extend(said)))),
  /** The period in words. */
  summary: z.string(),
});

export function overviewFile(document: OverviewDocument): z.infer<typeof OverviewFile> {
  return {
    ...document,
    attention: document.attention.map((one) => ({
      ...one,
      text: attentionText(one),
      link: attentionLink(one, document.period.name),
    })),
    summary: summarize(document),
  };
}
