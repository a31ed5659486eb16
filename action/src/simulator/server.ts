import type { Faults } from "#simulator/faults.ts";
import type { SimulatedRepository } from "#simulator/model.ts";
import type { Exchange } from "#simulator/transcript.ts";

export type SimulatorOptions = {
  repositories: SimulatedRepository[];
  /** What `Authorization` must carry; made up when absent. */
  token?: string;
  /**
   * The `permissions:` block of a workflow: what is not listed is denied, as in Actions. Default: all write.
   * Enforced for public repositories too, where GitHub lets everybody read: a workflow must suit private ones.
   */
  permissions?: Record<string, "read" | "write" | "none">;
  /** Full names of the repositories that the token was made for; default: all of them. */
  installedOn?: string[];
  /** `perHour` null switches the primary limit and its headers off. Default: 1,000 and the secondary limits. */
  limits?: { perHour: number | null; secondary: boolean };
  /** Epoch milliseconds; drives limits, ages of logs and signed URLs. */
  now?: () => number;
  /** Added to every answer. */
  latencyMs?: number;
  /** 0 (default): any free one. */
  port?: number;
};

export type Simulator = {
  /** Base of the API, without a slash at the end: what `GITHUB_API_URL` would be. */
  url: string;
  token: string;
  /** Every request, in the order of the answers. */
  transcript: Exchange[];
  faults: Faults;
  /** The truth being served; change it and the answers change. */
  repositories: SimulatedRepository[];
  close(): Promise<void>;
};

/** GitHub's REST API over real HTTP on 127.0.0.1, serving what `repositories` hold. */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  throw new Error(`not yet: ${options.repositories.length}`);
}
