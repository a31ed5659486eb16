/** What a program may tell, in types that stand alone: they are published with the library. */
export type EventType = "agent.request.started" | "agent.request.completed" | "agent.step.started" | "agent.step.completed" | "agent.tool.called" | "agent.tool.failed" | "agent.retry" | "agent.fallback.triggered" | "agent.policy.decision" | "agent.budget.threshold_hit" | `custom.${string}`;
type Text = string | null | undefined;
type Amount = number | null | undefined;
/** Fields of an event beside its type and time. Names are at most 200 characters, counts whole numbers. */
export type EventFields = {
    trace_id?: Text;
    span_id?: Text;
    parent_span_id?: Text;
    org_id?: Text;
    workspace_id?: Text;
    project_id?: Text;
    team?: Text;
    user_id?: Text;
    session_id?: Text;
    agent_id?: Text;
    agent_type?: Text;
    /** The work of several agents that it belongs to, which of its rounds, and how they work together. */
    workflow_id?: Text;
    workflow_round?: Text;
    workflow_type?: Text;
    workflow_version?: Text;
    environment?: Text;
    provider?: Text;
    model?: Text;
    prompt_version?: Text;
    status?: Text;
    error_type?: Text;
    /** At most 2,000 characters; redacted before it is stored. */
    error_message?: Text;
    error_message_hash?: Text;
    /** Of an exception, whose class is the `error_type`; redacted before it is stored, where it is cut to 4,000 characters. */
    error_stack?: Text;
    /** Milliseconds. */
    latency_ms?: Amount;
    /** All of the prompt, what the cache served included. */
    tokens_prompt?: Amount;
    /** All of the answer, reasoning included. */
    tokens_completion?: Amount;
    tokens_total?: Amount;
    tokens_cache_read?: Amount;
    tokens_cache_write?: Amount;
    tokens_reasoning?: Amount;
    /** US dollars. */
    cost_usd?: Amount;
    /** GitHub's; never added to dollars. */
    ai_credits?: Amount;
    /** `flex`, `priority`, `batch`, `fast`: at which of its prices the provider answered, where not the standard one. */
    service_tier?: Text;
    /** What asked for it: `main_agent`, `sub_agent`, `tool_call`, `advisor`, `compaction`. */
    component?: Text;
    /** What the provider calls the request: OpenAI's `x-request-id`, Anthropic's `request-id`, or the response's id. */
    request_id?: Text;
    /** What went into a step, a call or the whole, and what came out. */
    input_bytes?: Amount;
    output_bytes?: Amount;
    /** What the program held of the machine's memory then: `process.memoryUsage.rss()`. */
    memory_bytes?: Amount;
    /** How much of the model's window was filled: tokens, of so many, or the part of it, from 0 to 1. */
    context_tokens?: Amount;
    context_window?: Amount;
    context_share?: Amount;
    step_name?: Text;
    step_kind?: Text;
    operation?: Text;
    tool_name?: Text;
    tool_server?: Text;
    host?: Text;
    status_code?: Amount;
    policy_id?: Text;
    policy_result?: Text;
    /** What a step said. It is kept, like the two below, redacted and cut, only as far as `privacy.previews` says. */
    content?: Text;
    /** What a tool was given and gave back; of an execution: its prompt and its answer. */
    input?: Text;
    output?: Text;
    /** For `custom.*`: what is told, as plain values. */
    attributes?: Record<string, string | number | boolean> | null | undefined;
};
/** What may be said about anything tracked. */
export type Details = Pick<EventFields, "agent_id" | "agent_type" | "workflow_id" | "workflow_version" | "prompt_version" | "environment" | "provider" | "model" | "org_id" | "workspace_id" | "project_id" | "team" | "attributes">;
/** What is known of a step, a call or the whole only while it works. */
export type Annotation = Omit<EventFields, "trace_id" | "span_id" | "parent_span_id" | "agent_id" | "workflow_id" | "workflow_round" | "user_id" | "session_id">;
export type Usage = {
    provider?: string;
    model?: string;
    /** Tokens of the prompt, what came from and went into the cache included. */
    prompt?: number;
    /** Tokens of the answer, reasoning included. */
    completion?: number;
    cache_read?: number;
    cache_write?: number;
    reasoning?: number;
    cost_usd?: number;
    /** What the provider calls it, to ask for it there. */
    request_id?: string;
    /** At which of its prices it answered, where not the standard one: OpenAI's `service_tier`. */
    service_tier?: string;
    /** What asked for it. */
    component?: "main_agent" | "sub_agent" | "tool_call" | "advisor" | "compaction";
    /** Tokens that the model can read at once. */
    context_window?: number;
    latency_ms?: number;
};

/**
 * `agentops/events`: tells what an agent of your own does, as lines of JSON in a file. No network, no dependency.
 * It never throws into your code: your function's result and its errors come through unchanged.
 *
 * `AGENTOPS_SAMPLE_RATE` (0–1, default 1) keeps that share of executions; `AGENTOPS_EVENTS_FILE` names the file.
 */
/** One run of an agent, from its question to its answer. */
export declare function trackExecution<Result>(agentId: string, work: () => Promise<Result>, details?: Details): Promise<Result>;
/** One step of it: a thought, an action, an observation. */
export declare function trackStep<Result>(name: string, work: () => Promise<Result>, details?: Details & {
    kind?: string;
    operation?: string;
}): Promise<Result>;
/** One call of a tool. */
export declare function trackTool<Result>(name: string, work: () => Promise<Result>, details?: Details & {
    server?: string;
    host?: string;
    operation?: string;
}): Promise<Result>;
/**
 * Several executions that belong together, of one agent or more: each call is a round of the workflow. `type` says how
 * they work together: `sequential`, `parallel`, `supervisor`. It is told as `custom.workflow`: it is no work of an
 * agent itself.
 */
export declare function trackWorkflow<Result>(workflowId: string, work: () => Promise<Result>, details?: Details & {
    type?: string;
}): Promise<Result>;
/** Tokens and money of one request to a model, within whatever is tracked around it. */
export declare function recordUsage(usage: Usage): void;
/**
 * Says more of the innermost execution, step, tool or workflow that is tracked around it: sizes, memory, how full the
 * context is. It is told when that ends; what is told again replaces what was.
 */
export declare function annotate(fields: Annotation): void;
/** Everything tracked inside belongs to this user and session. */
export declare function withContext<Result>(context: {
    user_id?: string;
    session_id?: string;
}, work: () => Result): Result;
/** Any event, with the ids of what is tracked around it. */
export declare function emit(type: EventType, fields?: EventFields): void;
/** One line of JSON on stdout, with the ids by which it is found again. */
export declare function log(level: "debug" | "info" | "warn" | "error", message: string, fields?: Record<string, unknown>): void;
/** Writes what still waits; it is done by itself when the process ends. */
export declare function flush(): void;
