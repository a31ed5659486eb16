/** What the runner or a terminal acts on, and what nobody sees: control, direction, zero-width and tag characters. */
const ACTING =
  /[\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e0fff}]|##(?=\[)|:(?=:)/gu;

/**
 * JSON on one line that can be printed anywhere and parses to the same: the runner executes `##[command]` wherever it
 * stands in a line and `::command::` at its start, also within a string.
 */
export function inertJson(value: unknown): string {
  return JSON.stringify(value).replaceAll(ACTING, (sign) =>
    Array.from(
      { length: sign.length },
      (_, at) => `\\u${sign.charCodeAt(at).toString(16).padStart(4, "0")}`,
    ).join(""),
  );
}
