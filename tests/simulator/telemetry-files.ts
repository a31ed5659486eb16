import AdmZip from "adm-zip";
import type { ArtifactPayload, SimulatedRepository } from "#simulator/model.ts";

export type TelemetryFile = { payload: ArtifactPayload; entry: string; text: string; runId: number };

/** Every file of every artifact in which an agent told something and that can still be downloaded. */
export function telemetryFiles(truth: SimulatedRepository): TelemetryFile[] {
  return truth.artifacts.flatMap(({ payload, zip }) => {
    if (zip === undefined || payload.expired) return [];
    return new AdmZip(zip()).getEntries().map((entry) => ({
      payload,
      entry: entry.entryName,
      text: entry.getData().toString("utf8"),
      runId: payload.workflow_run?.id ?? 0,
    }));
  });
}
