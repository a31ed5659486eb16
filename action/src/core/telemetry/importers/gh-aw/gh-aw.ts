import type {
  Importer,
  ImportProblem,
  ImportReader,
  ReadingContext,
  TextSink,
} from "#core/telemetry/importer.ts";
import { type Finished, GhAwAgent, type Job, NAME } from "#core/telemetry/importers/gh-aw/agent.ts";
import { isGhAw, isOfDetection, type Kind, kindOf } from "#core/telemetry/importers/gh-aw/files.ts";
import { tellVerdict } from "#core/telemetry/importers/gh-aw/firewall.ts";
import { tellFiltered } from "#core/telemetry/importers/gh-aw/gateway.ts";
import { tellHarness } from "#core/telemetry/importers/gh-aw/harness.ts";
import { GhAwSpans, requestOfSpan } from "#core/telemetry/importers/gh-aw/spans.ts";
import { jsonLines, jsonObjects } from "#core/telemetry/importers/json-records.ts";
import { inputHash } from "#core/telemetry/input-hash.ts";
import { lineSplitter } from "#core/telemetry/lines.ts";
import { type LooseObject, millisecondsAt, objectAt, objectsAt, textAt } from "#core/telemetry/loose-json.ts";
import { listedAtEnd, Problems } from "#core/telemetry/problems.ts";

/** One workflow: a run may call several, whose artifacts begin with a hash of the call. */
type Workflow = {
  agent: GhAwAgent;
  detection: GhAwAgent;
  spans: GhAwSpans;
  info: LooseObject | null;
  promptVersion: string | null;
};

/** What is there only when the agent ran. */
const RUNS: ReadonlySet<Kind> = new Set([
  "requests",
  "totals",
  "stdio",
  "gateway",
  "activity",
  "output",
  "copilot",
  "codex",
]);
const MOST_WORKFLOWS = 50;
const LONGEST_PROMPT = 1_000_000;

/** The artifacts of GitHub Agentic Workflows. First in the table: they hold other agents' files too. */
export const ghAw: Importer = {
  ...NAME,
  accepts: isGhAw,
  open: (context) => new GhAwReader(context),
};

class GhAwReader implements ImportReader {
  readonly #context: ReadingContext;
  readonly #workflows = new Map<string, Workflow>();
  readonly #problems: ImportProblem[] = [];

  constructor(context: ReadingContext) {
    this.#context = context;
  }

  file(path: string): TextSink {
    const problems = new Problems(path, this.#context);
    const workflow = this.#workflow(path);
    const kind = kindOf(path);
    const sink = kind === null || workflow === null ? nowhere() : sinkFor(kind, path, workflow, problems);
    return listedAtEnd(sink, problems, this.#problems);
  }

  finish() {
    const finished = [...this.#workflows.values()].flatMap(finish);
    return {
      executions: finished.map(({ execution }) => execution),
      events: finished.flatMap(({ events }) => events),
      problems: [...this.#problems, ...finished.flatMap(({ problems }) => problems)],
    };
  }

  #workflow(path: string): Workflow | null {
    const call = /^([0-9a-f]{6,64})-[a-z]/.exec(path)?.[1] ?? "";
    const known = this.#workflows.get(call);
    if (known !== undefined || this.#workflows.size >= MOST_WORKFLOWS) return known ?? null;
    const workOf = (job: Job) => new GhAwAgent(this.#context, call, job, path);
    const workflow = {
      agent: workOf("agent"),
      detection: workOf("detection"),
      spans: new GhAwSpans(),
      info: null,
      promptVersion: null,
    };
    this.#workflows.set(call, workflow);
    return workflow;
  }
}

function finish({ agent, detection, spans, info, promptVersion }: Workflow): Finished[] {
  agent.work.draft.facts.prompt_version = promptVersion;
  const reported: Finished[] = [];
  if (info !== null || agent.hasRun) reported.push(agent.finish(info, spans, detection.requests));
  if (detection.hasRun) reported.push(detection.finish(info, spans, null));
  return reported;
}

function sinkFor(kind: Kind, path: string, workflow: Workflow, problems: Problems): TextSink {
  const agent = isOfDetection(path) ? workflow.detection : workflow.agent;
  const { draft } = workflow.agent.work;
  agent.hasRun ||= RUNS.has(kind);
  switch (kind) {
    case "info":
      return jsonObjects((info) => {
        workflow.info = { ...workflow.info, ...info };
      }, problems);
    case "requests":
      return jsonLines((line) => agent.requests.add(line), problems);
    case "totals":
      return jsonObjects((totals) => {
        agent.totals = totals;
      }, problems);
    case "stdio":
      return agent.engines.stdio(path, (line) => tellHarness(agent.work, line));
    case "gateway":
      return jsonLines((line) => gatewayLine(agent, line), problems);
    case "activity":
      return jsonObjects((summary) => {
        agent.summary = objectsAt(objectAt(summary, "gateway"), "tool_calls");
      }, problems);
    case "audit":
      return jsonLines((line) => agent.firewall.audit(line), problems);
    case "access":
      return lineSplitter(
        (line, number) => problems.item(number, () => agent.firewall.access(line)),
        (number) => problems.add(number, "The line is too long to be read."),
      );
    case "policy":
      return jsonObjects((manifest) => agent.firewall.policy(manifest), problems);
    case "output":
      return jsonObjects((output) => agent.outputs.output(output), problems);
    case "outputs":
      return jsonLines((line) => agent.outputs.line(line), problems);
    case "verdict":
      return jsonObjects((verdict) => tellVerdict(draft, verdict), problems);
    case "otel":
      return jsonLines((line) => {
        const request = requestOfSpan(line);
        if (request !== null) agent.requests.addSpan(request);
        else workflow.spans.request(line);
      }, problems);
    case "prompt":
      return wholeText((text) => {
        workflow.promptVersion = inputHash(text);
      });
    case "copilot":
    case "codex":
      return agent.engines.file(kind, path);
    case "repetition":
      return nowhere();
  }
}

function gatewayLine(agent: GhAwAgent, line: LooseObject): void {
  const word = textAt(line, "type") ?? textAt(line, "event") ?? "";
  const event = textAt(line, "event") ?? word;
  if (word === "DIFC_FILTERED") tellFiltered(agent.work.draft, line);
  else if (/_steering$|_exceeded$/.test(event)) {
    const share = /\b\d{1,3} ?%/.exec(textAt(line, "message")?.slice(0, 1000) ?? "")?.[0];
    agent.work.limit(event, share ?? "reached", millisecondsAt(line, "timestamp"));
  } else agent.gateway.message(line);
}

function wholeText(onText: (text: string) => void): TextSink {
  let text = "";
  return {
    push(piece) {
      text = (text + piece).slice(0, LONGEST_PROMPT);
    },
    end: () => onText(text),
  };
}

function nowhere(): TextSink {
  return { push() {}, end() {} };
}
