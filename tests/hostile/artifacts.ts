import { anArtifact } from "#simulator/builders.ts";
import { archive } from "#simulator/history/telemetry/archive.ts";
import { addRun, type HostileItem } from "./item.ts";
import { hostileTelemetry } from "./telemetry.ts";

/** What strangers may put into an artifact that we read. */
export function hostileArtifacts(): HostileItem[] {
  // An item's files name their run, so they are made anew for the run they are given.
  return hostileTelemetry(1).map(({ name }, at) => ({
    name,
    put(truth, id, now) {
      const run = addRun(truth, id, now);
      const { files = {} } = hostileTelemetry(id, run.updated_at)[at] ?? {};
      const payload = anArtifact(run, { id: id * 10, name: "agentops-hostile" });
      truth.artifacts.push({ payload, zip: () => archive(files) });
    },
  }));
}
