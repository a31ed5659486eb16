import { contentId } from "#core/sha256.ts";

/**
 * How a comment of ours is known again, whatever else writes under the same name: `github-actions[bot]` is every
 * workflow of the repository, and one of them may repeat what a stranger wrote, our marker included. So ours begins
 * with its marker, and ends with it and a digest of everything between, the conversation and the topic. A text that
 * stands within another, or that somebody changed, is none of ours.
 *
 * No key is involved, as a job's token leaves none that lasts. What remains: a workflow that posts a stranger's text
 * from the first character to the last. In such a comment nobody else's words are lost.
 */
export function sealed(issue: number, topic: string, markdown: string): string {
  // Half a character cannot be sent, and would come back as another one.
  const text = markdown.replaceAll(/\p{Surrogate}/gu, "\ufffd");
  return `${opening(topic)}\n${text}\n${closing(issue, topic, text)}`;
}

export function isSealed(issue: number, topic: string, body: string): boolean {
  const whole = body.trim();
  const [start, end] = [opening(topic).length, whole.lastIndexOf("<!--")];
  return (
    whole.startsWith(opening(topic)) &&
    end >= start &&
    whole.slice(end) === closing(issue, topic, whole.slice(start, end))
  );
}

/** Invisible where GitHub shows it. */
export function opening(topic: string): string {
  return `<!-- agentops:${topic} -->`;
}

/** Over visible ASCII alone: how GitHub keeps line ends and rare characters must not cost us our own comment. */
function closing(issue: number, topic: string, text: string): string {
  const seal = contentId("comment", issue, topic, text.replaceAll(/[^\x21-\x7e]+/g, ""));
  return `<!-- agentops:${topic} seal=${seal} -->`;
}
