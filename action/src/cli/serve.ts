import { stat } from "node:fs/promises";
import { UserError } from "#core/errors.ts";
import { interruption } from "#io/interruption.ts";
import { startStaticServer } from "#io/static-server.ts";
import type { Context, Outcome } from "./context.ts";
import { dashboardFolder } from "./dashboard.ts";

export type ServeOptions = { port: number; base: string };

/** Serves a dashboard until Ctrl-C; open pages reload when it is built again. */
export async function serve(context: Context, { port, base }: ServeOptions): Promise<Outcome> {
  const folder = dashboardFolder(context);
  if (folder === null || (await stat(folder).catch(() => null)) === null)
    throw new UserError(
      `there is no dashboard in ${folder ?? "none"}`,
      "Build one first: agentops dashboard.",
    );
  const interrupted = interruption();
  const server = await startStaticServer({ directory: folder, port, base, reload: true });
  context.print(`Dashboard: ${server.url}  (Ctrl-C ends)`);
  await interrupted;
  await server.close();
  return { exitCode: 0 };
}
