const FIRST = /^.{25,1990}?[.!?](?= [A-Z`"'])/;

/** What a message says before it goes on to advise or to say where to read on; short ones stay whole. */
export function firstSentence(text: string): string {
  return FIRST.exec(text)?.[0] ?? text;
}
