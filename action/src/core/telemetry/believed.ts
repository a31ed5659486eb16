import type { Execution } from "#core/records/execution.ts";
import { type Admitted, admittedEvent, admittedExecution } from "#core/telemetry/admitted.ts";
import type { ImportContext, ImportProblem, ReportedEvent } from "#core/telemetry/importer.ts";
import { wordsOf } from "#core/telemetry/problems.ts";

/** The executions that may be stored, as they may be; each of the others becomes a problem with its reason. */
export function believedExecutions(
  reported: readonly Execution[],
  context: ImportContext,
  problems: ImportProblem[],
): Execution[] {
  const nameOf = ({ source }: Execution) => source.file ?? source.importer;
  return believed(reported, (execution) => admittedExecution(execution, context), nameOf, problems);
}

/** The same of events. */
export function believedEvents(
  reported: readonly ReportedEvent[],
  context: ImportContext,
  problems: ImportProblem[],
): ReportedEvent[] {
  return believed(
    reported,
    (event) => admittedEvent(event, context),
    ({ type }) => type,
    problems,
  );
}

function believed<Item>(
  reported: readonly Item[],
  admitted: (item: Item) => Admitted<Item>,
  nameOf: (item: Item) => string,
  problems: ImportProblem[],
): Item[] {
  return reported.flatMap((item) => {
    const found = attempted(() => admitted(item));
    if ("value" in found) return [found.value];
    problems.push({ file: nameOf(item), line: null, message: `It is not believed: ${found.fault}` });
    return [];
  });
}

/** A fault of ours in one item must not be the end of all of them. */
function attempted<Item>(work: () => Admitted<Item>): Admitted<Item> {
  try {
    return work();
  } catch (error) {
    return { fault: wordsOf(error) };
  }
}
