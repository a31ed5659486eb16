import type { ExecutionDraft } from "#core/telemetry/execution-draft.ts";
import { isObject, type LooseObject, listAt, objectsAt, textAt } from "#core/telemetry/loose-json.ts";

const MOST_OUTPUTS = 10_000;

/** What the agent asked gh-aw to do to the world: collected, then done by another job. */
export class SafeOutputs {
  /** As the agent wrote them, one a line. */
  readonly #written: string[] = [];
  /** As they were accepted. */
  #accepted: string[] | null = null;
  readonly #errors = new Set<string>();

  get isEmpty(): boolean {
    return this.#accepted === null && this.#written.length === 0;
  }

  line(line: LooseObject): void {
    const type = textAt(line, "type");
    if (type !== null && this.#written.length < MOST_OUTPUTS) this.#written.push(type);
  }

  /** `agent_output.json`; it stands in more than one artifact. */
  output(output: LooseObject): void {
    const types = objectsAt(output, "items").map((item) => textAt(item, "type"));
    this.#accepted = types.filter((type) => type !== null).slice(0, MOST_OUTPUTS);
    for (const error of listAt(output, "errors")) {
      const message = isObject(error) ? textAt(error, "message") : error;
      if (typeof message === "string" && this.#errors.size < 100) this.#errors.add(message);
    }
  }

  tell(draft: ExecutionDraft): void {
    for (const type of this.#accepted ?? this.#written) draft.action(type.replaceAll("-", "_"));
    for (const error of this.#errors) draft.decision("safe-outputs", null, "block", error);
  }
}
