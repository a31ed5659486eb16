import type { AgentStep, Operation } from "#core/records/execution.ts";
import type { Component } from "#core/records/token-usage.ts";

export const OPERATION_WORDS: Readonly<Record<Operation, string>> = {
  tool_execution: "Tools",
  llm_request: "Model requests",
  context_management: "Context",
  planning: "Planning",
  file_operation: "Files",
  shell_command: "Shell",
  memory_operation: "Memory",
  rag_operation: "Retrieval",
};

export const STEP_WORDS: Readonly<Record<AgentStep["kind"], string>> = {
  thought: "Thought",
  action: "Action",
  observation: "Observation",
  tool_call: "Tool call",
  final_answer: "Final answer",
};

/** Who used a model inside an execution. */
export const COMPONENT_WORDS: Readonly<Record<Component, string>> = {
  main_agent: "the agent itself",
  sub_agent: "a sub-agent",
  tool_call: "a tool call",
  advisor: "an advisor",
  compaction: "compaction",
};
