import { createInterface } from "node:readline/promises";
import { forget, planForget, refuseUnknown } from "#app/forget.ts";
import { UserError } from "#core/errors.ts";
import type { ForgetReport, ToForget } from "#core/records/forget.ts";
import { mergeForgotten, NOTHING_FORGOTTEN, type SignedOff } from "#core/records/forgotten.ts";
import { doneText, outsideText, planText } from "#core/render/forget-text.ts";
import { dayOf } from "#core/time.ts";
import type { Context, Outcome } from "./context.ts";
import type { Extras } from "./extras.ts";
import { openRecords, type Records } from "./records.ts";

/** Another sync may push while we do; what it brought is looked through as well. */
const MOST_ROUNDS = 5;

type Options = Pick<Extras, "run" | "person" | "reason" | "history" | "dry-run" | "yes" | "words">;

/**
 * Shows what goes, asks, removes it from the records and pushes. Exits 2 where nobody can be asked, and 1 where somebody
 * said no.
 */
export async function forgetRecords(context: Context, options: Options): Promise<Outcome> {
  const what = whatOf(options);
  const { report, print, clock, surroundings } = context;
  const by: SignedOff = {
    on: dayOf(clock.now()),
    reason: options.reason.slice(0, 300),
    by: surroundings.actor?.slice(0, 100) ?? null,
  };
  const records = await openRecords(context);
  try {
    if (options.history) refuseHistory(records);
    const plan = await planForget(records.store, what, by);
    if (!options.history) refuseUnknown(what, plan);
    print(planText(what, plan, options.history));
    print(outsideText(what, options.history));
    if (options["dry-run"]) return { exitCode: 0 };
    const answer = options.yes || (await asked(context));
    if (answer === null) {
      report.warn("Nothing was changed: nobody can be asked here. Run it again with --yes.");
      return { exitCode: 2 };
    }
    if (!answer) {
      report.info("Nothing was changed.");
      return { exitCode: 1 };
    }
    const done = await forgetAndPublish(records, what, by);
    const former = options.history ? await replaceHistory(records, what, by) : null;
    print(doneText(what, done, former));
    return { exitCode: 0 };
  } finally {
    await records.close();
  }
}

function whatOf({ run, person, words }: Options): ToForget {
  const [word = null, ...more] = words;
  const given = [run ?? word, person].filter((each) => each !== null);
  if (given.length !== 1 || more.length > 0 || (run !== null && word !== null))
    throw new UserError(
      "it is not said what to forget",
      "Name one thing: agentops forget <run_id>, or agentops forget --person LOGIN.",
    );
  if (person !== null) return { kind: "person", login: person.replace(/^@/, "") };
  const id = run ?? word ?? "";
  if (!/^[1-9]\d{0,14}$/.test(id))
    throw new UserError(
      `${JSON.stringify(id)} is no number of a run`,
      "Give the one in its address, …/actions/runs/<number>; a person goes by --person LOGIN.",
    );
  return { kind: "run", run: Number(id) };
}

function refuseHistory({ branch }: Records): void {
  if (branch?.replaceHistory != null) return;
  throw new UserError(
    "--history rewrites a data branch, and these records are not on one of their own",
    "Leave --history out, and rewrite the repository's history with a tool for it (git filter-repo).",
  );
}

/** Null: nobody sits there. */
async function asked({ isTerminal = false }: Context): Promise<boolean | null> {
  if (!isTerminal || process.stdin.isTTY !== true) return null;
  const dialogue = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return (await dialogue.question('This cannot be undone. Write "forget" to go on: ')).trim() === "forget";
  } finally {
    dialogue.close();
  }
}

/** The message names no person: commits stay. */
async function forgetAndPublish(records: Records, what: ToForget, by: SignedOff): Promise<ForgetReport> {
  const named = what.kind === "run" ? `run ${what.run}` : "a person";
  const message = `Forget ${named}\n\n${by.reason}\n\nAgentOps-Forget: ${what.kind}`;
  const first = await forget(records.store, what, by);
  await records.publish(message);
  for (let round = 1; round < MOST_ROUNDS; round += 1) {
    if ((await planForget(records.store, what, by)).kinds.length === 0) return first;
    await forget(records.store, what, by);
    await records.publish(message);
  }
  return first;
}

/** What was: its last commit is kept in the stone, so that `verify` knows that it was meant to go. */
async function replaceHistory(records: Records, what: ToForget, by: SignedOff): Promise<string> {
  const { store, branch } = records;
  const tip = branch?.tip() ?? null;
  if (tip === null || branch?.replaceHistory == null)
    throw new UserError("There is no history to rewrite.", "Sync first.");
  const known = (await store.readForgotten()) ?? NOTHING_FORGOTTEN;
  const signed = { ...by, by: what.kind === "person" && by.by === what.login ? null : by.by };
  await store.writeForgotten(
    mergeForgotten(known, { ...NOTHING_FORGOTTEN, histories: [{ tip, ...signed }] }),
  );
  await records.publish("Note the history that is replaced");
  await branch.replaceHistory(
    `Records without what was forgotten\n\n${by.reason}\n\nAgentOps-Forget: history`,
  );
  return tip;
}
