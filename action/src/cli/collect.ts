import { resolve } from "node:path";
import { printable } from "#core/render/printable.ts";
import { runCollector } from "#io/collect/run-collector.ts";
import type { Context, Outcome } from "./context.ts";
import type { Extras } from "./extras.ts";

/** Receives telemetry until it is interrupted, for programs on this machine or in this job. */
export async function collect({ report, print, surroundings }: Context, extras: Extras): Promise<Outcome> {
  const directory = resolve(surroundings.workspace, extras.directory ?? "agentops-telemetry");
  await runCollector(process.env, {
    directory,
    onReady: (url) => {
      print(`Receiving OTLP and events: ${url}  (Ctrl-C ends)`);
      print(`Files: ${printable(directory)}`);
      print(`Live:  agentops summary --watch --from ${printable(directory)}`);
    },
    debug: report.debug,
  });
  return { exitCode: 0 };
}
