/** Markup as text, for what stands in a page hundreds of times: a component each costs more than what it says. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** What markup is made of; nothing is written for what is absent. */
type Part = Markup | string | number | null | undefined | false;

/** Values are escaped, in text and in quoted attributes alike; markup that was made here is not escaped again. */
export function html(texts: TemplateStringsArray, ...values: readonly (Part | readonly Part[])[]): Markup {
  let made = texts[0] ?? "";
  for (const [index, value] of values.entries()) made += written(value) + (texts[index + 1] ?? "");
  return new Markup(made);
}

/** ` name="value"`, or nothing where there is no value; `true` has a name only. */
export function attribute(name: string, value: string | number | boolean | null | undefined): Markup {
  if (value === null || value === undefined || value === false) return NOTHING;
  return new Markup(value === true ? ` ${name}` : ` ${name}="${escaped(String(value))}"`);
}

/** Names of classes that apply. */
export function classes(...names: readonly (string | false | null | undefined)[]): Markup {
  return attribute("class", names.filter(Boolean).join(" ") || null);
}

const NOTHING = new Markup("");
const SPECIAL = /[&<>"']/;

function written(value: Part | readonly Part[]): string {
  if (value instanceof Markup) return value.text;
  if (typeof value === "string") return escaped(value);
  if (typeof value === "number") return String(value);
  return Array.isArray(value) ? value.map(written).join("") : "";
}

function escaped(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
