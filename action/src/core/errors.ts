/**
 * An error a user can act on: what happened, and what to do about it.
 *
 * Only the entries catch; everything else throws. `where` names the input at fault (a file with its line,
 * a config path, a flag), so that the message can be read without the code.
 */
export class UserError extends Error {
  override readonly name = "UserError";
  readonly remedy: string;

  constructor(message: string, remedy: string, options?: ErrorOptions) {
    super(message, options);
    this.remedy = remedy;
  }
}

/** The message of anything thrown, on one line, with the chain of causes behind it. */
export function describe(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  const cause = thrown.cause === undefined ? "" : `: ${describe(thrown.cause)}`;
  return `${thrown.message}${cause}`.replaceAll(/\s*\n\s*/g, " ");
}
