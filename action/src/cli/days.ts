import { UserError } from "#core/errors.ts";

const MOST_DAYS = 365;

/** `90d` as 90. @throws UserError for what is no number of days */
export function daysOf(text: string, flag: string): number {
  const days = Number(/^(\d{1,3})d?$/.exec(text.trim())?.[1]);
  if (days >= 1 && days <= MOST_DAYS) return days;
  throw new UserError(
    `${flag} ${text} is no number of days`,
    `Give one from 1 to ${MOST_DAYS}, such as ${flag} 90d.`,
  );
}
