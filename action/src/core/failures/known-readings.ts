import { raise } from "#core/counts.ts";
import { RULES_VERSION } from "#core/failures/rules-version.ts";
import type { Finding, StoredAnalysis } from "#core/records/analysis.ts";
import type { Run } from "#core/records/run.ts";

/**
 * Readings by fingerprint, to recognise a failure that was read before; of several the last added counts. A fork's
 * reading explains forks' failures only, for its log says what a stranger wants.
 */
export class KnownReadings {
  readonly #known = new Map<string, StoredAnalysis>();
  /** How often a run's reading was inferred from. */
  readonly #uses = new Map<number, number>();

  add(reading: StoredAnalysis): void {
    const { fingerprint, source, inferred_from: from } = reading;
    if (fingerprint === null || reading.rules_version !== RULES_VERSION) return;
    if (source === "inferred" && from !== null) raise(this.#uses, from);
    else if (source === "read" && reading.findings.length > 0 && reading.truncated.length === 0)
      this.#known.set(keyOf(fingerprint, reading.trust === "fork"), {
        ...reading,
        findings: reading.findings.map(bare),
      });
  }

  /**
   * The reading to infer from; null when there is none, or when it is time to read a log again.
   *
   * @param every of so many times that a failure comes, a log is read once
   */
  find(run: Pick<Run, "from_fork">, fingerprint: string, every: number): StoredAnalysis | null {
    const known = this.#known.get(keyOf(fingerprint, run.from_fork));
    if (known === undefined) return null;
    return (this.#uses.get(known.run_id) ?? 0) + 1 >= every ? null : known;
  }
}

function keyOf(fingerprint: string, isForks: boolean): string {
  return isForks ? `fork ${fingerprint}` : fingerprint;
}

/** Excerpts are not inferred, so they need not be held. */
function bare(finding: Finding): Finding {
  return { ...finding, excerpt: [] };
}
