// action/src/events/correlation.ts
import { AsyncLocalStorage } from "node:async_hooks";
import { randomFillSync } from "node:crypto";
var storage = new AsyncLocalStorage();
function current() {
  return storage.getStore() ?? null;
}
function within(correlation, work) {
  return storage.run(correlation, work);
}
var POOL = Buffer.alloc(4096);
var used = POOL.length;
function randomId(bytes) {
  if (used + bytes > POOL.length) {
    randomFillSync(POOL);
    used = 0;
  }
  used += bytes;
  return POOL.toString("hex", used - bytes, used);
}
function inheritedTrace(environment) {
  return /^00-(?!0{32})([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/.exec(environment["TRACEPARENT"] ?? "")?.[1] ?? null;
}

// action/src/events/event-file.ts
import { appendFileSync, closeSync, mkdirSync, openSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
var FLUSH_MS = 200;
var FLUSH_BYTES = 64 * 1024;
var FILE = "agentops-events.jsonl";
function eventsFile(environment) {
  return environment["AGENTOPS_EVENTS_FILE"] || join(environment["RUNNER_TEMP"] || ".", FILE);
}
function lineWriter(path) {
  let waiting = "";
  let descriptor = null;
  let timer = null;
  let isBroken = false;
  function flush2() {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (waiting === "" || isBroken) return;
    const text = waiting;
    waiting = "";
    try {
      if (descriptor === null) {
        mkdirSync(dirname(path), { recursive: true });
        descriptor = openSync(path, "a");
      }
      writeSync(descriptor, text);
    } catch {
      isBroken = true;
    }
  }
  process.once("exit", () => {
    flush2();
    if (descriptor !== null) closeSync(descriptor);
  });
  return {
    write(line) {
      if (isBroken) return;
      waiting += `${line}
`;
      if (waiting.length >= FLUSH_BYTES) flush2();
      else timer ??= setTimeout(flush2, FLUSH_MS).unref();
    },
    flush: flush2
  };
}

// action/src/events/track.ts
var writer = lineWriter(eventsFile(process.env));
var sampleRate = rateOf(process.env["AGENTOPS_SAMPLE_RATE"]);
function trackExecution(agentId, work, details = {}) {
  const correlation = child({ agentId });
  emitIn(correlation, "agent.request.started", details);
  return timed(
    correlation,
    work,
    (outcome) => emitIn(correlation, "agent.request.completed", { ...details, ...outcome })
  );
}
function trackStep(name, work, details = {}) {
  const { kind, operation, ...rest } = details;
  const correlation = child({});
  return timed(
    correlation,
    work,
    (outcome) => emitIn(correlation, "agent.step.completed", {
      ...rest,
      step_name: name,
      step_kind: kind,
      operation,
      ...outcome
    })
  );
}
function trackTool(name, work, details = {}) {
  const { server, host, operation, ...rest } = details;
  const correlation = child({});
  return timed(
    correlation,
    work,
    (outcome) => emitIn(correlation, outcome.status === "error" ? "agent.tool.failed" : "agent.tool.called", {
      ...rest,
      tool_name: name,
      tool_server: server,
      host,
      operation,
      ...outcome
    })
  );
}
function trackWorkflow(workflowId, work, details = {}) {
  const { type, ...rest } = details;
  const correlation = child({ workflowId });
  return timed(
    correlation,
    work,
    (outcome) => emitIn(correlation, "custom.workflow", { ...rest, workflow_type: type, ...outcome })
  );
}
function recordUsage(usage) {
  const { prompt, completion, cache_read, cache_write, reasoning, ...reported } = usage;
  emit("agent.step.completed", {
    ...reported,
    step_name: usage.model ?? "request",
    step_kind: "thought",
    operation: "llm_request",
    tokens_prompt: prompt,
    tokens_completion: completion,
    tokens_cache_read: cache_read,
    tokens_cache_write: cache_write,
    tokens_reasoning: reasoning,
    context_tokens: usage.context_window === void 0 ? void 0 : prompt
  });
}
function annotate(fields) {
  Object.assign(current()?.annotation ?? {}, fields);
}
function withContext(context, work) {
  const inner = child({});
  inner.userId = context.user_id ?? inner.userId;
  inner.sessionId = context.session_id ?? inner.sessionId;
  inner.spanId = current()?.spanId ?? null;
  inner.annotation = current()?.annotation ?? {};
  return within(inner, work);
}
function emit(type, fields = {}) {
  const around = current() ?? child({});
  emitIn({ ...around, spanId: randomId(8) }, type, fields, around.spanId);
}
function log(level, message, fields = {}) {
  const around = current();
  const line = {
    ...fields,
    time: (/* @__PURE__ */ new Date()).toISOString(),
    level,
    message,
    trace_id: around?.traceId,
    span_id: around?.spanId ?? void 0
  };
  try {
    const text = JSON.stringify(line).replaceAll("##[", "\\u0023\\u0023[").replaceAll("::", "\\u003a:");
    process.stdout.write(`${text}
`);
  } catch {
  }
}
function flush() {
  writer.flush();
}
async function timed(correlation, work, tell) {
  const started = performance.now();
  const latency = () => Math.round((performance.now() - started) * 1e3) / 1e3;
  try {
    const result = await within(correlation, work);
    tell({ status: "ok", latency_ms: latency(), ...correlation.annotation });
    return result;
  } catch (error) {
    tell({ ...correlation.annotation, status: "error", latency_ms: latency(), ...errorFields(error) });
    throw error;
  }
}
function errorFields(error) {
  if (!(error instanceof Error)) return { error_type: typeof error };
  return {
    error_type: error.name.slice(0, 200) || "Error",
    error_message: String(error.message).slice(0, 2e3),
    error_stack: typeof error.stack === "string" ? error.stack : void 0
  };
}
function child(inside) {
  const around = current();
  const spanId = randomId(8);
  return {
    traceId: around?.traceId ?? inheritedTrace(process.env) ?? randomId(16),
    spanId,
    isSampled: around?.isSampled ?? Math.random() < sampleRate,
    agentId: inside.agentId ?? around?.agentId ?? null,
    workflowId: inside.workflowId ?? around?.workflowId ?? null,
    workflowRound: inside.workflowId === void 0 ? around?.workflowRound ?? null : spanId,
    userId: around?.userId ?? null,
    sessionId: around?.sessionId ?? null,
    annotation: {}
  };
}
function emitIn(correlation, type, fields, parent = current()?.spanId ?? null) {
  if (!correlation.isSampled) return;
  try {
    const event = {
      type,
      timestamp: (/* @__PURE__ */ new Date()).toISOString(),
      trace_id: correlation.traceId,
      span_id: correlation.spanId ?? void 0,
      parent_span_id: parent ?? void 0,
      agent_id: correlation.agentId ?? void 0,
      workflow_id: correlation.workflowId ?? void 0,
      workflow_round: correlation.workflowRound ?? void 0,
      user_id: correlation.userId ?? void 0,
      session_id: correlation.sessionId ?? void 0,
      ...fields,
      ...cutWords(fields)
    };
    writer.write(JSON.stringify(event));
  } catch {
  }
}
function rateOf(text) {
  const rate = Number(text);
  return text?.trim() && rate >= 0 && rate <= 1 ? rate : 1;
}
var LONGEST_WORDS = 16e3;
function cutWords(fields) {
  const cut = {};
  for (const key of ["content", "input", "output", "error_stack"]) {
    const text = fields[key];
    if (typeof text === "string") cut[key] = text.slice(0, LONGEST_WORDS);
  }
  return cut;
}
export {
  annotate,
  emit,
  flush,
  log,
  recordUsage,
  trackExecution,
  trackStep,
  trackTool,
  trackWorkflow,
  withContext
};
