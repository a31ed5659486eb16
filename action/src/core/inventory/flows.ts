import { outcomes, parseExpression } from "#core/inventory/expression.ts";
import { type Fields, type Part, type Step, scalarOf } from "#core/inventory/model.ts";
import { type Span, within, type YamlScalar } from "#core/inventory/source.ts";

/** Which values end up in a text. */

/** A value by its path, e.g. `github.event.issue.title`, and the `${{ … }}` that puts it into the text. */
export type Flow = { path: string; at: Span };

/** The values that come out of a text's expressions; inputs of a composite or called workflow are followed once. */
export function flowsInto({ node, from, to }: Part, inputs: Fields | null): Flow[] {
  const flows: Flow[] = [];
  for (const { start, end } of wrapped(node.body, from, to)) {
    const at = within(node, start, end);
    for (const path of valuesOf(node.body.slice(start + 3, end - 2))) {
      const given = path.startsWith("inputs.")
        ? scalarOf(inputs ?? NONE, path.slice("inputs.".length))
        : null;
      if (given === null) flows.push({ path, at });
      else flows.push(...flowsInto({ node: given, from: 0, to: given.body.length }, null));
    }
  }
  return flows;
}

const NONE: Fields = new Map();

/** Every `${{ … }}` from start to end. */
function* wrapped(text: string, from: number, to: number): Iterable<{ start: number; end: number }> {
  for (let at = from; ; ) {
    const start = text.indexOf("${{", at);
    const close = start === -1 ? -1 : text.indexOf("}}", start + 3);
    if (close === -1 || close + 2 > to) return;
    yield { start, end: close + 2 };
    at = close + 2;
  }
}

/** What is no expression that we read is searched for names: better one too many. */
function valuesOf(text: string): string[] {
  const expression = parseExpression(text);
  if (expression !== null) return outcomes(expression);
  return [...text.toLowerCase().matchAll(/[a-z_][\w-]*(?:\.[\w*-]+)+/g)].map(([path]) => path);
}

/** What people who may not write can put there: names, titles and texts, none of what GitHub itself makes. */
const EVENT_TEXT =
  /^github\.(?:head_ref|event\.(?:\*|(?:issue|pull_request|comment|review|discussion|label|milestone|changes|head_commit|commits|pages|workflow_run|check_run|check_suite|client_payload)(?:\.[\w*-]+)*\.(?:title|body|message|name|email|page_name|label|ref|display_title|head_branch|description|text|from|\*)))$/;
/** Texts by that name which GitHub limits to letters, digits and dashes, or which only writers set. */
const HARMLESS =
  /\.(?:repo|repository|head_repository|base|app|user|owner)\.(?:[\w-]+\.)*[\w-]+$|\.workflow_run\.name$/;

export function isEventText(path: string): boolean {
  return EVENT_TEXT.test(path) && !HARMLESS.test(path);
}

/** Variables that a step sees and that hold text of the event, by name. */
export function eventVariables(step: Step, jobEnv: Fields): Map<string, Flow> {
  const variables = new Map<string, Flow>();
  for (const [name, entry] of [...jobEnv, ...step.env]) {
    variables.delete(name);
    if (entry.value.kind !== "scalar") continue;
    const flow = flowsInto(wholeOf(entry.value), step.inputs).find(({ path }) => isEventText(path));
    if (flow !== undefined) variables.set(name, flow);
  }
  return variables;
}

function wholeOf(node: YamlScalar): Part {
  return { node, from: 0, to: node.body.length };
}
