import type { Store } from "#app/effects.ts";
import { UserError } from "#core/errors.ts";
import {
  type ForgetReport,
  type Forgetting,
  forgettingOf,
  type ToForget,
  withoutForgotten,
} from "#core/records/forget.ts";
import {
  type Forgotten,
  mergeForgotten,
  NOTHING_FORGOTTEN,
  personHash,
  type SignedOff,
} from "#core/records/forgotten.ts";
import { KIND_NAMES, type KindName, type Stored } from "#core/records/kinds.ts";
import { canonicalState } from "#core/records/merge-state.ts";
import type { LedgerEntry, State } from "#core/records/state.ts";
import { hashedUser } from "#core/telemetry/as-stored.ts";
import { dayOf } from "#core/time.ts";

/** Looks only. */
export function planForget(store: Store, what: ToForget, by: SignedOff): Promise<ForgetReport> {
  return walk(store, what, by, false);
}

/** Forgets it in every kind of record and in what is still to be fetched, and leaves a stone that says so. */
export function forget(store: Store, what: ToForget, by: SignedOff): Promise<ForgetReport> {
  return walk(store, what, by, true);
}

async function walk(store: Store, what: ToForget, by: SignedOff, isDone: boolean): Promise<ForgetReport> {
  const known = (await store.readForgotten()) ?? NOTHING_FORGOTTEN;
  const forgotten = mergeForgotten(known, await stone(store, what, by));
  const forgetting = forgettingOf(forgotten);
  const kinds: ForgetReport["kinds"] = [];
  if (forgetting === null) return { kinds, runs: [], unreadable: 0 };
  const attempts = await attemptsOf(store, forgetting);
  if (isDone) await store.writeForgotten(forgotten);
  for (const kind of KIND_NAMES) {
    const row = await walkKind(store, kind, forgetting, isDone);
    if (row.removed + row.changed > 0) kinds.push(row);
  }
  const state = await store.readState();
  if (isDone && state !== null) await store.writeState(withoutRuns(state, attempts, forgetting, by));
  const runs = [...new Set(attempts.map(({ run_id }) => run_id))];
  return { kinds, runs, unreadable: store.unreadable().length };
}

async function stone(store: Store, what: ToForget, signed: SignedOff): Promise<Forgotten> {
  if (what.kind === "run") return { ...NOTHING_FORGOTTEN, runs: [{ run_id: what.run, ...signed }] };
  const { login } = what;
  const repository = (await store.readRepository())?.full_name;
  // `privacy.hash-users` stores people under another name, which would come back.
  const names = [login, ...(repository === undefined ? [] : [hashedUser(login, repository)])];
  const by = signed.by?.toLowerCase() === login.toLowerCase() ? null : signed.by;
  const people = names.map((name) => ({ hash: personHash(name), ...signed, by }));
  return { ...NOTHING_FORGOTTEN, people };
}

async function walkKind<Name extends KindName>(
  store: Store,
  kind: Name,
  forgetting: Forgetting,
  isDone: boolean,
): Promise<ForgetReport["kinds"][number]> {
  const row = { kind, removed: 0, changed: 0, files: new Set<string>() };
  for (const day of await store.days(kind)) {
    const look = (record: Stored[Name]) => {
      const left = withoutForgotten(kind, record, forgetting);
      if (left === record) return record;
      if (left === null) row.removed += 1;
      else row.changed += 1;
      row.files.add(`${kind}/${day}.json`);
      return left;
    };
    if (isDone) await store.rewrite(kind, day, look);
    else for (const record of await store.read(kind, day)) look(record);
  }
  return { ...row, files: [...row.files] };
}

type Attempt = Pick<LedgerEntry, "run_id" | "run_attempt" | "day">;

async function attemptsOf(store: Store, forgetting: Forgetting): Promise<Attempt[]> {
  const found: Attempt[] = [];
  for (const day of await store.days("runs"))
    for (const { id, run_attempt, created_at } of await store.read("runs", day))
      if (forgetting.run(id)) found.push({ run_id: id, run_attempt, day: dayOf(created_at) });
  return found;
}

function withoutRuns(
  state: State,
  attempts: readonly Attempt[],
  forgetting: Forgetting,
  by: SignedOff,
): State {
  const isLeft = ({ run_id, reason }: { run_id: number; reason?: LedgerEntry["reason"] }) =>
    !forgetting.run(run_id) || reason === "forgotten";
  const lines = attempts.map((attempt): LedgerEntry => {
    const message = `removed on request on ${by.on}: ${by.reason}`.slice(0, 200);
    return { ...attempt, missing: "run", reason: "forgotten", message };
  });
  return canonicalState({
    ...state,
    pending: state.pending.filter(isLeft),
    ledger: [...state.ledger.filter(isLeft), ...lines],
  });
}

/** @throws UserError for a run or a person that no record names */
export function refuseUnknown(what: ToForget, report: ForgetReport): void {
  if (report.kinds.length > 0) return;
  const named = what.kind === "run" ? `the run ${what.run}` : JSON.stringify(what.login);
  throw new UserError(
    `No record names ${named}: there is nothing to forget.`,
    what.kind === "run"
      ? "Give the number that stands in its address, …/actions/runs/<number>."
      : "Give the login as GitHub writes it; records of before it changed hold the former one.",
  );
}
