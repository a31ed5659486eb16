import { type Forgotten, personHash } from "#core/records/forgotten.ts";
import { KINDS, type KindName, type Stored } from "#core/records/kinds.ts";

/** What is to be forgotten: all attempts of a run, or one person wherever a record names them. */
export type ToForget = { kind: "run"; run: number } | { kind: "person"; login: string };

/** What forgetting does, or did, to the stored records. */
export type ForgetReport = {
  /** Kinds of which records go, or lose what they name; others are left out. */
  kinds: { kind: KindName; removed: number; changed: number; files: string[] }[];
  /** Runs that are not fetched again. */
  runs: number[];
  /** Records that cannot be read, which nothing is known of: they stay as they are. */
  unreadable: number;
};

/** What is to be forgotten, as a question about what a record names. */
export type Forgetting = {
  run(id: number): boolean;
  person(name: string): boolean;
};

/** @returns null where nothing is */
export function forgettingOf({ runs, people }: Pick<Forgotten, "runs" | "people">): Forgetting | null {
  if (runs.length === 0 && people.length === 0) return null;
  const ids = new Set(runs.map(({ run_id }) => run_id));
  const hashes = new Set(people.map(({ hash }) => hash));
  const asked = new Map<string, boolean>();
  return {
    run: (id) => ids.has(id),
    person(name) {
      const seen = asked.get(name);
      if (seen !== undefined) return seen;
      const isOne = hashes.size > 0 && hashes.has(personHash(name));
      asked.set(name, isOne);
      return isOne;
    },
  };
}

/** Fields that hold one account, one repository of an account, or words of people. */
const ACCOUNTS = new Set(["actor", "triggering_actor", "author", "user_id"]);
const REPOSITORIES = new Set(["head_repository"]);
const TEXTS = new Set([
  ...["display_title", "head_branch", "message", "pattern", "text", "branches", "failures"],
  ...["error", "error_message", "error_stack", "stack", "content", "input", "output", "reason"],
  ...["query_preview", "response_preview", "attributes"],
]);

/** What is put in the place of a name within a text, which must not grow by it. */
const GONE = "…";

/** As GitHub writes logins, with the sign of a mention. */
const WORD = /(?<![\w-])@?([A-Za-z\d](?:[A-Za-z\d]|-(?=[A-Za-z\d])){0,38})(?![\w-])/g;

/**
 * A record without what is to be forgotten: null where it is of such a run, the same where it names nothing of it. Of
 * what a person did the row and its figures stay, as `privacy.publish: redacted` would show them; in the records of
 * others the name alone goes.
 */
export function withoutForgotten<Name extends KindName>(
  kind: Name,
  record: Stored[Name],
  forgetting: Forgetting,
): Stored[Name] | null {
  const fields = record as { id?: unknown; run_id?: unknown };
  const run = kind === "runs" ? fields.id : fields.run_id;
  if (kind !== "journal" && typeof run === "number" && forgetting.run(run)) return null;
  const isTheirs = Object.entries(record).some(
    ([field, value]) => ACCOUNTS.has(field) && typeof value === "string" && forgetting.person(value),
  );
  const theirs = isTheirs ? KINDS[kind].anonymise(record, (login) => !forgetting.person(login)) : record;
  const left = cleaned(theirs, forgetting, "", false) as Stored[Name];
  return JSON.stringify(left) === JSON.stringify(record) ? record : left;
}

/**
 * @param field what it stands under
 * @param inText whether that, or a field above it, holds words of people
 */
function cleaned(value: unknown, forgetting: Forgetting, field: string, inText: boolean): unknown {
  if (typeof value === "string") {
    if (ACCOUNTS.has(field)) return forgetting.person(value) ? null : value;
    if (REPOSITORIES.has(field)) return forgetting.person(value.split("/")[0] ?? "") ? null : value;
    if (!inText) return value;
    return value.replaceAll(WORD, (word, login: string) => (forgetting.person(login) ? GONE : word));
  }
  if (Array.isArray(value))
    return value.flatMap((item) =>
      isOfRun(item, forgetting) ? [] : [cleaned(item, forgetting, field, inText)],
    );
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      cleaned(item, forgetting, name, inText || TEXTS.has(name) || (field === "subject" && name === "name")),
    ]),
  );
}

/** An entry of a list of attempts, as alerts show them. */
function isOfRun(item: unknown, forgetting: Forgetting): boolean {
  const id = typeof item === "object" && item !== null && "run_id" in item ? item.run_id : null;
  return typeof id === "number" && forgetting.run(id);
}
