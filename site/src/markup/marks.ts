import type { ErrorState } from "#core/documents/errors/state.ts";
import { moment } from "#core/format.ts";
import { type roleOf, wordOf } from "#core/outcome.ts";
import type { Part } from "#core/render/columns/column.ts";
import { addressOf } from "../href.ts";
import { type Ended, statusClass } from "../status-class.ts";
import { attribute, classes, html, type Markup } from "./html.ts";

/**
 * How something ended: shape, word and colour, so that none of the three is needed alone.
 *
 * @param compact keeps the word for screen readers only, where a column already says it
 */
export function statusMark(ended: Ended, compact = false): Markup {
  const word = wordOf(ended);
  return html`<span class="${statusClass(ended)}">${compact ? html`<span class="visually-hidden">${word}</span>` : word}</span>`;
}

const STATES: Readonly<Record<ErrorState, { word: string; role: ReturnType<typeof roleOf> }>> = {
  new: { word: "New", role: "attention" },
  regressed: { word: "Regressed", role: "failure" },
  ongoing: { word: "Ongoing", role: "failure" },
  quiet: { word: "Quiet", role: "neutral" },
};

/** Where an error stands, by shape, word and colour too. */
export function stateMark(state: ErrorState): Markup {
  const { word, role } = STATES[state];
  return html`<span class="status role-${role} is-${state}">${word}</span>`;
}

/** A score of 0 to 100 with its word, so that colour is not needed. */
export function scoreMark(score: number | null): Markup | string {
  if (score === null) return "—";
  const [word, tone] = score >= 90 ? ["good", "better"] : score >= 70 ? ["fair", null] : ["poor", "worse"];
  return html`<span${classes(tone)}><b>${score}</b> <span class="small">${word}</span></span>`;
}

/** A moment: exact without JavaScript, "12 min ago" with it (the exact one stays in the title). */
export function agoMark(at: string): Markup {
  return html`<time datetime="${at}" title="${moment(at)}" data-ago>${moment(at)}</time>`;
}

/** Words that may lead somewhere, one after the other. */
export function partsMark(parts: string | readonly Part[]): Markup | string {
  if (typeof parts === "string") return parts;
  const marks = parts.flatMap(({ text, link, mono, label }, index) => [
    index > 0 && " ",
    link
      ? html`<a href="${addressOf(link)}"${attribute("aria-label", label)}${classes(mono && "mono")}>${text}</a>`
      : html`<span${classes(mono && "mono")}>${text}</span>`,
  ]);
  return html`${marks}`;
}
