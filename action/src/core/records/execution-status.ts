import * as z from "zod";

/** How an agent's work ended, or that it goes on. */
export const ExecutionStatus = z.enum(["success", "failure", "timeout", "cancelled", "in_progress"]);
export type ExecutionStatus = z.infer<typeof ExecutionStatus>;
