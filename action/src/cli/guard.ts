import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { guard as askGuard, type GuardSources } from "#app/guard.ts";
import { describe } from "#core/errors.ts";
import type { Asked, GuardDecision } from "#core/guard/decide.ts";
import type { OwnRun } from "#core/guard/own-run.ts";
import { repositoryFolders } from "#core/records/files.ts";
import { guardLine, guardMarkdown, guardOutputs } from "#core/render/guard-text.ts";
import { objectAt, parseObject, textAt } from "#core/telemetry/loose-json.ts";
import { dataDirInWorkspace, dataDirOnBranch } from "#io/data-dir.ts";
import { fileOnBranch, type GuardApi, listedRuns } from "#io/guard-sources.ts";
import { directoryStore } from "#io/store.ts";
import { type Context, type Outcome, repositoryOf } from "./context.ts";
import { leaveDecision } from "./leave-decision.ts";

/** Decides whether an agent may start, and exits 1 where it may not and the job is to fail. */
export async function guard(context: Context): Promise<Outcome> {
  const { options, clock, print, report } = context;
  const requests = { GraphQL: 0, REST: 0 };
  const sources = sourcesOf(context, (kind) => {
    requests[kind] += 1;
  });
  const own = await ownRun(context);
  const decision = await askGuard(sources, repositoryOf(context), own, askedBy(options), clock.now);
  if (decision.glass.kind === "refused") report.warn(`The glass stays whole: ${decision.glass.why}`);
  // A job has it as an annotation.
  if (!context.surroundings.inActions) print(guardLine(decision));
  await recorded(context, decision, own);
  report.info(`Asked GitHub ${requests.REST} REST requests and ${requests.GraphQL} of GraphQL`);
  return {
    exitCode: decision.allowed || options["on-block"] === "skip" ? 0 : 1,
    outputs: guardOutputs(decision),
    markdown: guardMarkdown(decision, !decision.allowed && options["on-block"] === "skip"),
    annotation: {
      level: levelOf(decision),
      title: "AgentOps guard",
      message: guardLine(decision),
    },
  };
}

/** An agent waits; the client itself would try for minutes. */
const UPLOAD_WITHIN_MS = 10_000;

/** For the records; a decision that cannot be recorded is a decision all the same. */
async function recorded({ surroundings, clock, report }: Context, decision: GuardDecision, own: OwnRun) {
  if (!surroundings.inActions) return;
  if (!surroundings.artifacts)
    return report.info("There is no artifact service here, so the decision is not recorded");
  try {
    const late = pause(UPLOAD_WITHIN_MS).then(() => Promise.reject(new Error("the service took too long")));
    const name = await Promise.race([leaveDecision(decision, own, clock.now()), late]);
    report.info(`The decision is left for the next sync as artifact ${name}`);
  } catch (error) {
    report.warn(`The decision is not recorded: ${describe(error)}`);
  }
}

function levelOf({ answer, allowed, glass }: GuardDecision) {
  if (!allowed) return "error";
  return answer === "allow" && glass.kind !== "broken" ? "notice" : "warning";
}

function askedBy(options: Context["options"]): Asked {
  return {
    onUnknown: options["on-unknown"],
    environment: options.environment || null,
    breakGlass: options["break-glass"],
  };
}

function sourcesOf(context: Context, onRequest: GuardApi["onRequest"]): GuardSources {
  const { options, surroundings } = context;
  const repository = repositoryOf(context);
  const api = { apiUrl: surroundings.apiUrl, token: options.token, repository, onRequest };
  return {
    ...listedRuns(api),
    async table() {
      if (!options.commit) {
        const directory = await dataDirInWorkspace(surroundings.workspace, options["data-dir"]);
        return directoryStore(directory, repository).readGuardTable();
      }
      // Records of other repositories are kept in the one that runs us.
      const home = surroundings.repository ?? repository;
      // Never what is checked out: a pull request may have changed it.
      const branch = options["data-branch"] === "." ? "HEAD" : options["data-branch"];
      const path = join(dataDirOnBranch(options["data-dir"]), ...repositoryFolders(repository), "guard.json");
      return fileOnBranch(api, home, branch, path.replaceAll("\\", "/"));
    },
  };
}

async function ownRun({ options, surroundings }: Context): Promise<OwnRun> {
  const { runId, runAttempt, workflowFile, workflowName, trigger, branch, triggeringActor, eventPath } =
    surroundings;
  const text = eventPath === null ? "{}" : await readFile(eventPath, "utf8").catch(() => "{}");
  const event = parseObject(text) ?? {};
  const subject = ["comment", "review", "pull_request", "issue"].map((name) =>
    textAt(objectAt(event, name), "author_association"),
  );
  return {
    run_id: runId ?? 0,
    run_attempt: runAttempt,
    workflow_file: workflowFile,
    workflow_name: workflowName,
    event: trigger,
    branch,
    actor: triggeringActor,
    association: subject.find((each) => each !== null) ?? null,
    agent: options.agent || null,
    model: options.model || null,
  };
}
