/** Flags of the terminal that are no inputs of the Action. */
export type Extra =
  | "port"
  | "base"
  | "serve"
  | "directory"
  | "json"
  | "format"
  | "output"
  | "otlp"
  | "iterations"
  | "words";
export type Extras = {
  port: number;
  base: string;
  serve: boolean;
  directory: string | null;
  json: boolean;
  format: "json" | "csv";
  /** Null: `agentops-export`. */
  output: string | null;
  otlp: boolean;
  iterations: number;
  /** Everything after the command, flags included. */
  words: readonly string[];
};
